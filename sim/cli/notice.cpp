#include "sim/cli/notice.hpp"

#include <cstdio>

namespace clout::cli {

// Not fmt::print, which throws.
void print_notice(const std::string& text) { std::fputs(text.c_str(), stderr); }

}  // namespace clout::cli
