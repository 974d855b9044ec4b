#include "analysis/abc/history_matching.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

#include "analysis/abc/proposal.hpp"
#include "analysis/abc/surrogate.hpp"
#include "sim/base/contracts.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"

namespace clout::abc {

namespace {

class Search {
 public:
  Search(std::span<const Prior> priors, std::span<const Target> targets,
         const Statistics& statistics, const MatchSettings& settings, const MatchProgress& progress,
         const std::stop_token& stop)
      : priors_(priors),
        statistics_(statistics),
        settings_(settings),
        progress_(progress),
        stop_(stop) {
    result_.targets.assign(targets.begin(), targets.end());
  }

  MatchResult run() {
    if (!draw_prior()) return std::move(result_);
    while (result_.waves.size() <= settings_.waves && !enough()) {
      if (!next_wave()) break;
    }
    result_.complete = enough() || result_.waves.size() == settings_.waves + 1;
    return std::move(result_);
  }

 private:
  /// Evaluates and tells. Without distance, for which the units may not be known yet.
  Evaluation evaluate(const Places& places, EvaluationKey key) {
    Evaluation made;
    for (std::size_t i = 0; i < priors_.size(); ++i)
      made.parameters.push_back(value_at(priors_[i], places[i]));
    made.statistics = statistics_(made.parameters, key, [this](std::span<const double> known) {
      return distance_of_known(result_.targets, known) > threshold_;
    });
    const std::lock_guard lock(telling_);
    ++done_;
    if (progress_) progress_(done_, key.wave, threshold_);
    return made;
  }

  random::KeyedEngine engine(random::Purpose purpose, EvaluationKey key) const {
    const random::StreamKey stream =
        random::stream_key(settings_.seed, random::Replicate{0}, purpose);
    return {stream, std::uint64_t{key.wave} << 32 | key.number, 0};
  }

  /// Returns false if stopped; so do the others.
  bool draw_prior() {
    const std::size_t count = settings_.first;
    std::vector<Places> places(count, Places(priors_.size()));
    std::vector<Evaluation> made(count);
    parallel::for_each_job(count, [&](std::size_t p) {
      if (stop_.stop_requested()) return;
      const EvaluationKey key{0, static_cast<std::uint32_t>(p)};
      random::KeyedEngine draws = engine(random::Purpose::calibration_prior, key);
      for (double& place : places[p]) place = random::unit_double(draws.bits64());
      for (std::size_t i = 0; p == 0 && i < settings_.start.size(); ++i)
        places[p][i] = place_of(priors_[i], settings_.start[i]);
      made[p] = evaluate(places[p], key);
    });
    if (stop_.stop_requested()) return false;
    choose_units(made);
    for (Evaluation& each : made) each.distance = distance(result_.targets, each.statistics);
    result_.evaluations = std::move(made);
    result_.of_prior = count;
    places_ = std::move(places);
    close_wave(count, count);
    return true;
  }

  void choose_units(const std::vector<Evaluation>& of_prior) {
    for (std::size_t t = 0; t < result_.targets.size(); ++t) {
      if (result_.targets[t].unit > 0) continue;
      std::vector<double> values;
      for (const Evaluation& each : of_prior) {
        if (t < each.statistics.size()) values.push_back(each.statistics[t]);
      }
      result_.targets[t].unit = unit_of(result_.targets[t], std::move(values));
    }
  }

  /// Evaluations by distance, the nearest first; of equals whoever came first.
  std::vector<std::size_t> nearest() const {
    std::vector<std::size_t> order(result_.evaluations.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {},
                             [&](std::size_t each) { return result_.evaluations[each].distance; });
    return order;
  }

  std::size_t matched() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        result_.evaluations, [](const Evaluation& each) { return each.distance == 0; }));
  }

  bool enough() const { return matched() >= settings_.wanted; }

  bool next_wave() {
    const std::vector<std::size_t> order = nearest();
    std::vector<Places> good;
    for (std::size_t n = 0; n < std::min(order.size(), settings_.kept); ++n)
      good.push_back(places_[order[n]]);
    // Whoever is matched goes on, however many they are.
    for (std::size_t n = good.size(); n < order.size(); ++n) {
      if (result_.evaluations[order[n]].distance > 0) break;
      good.push_back(places_[order[n]]);
    }
    threshold_ = result_.evaluations[order[std::min(good.size(), order.size()) - 1]].distance;
    std::vector<Places> places(settings_.each);
    std::vector<Evaluation> made(settings_.each);
    walk(good, order, places, made);
    if (stop_.stop_requested()) return false;
    std::size_t nearer = 0;
    for (Evaluation& each : made) {
      each.distance = distance(result_.targets, each.statistics);
      nearer += each.distance <= threshold_ ? 1U : 0U;
    }
    std::ranges::move(made, std::back_inserter(result_.evaluations));
    std::ranges::move(places, std::back_inserter(places_));
    close_wave(settings_.each, nearer);
    return true;
  }

  /// Walks from good sets on the surrogate, the end of each evaluated.
  void walk(const std::vector<Places>& good, const std::vector<std::size_t>& order,
            std::vector<Places>& places, std::vector<Evaluation>& made) {
    const Surrogate surrogate(result_.targets, places_, result_.evaluations, learnt_from(order));
    const auto wave = static_cast<std::uint32_t>(result_.waves.size());
    parallel::for_each_job(made.size(), [&](std::size_t w) {
      if (stop_.stop_requested()) return;
      const EvaluationKey key{wave, static_cast<std::uint32_t>(w)};
      random::KeyedEngine start = engine(random::Purpose::calibration_start, key);
      random::KeyedEngine draws = engine(random::Purpose::calibration_move, key);
      places[w] =
          surrogate_walk(good[random::below(start.bits64(), good.size())], good, surrogate, draws);
      made[w] = evaluate(places[w], key);
    });
  }

  /// The nearer half of all evaluations, so that the surrogate is good where it is used; all while
  /// there are few.
  std::vector<std::size_t> learnt_from(std::vector<std::size_t> order) const {
    constexpr std::size_t few = 300;
    order.resize(std::min(order.size(), std::max(few, order.size() / 2)));
    return order;
  }

  /// Steps that the surrogate holds to be no farther than the walk has come, or to match: downhill,
  /// and then at random over all that may match.
  Places surrogate_walk(Places at, std::span<const Places> good, const Surrogate& surrogate,
                        random::KeyedEngine& draws) const {
    double here = surrogate.distance(at);
    for (std::size_t step = 0; step < settings_.steps; ++step) {
      Places to = proposal(at, good, draws);
      const double there = surrogate.distance(to);
      if (there > here) continue;
      at = std::move(to);
      here = there;
    }
    return at;
  }

  /// The sets that match, or while there are not enough of them the nearest.
  void close_wave(std::size_t evaluations, std::size_t nearer) {
    const std::vector<std::size_t> order = nearest();
    const std::size_t count =
        std::clamp<std::size_t>(matched(), std::min(order.size(), settings_.wanted), order.size());
    result_.accepted.clear();
    for (std::size_t n = 0; n < count; ++n)
      result_.accepted.push_back({order[n], 1.0 / static_cast<double>(count)});
    result_.waves.push_back(
        {threshold_, matched(), nearer, evaluations, result_.evaluations[order.front()].distance});
  }

  std::span<const Prior> priors_;
  const Statistics& statistics_;
  const MatchSettings& settings_;
  const MatchProgress& progress_;
  const std::stop_token& stop_;
  MatchResult result_;
  std::vector<Places> places_;  ///< of the evaluations
  double threshold_ = std::numeric_limits<double>::infinity();
  std::mutex telling_;
  std::size_t done_ = 0;
};

}  // namespace

std::size_t planned_evaluations(const MatchSettings& settings) {
  return settings.first + settings.waves * settings.each;
}

MatchResult match_history(std::span<const Prior> priors, std::span<const Target> targets,
                          const Statistics& statistics, const MatchSettings& settings,
                          const MatchProgress& progress, const std::stop_token& stop) {
  CLOUT_EXPECT(settings.first >= 4 && settings.kept >= 4 && settings.wanted >= 1);
  return Search(priors, targets, statistics, settings, progress, stop).run();
}

}  // namespace clout::abc
