# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Lets all targets of a folder, and of those below it, share what the compiler has read once.
function(latchkey_precompile_folder folder)
    get_property(subfolders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(subfolder IN LISTS subfolders)
        latchkey_precompile_folder("${subfolder}")
    endforeach()
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(libraries ${target} LINK_LIBRARIES)
        if(type MATCHES "EXECUTABLE|STATIC_LIBRARY" AND libraries MATCHES "latchkey_")
            target_precompile_headers(${target} REUSE_FROM latchkey_precompiled)
        endif()
    endforeach()
endfunction()

set(source "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
file(CONFIGURE OUTPUT "${source}" CONTENT "")
add_library(latchkey_precompiled OBJECT "${source}")
target_link_libraries(latchkey_precompiled PRIVATE latchkey_base)
# The headers alone: what is defined for them must be defined wherever they are used.
target_include_directories(latchkey_precompiled SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::Network,INTERFACE_INCLUDE_DIRECTORIES>)
target_precompile_headers(latchkey_precompiled PRIVATE "${CMAKE_CURRENT_LIST_DIR}/precompiled.h")
set_target_properties(latchkey_precompiled PROPERTIES AUTOMOC OFF AUTOUIC OFF)
latchkey_precompile_folder("${PROJECT_SOURCE_DIR}/src")
if(BUILD_TESTING)
    latchkey_precompile_folder("${PROJECT_SOURCE_DIR}/tests")
endif()
