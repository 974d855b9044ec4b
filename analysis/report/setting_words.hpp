// What a reader who does not know the settings' keys calls them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/store/sweep_file.hpp"

namespace clout::report {

/// "campaign.launch.budget_usd" to "launch budget", "platform.reach.slope" to "reach slope": within
/// a sentence. The unit that a key ends with is left to the values; days are named.
std::string setting_label(std::string_view key);

/// A label for each setting that varies, in their order; the key itself where two would have the
/// same label.
std::vector<std::string> setting_labels(const store::SweepRecord& sweep);

/// The unit to write a setting's values in: "share" (so with %) for pure numbers that are one by
/// their key or meaning, otherwise the setting's own.
std::string shown_unit(const store::SweptSetting& setting);

/// "50k", "5%", "macro", "yes": the value of a setting at a point, as short as it is.
std::string value_text(const store::SweptSetting& setting, std::size_t point);

/// The same with its unit: "50k USD".
std::string value_with_unit(const store::SweptSetting& setting, std::size_t point);

}  // namespace clout::report
