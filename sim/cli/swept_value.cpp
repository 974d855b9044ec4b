#include "sim/cli/swept_value.hpp"

#include <boost/json.hpp>

#include "analysis/report/setting_words.hpp"
#include "sim/cli/csv_field.hpp"

namespace clout::cli {

boost::json::value swept_value_json(const store::SweptSetting& setting, std::size_t point) {
  if (const auto* words = std::get_if<std::vector<std::string>>(&setting.values))
    return boost::json::value((*words)[point]);
  if (const auto* switches = std::get_if<std::vector<std::int32_t>>(&setting.values))
    return (*switches)[point] != 0;
  return std::get<std::vector<double>>(setting.values)[point];
}

std::string swept_value_field(const store::SweptSetting& setting, std::size_t point) {
  if (const auto* numbers = std::get_if<std::vector<double>>(&setting.values))
    return csv_field((*numbers)[point]);
  return csv_field(report::value_text(setting, point));
}

}  // namespace clout::cli
