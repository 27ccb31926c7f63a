# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Lets all targets of a folder, and of those below it, share what the compiler has read once.
function(latchkey_reuse_precompiled precompiled folder)
    get_property(subfolders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(subfolder IN LISTS subfolders)
        latchkey_reuse_precompiled(${precompiled} "${subfolder}")
    endforeach()
    get_property(binary_folder DIRECTORY "${folder}" PROPERTY BINARY_DIR)
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(libraries ${target} LINK_LIBRARIES)
        if(type MATCHES "EXECUTABLE|STATIC_LIBRARY" AND libraries MATCHES "latchkey_")
            target_precompile_headers(${target} REUSE_FROM ${precompiled})
            # Empty, since each class includes what moc makes of it: reading the headers would be all its time.
            set_source_files_properties("${binary_folder}/${target}_autogen/mocs_compilation.cpp"
                TARGET_DIRECTORY ${target} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
            # GCC refuses a header precompiled with -fPIC if CMake says -fPIE, as it does for executables. Qt 6.4 on Debian
            # asks for -fPIC everywhere; newer ones do not.
            if(type STREQUAL "EXECUTABLE")
                target_compile_options(${target} PRIVATE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})
            endif()
        endif()
    endforeach()
endfunction()

# Each folder needs its own: GCC refuses a header that was precompiled with another optimization.
function(latchkey_precompile_folder precompiled folder)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${precompiled}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "")
    add_library(${precompiled} OBJECT "${source}")
    target_link_libraries(${precompiled} PRIVATE latchkey_base)
    get_property(options DIRECTORY "${folder}" PROPERTY COMPILE_OPTIONS)
    target_compile_options(${precompiled} PRIVATE ${options})
    # The headers alone: what is defined for them must be defined wherever they are used.
    target_include_directories(${precompiled} SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::Network,INTERFACE_INCLUDE_DIRECTORIES>)
    target_precompile_headers(${precompiled} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
    set_target_properties(${precompiled} PROPERTIES AUTOMOC OFF)
    latchkey_reuse_precompiled(${precompiled} "${folder}")
endfunction()

latchkey_precompile_folder(latchkey_precompiled "${PROJECT_SOURCE_DIR}/src")
if(BUILD_TESTING)
    latchkey_precompile_folder(latchkey_precompiled_for_tests "${PROJECT_SOURCE_DIR}/tests")
endif()
