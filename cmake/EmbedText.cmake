# embed_text(TARGET FILE SYMBOL): compiles the bytes of FILE into TARGET as `extern const std::string_view SYMBOL`
# (a qualified name). Long files are cut into literals that every compiler takes.
function(embed_text target file symbol)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
    string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "\"\\1\"\n" literals "${escaped}")
    file(SIZE ${file} size)
    string(REGEX REPLACE "^(.*)::([^:]+)$" "\\1;\\2" parts "${symbol}")
    list(GET parts 0 scope)
    list(GET parts 1 name)
    string(MAKE_C_IDENTIFIER "${symbol}" identifier)
    set(generated ${PROJECT_BINARY_DIR}/embedded/${identifier}.cpp)
    file(CONFIGURE OUTPUT ${generated} CONTENT "#include <string_view>
namespace ${scope} {
extern const std::string_view ${name};
const std::string_view ${name}(
${literals}, ${size});
}
" @ONLY)
    target_sources(${target} PRIVATE ${generated})
endfunction()
