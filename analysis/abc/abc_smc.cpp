#include "analysis/abc/abc_smc.hpp"

#include <algorithm>
#include <cmath>
#include <map>
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

std::size_t survivors_of(const AbcSettings& settings) {
  const double share = settings.survivors * static_cast<double>(settings.particles);
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(share)), 2,
                                 settings.particles - 1);
}

/// What one particle tried in a generation, and where it stands: one of those, or where it was.
struct Walk {
  std::vector<Places> tried_places;
  std::vector<Evaluation> tried;
  std::size_t stands = 0;  ///< 0: where it was, n: the n-th tried
  std::size_t accepted = 0;
};

class Sampler {
 public:
  Sampler(std::span<const Prior> priors, std::span<const Target> targets,
          const Statistics& statistics, const AbcSettings& settings, const AbcProgress& progress,
          const std::stop_token& stop)
      : priors_(priors),
        statistics_(statistics),
        settings_(settings),
        progress_(progress),
        stop_(stop) {
    result_.targets.assign(targets.begin(), targets.end());
  }

  AbcResult run() {
    if (!draw_prior()) return std::move(result_);
    while (result_.generations.size() <= settings_.generations && threshold_ > 0) {
      if (!next_generation()) break;
    }
    result_.complete = threshold_ == 0 || result_.generations.size() == settings_.generations + 1;
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
    if (progress_) progress_(done_, key.generation, threshold_);
    return made;
  }

  random::KeyedEngine engine(random::Purpose purpose, EvaluationKey key) const {
    const random::StreamKey stream =
        random::stream_key(settings_.seed, random::Replicate{0}, purpose);
    return {stream, std::uint64_t{key.generation} << 32 | key.particle, key.attempt};
  }

  /// Returns false if stopped; so do the others.
  bool draw_prior() {
    const std::size_t count = settings_.particles;
    std::vector<Places> places(count, Places(priors_.size()));
    std::vector<Evaluation> made(count);
    parallel::for_each_block(count, [&](std::size_t p) {
      if (stop_.stop_requested()) return;
      const EvaluationKey key{0, static_cast<std::uint32_t>(p), 0};
      random::KeyedEngine draws = engine(random::Purpose::calibration_prior, key);
      for (double& place : places[p]) place = random::unit_double(draws.bits64());
      made[p] = evaluate(places[p], key);
    });
    if (stop_.stop_requested()) return false;
    choose_units(made);
    for (Evaluation& each : made) each.distance = distance(result_.targets, each.statistics);
    result_.evaluations = std::move(made);
    result_.of_prior = count;
    places_ = std::move(places);
    population_.resize(count);
    std::iota(population_.begin(), population_.end(), 0);
    close_generation(1, count);
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

  /// Nearest first; of equals whoever came first.
  void sort_population() {
    std::ranges::stable_sort(population_, {},
                             [&](std::size_t each) { return result_.evaluations[each].distance; });
  }

  /// Sets it so that the asked share of the population, sorted, survives: those that did not fail,
  /// if fewer (but two), and ties. Returns how many do.
  std::size_t choose_threshold() {
    const auto distance_of = [&](std::size_t at) {
      return result_.evaluations[population_[at]].distance;
    };
    std::size_t kept = survivors_of(settings_);
    while (kept > 2 && std::isinf(distance_of(kept - 1))) --kept;
    threshold_ = distance_of(kept - 1);
    while (kept < population_.size() && distance_of(kept) <= threshold_) ++kept;
    return kept;
  }

  bool next_generation() {
    sort_population();
    const double before = threshold_;
    const std::size_t kept = choose_threshold();
    std::vector<Walk> walks(population_.size() - kept);
    std::vector<std::size_t> starts(walks.size());
    walk(kept, starts, walks);
    if (stop_.stop_requested()) {
      threshold_ = before;
      return false;
    }
    std::size_t accepted = 0;
    std::size_t tried = 0;
    for (std::size_t w = 0; w < walks.size(); ++w) {
      population_[kept + w] =
          walks[w].stands == 0 ? starts[w] : result_.evaluations.size() + walks[w].stands - 1;
      tried += walks[w].tried.size();
      accepted += walks[w].accepted;
      std::ranges::move(walks[w].tried, std::back_inserter(result_.evaluations));
      std::ranges::move(walks[w].tried_places, std::back_inserter(places_));
    }
    close_generation(tried == 0 ? 1 : static_cast<double>(accepted) / static_cast<double>(tried),
                     tried);
    return true;
  }

  /// Copies of random survivors, each moved as often as the settings say.
  void walk(std::size_t kept, std::vector<std::size_t>& starts, std::vector<Walk>& walks) {
    std::vector<Places> survivors;
    for (std::size_t s = 0; s < kept; ++s) survivors.push_back(places_[population_[s]]);
    const Surrogate surrogate(result_.targets, places_, result_.evaluations, learnt_from());
    const auto generation = static_cast<std::uint32_t>(result_.generations.size());
    parallel::for_each_block(walks.size(), [&](std::size_t w) {
      EvaluationKey key{generation, static_cast<std::uint32_t>(w), 0};
      random::KeyedEngine copy = engine(random::Purpose::calibration_copy, key);
      starts[w] = population_[random::below(copy.bits64(), kept)];
      Places at = places_[starts[w]];
      for (; key.attempt < settings_.moves && !stop_.stop_requested(); ++key.attempt) {
        random::KeyedEngine draws = engine(random::Purpose::calibration_move, key);
        const Places to = surrogate_walk(at, survivors, surrogate, draws);
        if (to == at) continue;  // as good as rejected
        Evaluation made = evaluate(to, key);
        made.distance = distance(result_.targets, made.statistics);
        const double correction = standing(surrogate, at) / standing(surrogate, to);
        const bool accepted =
            made.distance <= threshold_ && random::unit_double(draws.bits64()) < correction;
        walks[w].tried.push_back(std::move(made));
        walks[w].tried_places.push_back(to);
        if (!accepted) continue;
        walks[w].stands = walks[w].tried.size();
        ++walks[w].accepted;
        at = to;
      }
    });
  }

  /// The nearer half of all evaluations, so that the surrogate is good where it is used; all while
  /// there are few.
  std::vector<std::size_t> learnt_from() const {
    constexpr std::size_t few = 200;
    std::vector<std::size_t> order(result_.evaluations.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {},
                             [&](std::size_t each) { return result_.evaluations[each].distance; });
    order.resize(std::min(order.size(), std::max(few, order.size() / 2)));
    return order;
  }

  /// What the surrogate says for a place, in (0, 1]: 1 where the distance may be within the
  /// threshold, less where that would take an error larger than usual.
  double standing(const Surrogate& surrogate, const Places& at) const {
    const double beyond = surrogate.distance(at) - threshold_ - surrogate.error();
    return beyond <= 0 || std::isinf(threshold_) ? 1 : portable::exp(-beyond / surrogate.error());
  }

  /// Metropolis steps with respect to standing().
  Places surrogate_walk(Places at, std::span<const Places> survivors, const Surrogate& surrogate,
                        random::KeyedEngine& draws) const {
    double here = standing(surrogate, at);
    for (std::size_t step = 0; step < settings_.steps; ++step) {
      Places to = proposal(at, survivors, draws);
      const double there = standing(surrogate, to);
      if (random::unit_double(draws.bits64()) * here >= there) continue;
      at = std::move(to);
      here = there;
    }
    return at;
  }

  /// Weights are how often an evaluation stands in the population.
  void close_generation(double acceptance, std::size_t evaluations) {
    std::map<std::size_t, std::size_t> times;
    for (const std::size_t each : population_) ++times[each];
    result_.accepted.clear();
    double squares = 0;
    for (const auto& [evaluation, count] : times) {
      const double weight = static_cast<double>(count) / static_cast<double>(population_.size());
      result_.accepted.push_back({evaluation, weight});
      squares += weight * weight;
    }
    result_.generations.push_back({threshold_, acceptance, 1 / squares, evaluations});
  }

  std::span<const Prior> priors_;
  const Statistics& statistics_;
  const AbcSettings& settings_;
  const AbcProgress& progress_;
  const std::stop_token& stop_;
  AbcResult result_;
  std::vector<Places> places_;           ///< of the evaluations
  std::vector<std::size_t> population_;  ///< evaluations, some several times
  double threshold_ = std::numeric_limits<double>::infinity();
  std::mutex telling_;
  std::size_t done_ = 0;
};

}  // namespace

std::size_t planned_evaluations(const AbcSettings& settings) {
  return settings.particles +
         settings.generations * settings.moves * (settings.particles - survivors_of(settings));
}

AbcResult abc_smc(std::span<const Prior> priors, std::span<const Target> targets,
                  const Statistics& statistics, const AbcSettings& settings,
                  const AbcProgress& progress, const std::stop_token& stop) {
  CLOUT_EXPECT(settings.particles >= 4);
  CLOUT_EXPECT(settings.survivors > 0 && settings.survivors < 1);
  return Sampler(priors, targets, statistics, settings, progress, stop).run();
}

}  // namespace clout::abc
