#include "sim/cli/plus_minus.hpp"

#include <algorithm>

#include "analysis/report/number_text.hpp"

namespace clout::cli {

namespace {

std::size_t decimals(const std::string& number) {
  const std::size_t point = number.find('.');
  if (point == std::string::npos) return 0;
  return std::min(number.find_first_not_of("0123456789", point + 1), number.size()) - point - 1;
}

}  // namespace

std::string plus_minus(double mean, double half, std::string_view unit) {
  const std::string off = report::number_text(half, unit, 2);
  int digits = 3;
  std::string text = report::number_text(mean, unit, digits);
  while (digits > 1 && text.back() == off.back() && decimals(text) > decimals(off))
    text = report::number_text(mean, unit, --digits);
  return text + " +-" + off;
}

}  // namespace clout::cli
