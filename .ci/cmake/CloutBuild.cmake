# How every target of the project is compiled: one interface target, no global flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

find_program(CLOUT_CCACHE ccache)
if(CLOUT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CLOUT_CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(TBB REQUIRED)
find_package(HDF5 REQUIRED COMPONENTS C HL)
find_package(Boost 1.81 REQUIRED COMPONENTS graph json)

add_library(clout_flags INTERFACE)
target_compile_options(clout_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Werror
  # Fields with defaults may be left out: {.accounts = 10} is how specs are written.
  -Wno-missing-field-initializers
  # The same bits from every compiler and optimisation level: no fused multiply-add unless written.
  -ffp-contract=off
  # Nobody reads the floating-point exception flags; without this g++ turns no loop with a floating-point choice into
  # SIMD (clang++ does). Values are not affected.
  -fno-trapping-math)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # std::string + literal is reported falsely (GCC bug 105651).
  target_compile_options(clout_flags INTERFACE -Wno-restrict)
endif()
target_include_directories(clout_flags INTERFACE ${CMAKE_SOURCE_DIR})
if(CLOUT_SANITIZE)
  target_compile_options(clout_flags INTERFACE
    -fsanitize=${CLOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(clout_flags INTERFACE -fsanitize=${CLOUT_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Instrumented code confuses it, in <regex> for one (GCC bug 105562); the release build has it on.
    target_compile_options(clout_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(CLOUT_FUZZ)
  # Coverage of every module steers the fuzzer; only the fuzz_ binaries link its main (tests/fuzz).
  target_compile_options(clout_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(clout_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
