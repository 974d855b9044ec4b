// Which settings decide, as a picture: a chart for each method that was run.
#include "sim/cli/chart_picture.hpp"
#include "sim/cli/sensitivity_chart.hpp"
#include "sim/cli/sensitivity_output.hpp"

namespace clout::cli {

std::string sensitivity_plot(const store::SweepRecord& sweep,
                             const sensitivity::Sensitivity& found) {
  const SweepChart charts[] = {tornado_chart(sweep, found), morris_chart(sweep, found),
                               sobol_chart(sweep, found), pawn_chart(sweep, found),
                               split_chart(found)};
  return chart_picture("What decides " + found.outcome.text, summary_text(sweep, found), charts,
                       sweep);
}

}  // namespace clout::cli
