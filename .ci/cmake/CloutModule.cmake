# clout_module(NAME SOURCES ... HEADERS ... [NEEDS ...] [USES ...])
# One static library clout_<name> for the module in the current folder. NEEDS are what its headers show (public), USES
# what only its sources see (private). x.cpp includes x.hpp before all else (tests/layering/directions.cmake), so that
# compiling the module shows that x.hpp needs nothing before it; the other headers form a FILE_SET, which target
# all_verify_interface_header_sets compiles one by one. A precompiled header or a unity build of a module would hide what
# x.hpp lacks: then all headers belong in the set.
function(clout_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;NEEDS;USES" ${ARGN})
  set(target clout_${name})
  list(TRANSFORM ARG_SOURCES REPLACE "[.]cpp$" ".hpp" OUTPUT_VARIABLE included_first)
  set(no_source ${ARG_HEADERS})
  list(REMOVE_ITEM no_source ${included_first})
  add_library(${target} STATIC ${ARG_SOURCES} ${ARG_HEADERS})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${no_source})
  target_link_libraries(${target} PUBLIC ${ARG_NEEDS} PRIVATE clout_flags ${ARG_USES})
  # clout_flags stays private; the include root is what users of the headers need.
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()

# A test's time limit. Instrumented code takes ten times as long.
set(CLOUT_TEST_SECONDS 300)
if(CLOUT_SANITIZE)
  set(CLOUT_TEST_SECONDS 3000)
endif()

# clout_test(NAME SOURCES ... USES ... [LABELS ...])
# One Catch2 binary test_<name>; every test case is a CTest test <name>/<case>.
function(clout_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LABELS" ${ARGN})
  set(target test_${name})
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE clout_flags clout_test_support ${ARG_USES})
  target_precompile_headers(${target} REUSE_FROM clout_test_support)
  # Discovery takes a binary that cannot start (a sanitizer's report, a missing library) for one without tests; so the
  # build ends here if it cannot.
  add_custom_command(TARGET ${target} POST_BUILD COMMAND sh -c "\"$0\" --help >/dev/null" $<TARGET_FILE:${target}> VERBATIM)
  # A name that CMake or Catch2 reads otherwise than it stands (a semicolon) matches no test: that is a failure, as it is in
  # version 3 anyway.
  set(none_fails)
  if(Catch2_VERSION VERSION_LESS 3)
    set(none_fails EXTRA_ARGS --warn NoTests)
  endif()
  catch_discover_tests(${target} TEST_PREFIX "${name}/" ${none_fails}
    PROPERTIES TIMEOUT ${CLOUT_TEST_SECONDS} LABELS "${ARG_LABELS}")
endfunction()
