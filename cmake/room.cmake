# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

# latchkey_room(PATH FILES name … USES room … LIBRARIES target …)
#
# One folder of src as a library: latchkey_room(session/tokens …) makes latchkey_session_tokens. FILES are named without
# their endings. USES lists the rooms whose headers this one may include; tests/rooms holds the sources to that.
function(latchkey_room path)
    cmake_parse_arguments(ROOM "" "" "FILES;USES;LIBRARIES" ${ARGN})
    string(REPLACE "/" "_" name "latchkey_${path}")
    set(sources)
    set(scope INTERFACE)
    foreach(file IN LISTS ROOM_FILES)
        foreach(ending cpp h)
            if(EXISTS "${PROJECT_SOURCE_DIR}/src/${path}/${file}.${ending}")
                list(APPEND sources "${PROJECT_SOURCE_DIR}/src/${path}/${file}.${ending}")
                set(is_${ending} TRUE)
            endif()
        endforeach()
        if(is_cpp)
            set(scope PUBLIC)
        elseif(NOT is_h)
            message(FATAL_ERROR "src/${path} has no ${file}.cpp or ${file}.h")
        endif()
        unset(is_cpp)
        unset(is_h)
    endforeach()
    if(scope STREQUAL "INTERFACE")
        add_library(${name} INTERFACE ${sources})
    else()
        add_library(${name} STATIC ${sources})
    endif()
    list(TRANSFORM ROOM_USES REPLACE "/" "_")
    list(TRANSFORM ROOM_USES PREPEND latchkey_)
    target_link_libraries(${name} ${scope} latchkey_base ${ROOM_USES} ${ROOM_LIBRARIES})
    # ui/ has the folders of src/gui.
    string(REGEX REPLACE "^gui/?" "${PROJECT_SOURCE_DIR}/ui/" forms "${path}")
    set_target_properties(${name} PROPERTIES AUTOUIC_SEARCH_PATHS "${forms}")
endfunction()
