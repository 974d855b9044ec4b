#include "analysis/patterns/calibration_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/patterns/advertising_response.hpp"
#include "analysis/patterns/bands.hpp"
#include "analysis/patterns/cascades.hpp"
#include "analysis/patterns/engagement_table.hpp"
#include "analysis/patterns/expected_revenue.hpp"
#include "analysis/patterns/repetition.hpp"
#include "analysis/patterns/sponsored_loss.hpp"

namespace clout::patterns {

namespace {

constexpr random::Replicate only{0};

/// What was measured of one pattern, in the order in which it is listed.
template <std::size_t count>
using Figures = std::array<double, count>;

template <std::size_t count>
Figures<count> nothing() {
  Figures<count> figures;
  figures.fill(std::nan(""));
  return figures;
}

/// Of the Instagram market, all from one run.
struct MarketFigures {
  Figures<2> ratio = nothing<2>();
  Figures<2> curve = nothing<2>();
  Figures<2> revenue = nothing<2>();
  Figures<3> response = nothing<3>();
  Figures<3> cascades = nothing<3>();
  Figures<table_tiers> engagement = nothing<table_tiers>();
};

void read_state(const engine::World& world, MarketFigures& figures) {
  const auto accounts = account_engagement(world, warm_up_days, usual_sponsoring(*world.arm));
  figures.ratio = {sponsored_ratio(accounts, small_audience),
                   sponsored_ratio(accounts, mega_audience)};
  const SizeCurve curve = sponsored_curve(accounts);
  figures.curve = {curve.curvature, curve.peak};
  figures.engagement = mean_engagement(accounts);
  const auto posts = expected_revenue(world, 0, warm_up_days);
  figures.revenue = {nano_over_macro(posts), revenue_exponent(posts)};
}

Figures<3> figures_of(const AdvertisingResponse& response) {
  const double gained = response.extra_during + response.extra_after;
  return {short_run_elasticity(response),
          response.extra_during > 0 ? std::max(0.0, gained / response.extra_during) : std::nan(""),
          awareness_half_life(response)};
}

constexpr ResponseTiming timing{.period = 56, .after = 56};

/// The Instagram market from its warm-up on.
class CalibrationMarket {
 public:
  explicit CalibrationMarket(const Lab& lab)
      : lab_(lab),
        arm_(usual_arm(lab.arm())),
        cascades_(lab.market().graph.accounts()),
        record_([this](market::Day day, const GoingMarket& going, const engine::DayTally& tally) {
          cascades_.record(going, day);
          if (day < warm_up_days) monthly_sales_ += sales(tally);
        }),
        going_(warm_market(lab, arm_, only, timing.days(), record_)) {}
  CalibrationMarket(const CalibrationMarket&) = delete;
  CalibrationMarket& operator=(const CalibrationMarket&) = delete;

  /// What its state says on the morning after.
  void read(MarketFigures& figures) const {
    if (!lab_.stopped()) read_state(going_.world, figures);
  }

  /// What the months that follow say.
  void go_on(MarketFigures& figures) {
    if (lab_.stopped()) return;
    figures.response = figures_of(advertising_response(going_, monthly_sales_, timing, record_));
    const auto before = static_cast<market::Day>(warm_up_days + timing.period);
    const auto begun = cascades_.begun_before(before);
    figures.cascades = {shallow_share(begun), cascades_.caused_per_adopter(before),
                        size_by_broadcast(begun)};
  }

 private:
  const Lab& lab_;
  engine::Arm arm_;
  Cascades cascades_;
  double monthly_sales_ = 0;
  AfterDay record_;
  GoingMarket going_;
};

Figures<3> video_figures(const Lab& lab) {
  if (lab.stopped()) return nothing<3>();
  const engine::Arm arm = loss_arm(lab.arm_on(market::PlatformProfile::youtube));
  const GoingMarket going = warm_market(lab, arm, only);
  const auto loss = [&](LossBrand brand) {
    return sponsored_loss(going.world, brand, warm_up_days);
  };
  const std::vector<SizePoint> usual = loss(LossBrand::usual);
  return {mean_loss(usual), relative_slope(usual),
          mean_loss(loss(LossBrand::good_fit)) / mean_loss(loss(LossBrand::poor_fit))};
}

Figures<2> repetition_figures(const Lab& lab) {
  if (lab.stopped()) return nothing<2>();
  const Repetition attitudes = repetition(lab, only);
  const Peak spaced = peak_of(attitudes.spaced);
  return {spaced.exposures, spaced.attitude - peak_of(attitudes.massed).attitude};
}

std::vector<Statistic> listed(const MarketFigures& market, const Figures<3>& video,
                              const Figures<2>& repeated) {
  const auto published = published_engagement(market::PlatformProfile::instagram);
  constexpr bool ratio = true;
  constexpr bool difference = false;
  return {
      {"P02", "P02 loss", bands::sponsored_loss, ratio, video[0]},
      {"P02", "P02 slope", bands::loss_slope, difference, video[1]},
      {"P02", "P02 good fit over poor", bands::loss_at_good_fit, ratio, video[2]},
      {"P08", "P08 ratio at 20k", bands::ratio_at_20k, ratio, market.ratio[0]},
      {"P08", "P08 ratio at 3M", bands::ratio_at_3m, ratio, market.ratio[1]},
      {"P15", "P15 curvature", bands::curvature, difference, market.curve[0]},
      {"P15", "P15 peak", bands::peak, ratio, market.curve[1]},
      {"P18", "P18 nano over macro", bands::nano_over_macro, ratio, market.revenue[0]},
      {"P18", "P18 exponent", bands::revenue_exponent, difference, market.revenue[1]},
      {"P19", "P19 spaced peak", bands::spaced_peak, ratio, repeated[0]},
      {"P19", "P19 spaced less massed", bands::spaced_less_massed, difference, repeated[1]},
      {"P21", "P21 short-run", bands::short_run, difference, market.response[0]},
      {"P21", "P21 long over short", bands::long_over_short, ratio, market.response[1]},
      {"P21", "P21 awareness half-life", bands::awareness_half_life, ratio, market.response[2]},
      {"P23", "P23 shallow", bands::shallow_cascades, difference, market.cascades[0]},
      {"P23", "P23 caused per adopter", bands::caused_per_adopter, difference, market.cascades[1]},
      {"P23", "P23 size by broadcast", bands::size_by_broadcast, difference, market.cascades[2]},
      {"ER", "ER nano", bands::engagement(published[0]), ratio, market.engagement[0]},
      {"ER", "ER micro", bands::engagement(published[1]), ratio, market.engagement[1]},
      {"ER", "ER mid", bands::engagement(published[2]), ratio, market.engagement[2]},
      {"ER", "ER macro", bands::engagement(published[3]), ratio, market.engagement[3]},
      {"ER", "ER mega", bands::engagement(published[4]), ratio, market.engagement[4]},
  };
}

}  // namespace

std::vector<Statistic> calibration_statistics(const Lab& lab, const Hopeless& hopeless) {
  const Figures<2> repeated = repetition_figures(lab);
  const Figures<3> video = video_figures(lab);
  MarketFigures market;
  CalibrationMarket going(lab);
  going.read(market);
  std::vector<Statistic> cheap = listed(market, video, repeated);
  if (hopeless && hopeless(values_of(cheap))) return cheap;
  going.go_on(market);
  return listed(market, video, repeated);
}

std::vector<double> values_of(std::span<const Statistic> statistics) {
  std::vector<double> values;
  values.reserve(statistics.size());
  for (const Statistic& each : statistics) values.push_back(each.value);
  return values;
}

}  // namespace clout::patterns
