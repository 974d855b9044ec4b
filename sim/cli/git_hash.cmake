# cmake -DROOT=<repository> -DOUT=<header> -P git_hash.cmake
# Writes the header with the commit's hash, "-dirty" if the tree differs from it; untouched if nothing changed.
find_package(Git QUIET)
set(hash "unknown")
if(GIT_FOUND)
  execute_process(COMMAND ${GIT_EXECUTABLE} -C ${ROOT} rev-parse --short=12 HEAD
    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(hash ${found})
    execute_process(COMMAND ${GIT_EXECUTABLE} -C ${ROOT} diff --quiet HEAD RESULT_VARIABLE dirty ERROR_QUIET)
    if(dirty)
      string(APPEND hash "-dirty")
    endif()
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT "#pragma once\n\nnamespace clout::cli::build_info {\ninline constexpr const char* git_hash = \"${hash}\";\n}\n")
