// Pictures of a sweep: who wins where over two settings, or each arm's figure over one.
#pragma once

#include <string>

#include "analysis/report/sweep_summary.hpp"

namespace clout::cli {

/// A picture with what must be said of it.
struct SweepChart {
  std::string svg;      ///< takes its colours from the style sheet of reports; empty: no picture
  std::string caption;  ///< full sentences
};

/// The map for two numbers that vary, the curves for one, else nothing.
SweepChart sweep_chart(const store::SweepRecord& sweep, const report::SweepSummary& summary);

/// Its two kinds.
SweepChart sweep_map(const store::SweepRecord& sweep, const report::SweepSummary& summary);
SweepChart sweep_curves(const store::SweepRecord& sweep, const report::SweepSummary& summary);

/// The same as a file of its own, with its colours, title and caption. Throws InputError, which
/// names the option --plot, where there is no picture.
std::string sweep_plot(const store::SweepRecord& sweep, const report::SweepSummary& summary);

/// Throws InputError, which names the option --plot, if a sweep over these settings has no picture.
void require_chart(const store::SweepRecord& sweep);

/// Classes of an arm in the style sheet.
std::string sweep_arm_style(std::size_t arm);

/// The mark of an arm at a place in the picture: its shape tells it apart without colours. kind:
/// "spot" (filled) or "ring" (hollow).
std::string arm_mark(std::size_t arm, double x, double y, const char* kind);

}  // namespace clout::cli
