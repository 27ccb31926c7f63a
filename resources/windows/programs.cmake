# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

# On Windows a program has either a window or a terminal: latchkey.exe is the application, and latchkey.com, of which a
# terminal thinks first, is the same for the commands.
set_target_properties(latchkey PROPERTIES WIN32_EXECUTABLE ON)
qt_add_executable(latchkey_terminal main.cpp)
set_target_properties(latchkey_terminal PROPERTIES OUTPUT_NAME latchkey SUFFIX .com PDB_NAME latchkey_terminal)
target_link_libraries(latchkey_terminal PRIVATE $<TARGET_PROPERTY:latchkey,LINK_LIBRARIES>)
install(TARGETS latchkey_terminal)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(windows "${PROJECT_SOURCE_DIR}/resources/windows")
set(icon "${CMAKE_CURRENT_BINARY_DIR}/latchkey.ico")
set(pictures)
foreach(side 16 24 32 48 64 128 256)
    list(APPEND pictures "${PROJECT_SOURCE_DIR}/resources/icons/latchkey-${side}.png")
endforeach()
add_custom_command(OUTPUT "${icon}"
    COMMAND Python3::Interpreter "${windows}/icon.py" "${icon}" ${pictures}
    DEPENDS "${windows}/icon.py" ${pictures})

# Microsoft's linker takes the manifest itself.
enable_language(RC)
if(MSVC)
    set(manifest_resource "")
else()
    set(manifest_resource "1 24 \"${windows}/latchkey.manifest\"")
endif()
configure_file("${windows}/latchkey.rc.in" latchkey.rc @ONLY)
set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/latchkey.rc" PROPERTIES
    OBJECT_DEPENDS "${icon};${windows}/latchkey.manifest")
foreach(program latchkey latchkey_terminal)
    target_sources(${program} PRIVATE "${icon}" "${CMAKE_CURRENT_BINARY_DIR}/latchkey.rc"
        $<$<BOOL:${MSVC}>:${windows}/latchkey.manifest>)
endforeach()
