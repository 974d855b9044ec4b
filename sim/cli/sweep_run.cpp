#include "sim/cli/sweep_run.hpp"

#include <algorithm>

#include "analysis/report/figures.hpp"
#include "analysis/report/results.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/cli/study_record.hpp"
#include "sim/engine/ensemble.hpp"

namespace clout::cli {

namespace {

/// What decides a graph.
struct GraphKey {
  std::int64_t seed;  ///< the study's at all points of a sweep
  scenario::GraphSource source;
  graph::GraphSpec graph;
  double nano_from;  ///< accounts of the influencer table with fewer followers are not planted

  bool operator==(const GraphKey&) const = default;
};

GraphKey graph_key(const scenario::Scenario& study) {
  return {study.run.seed, study.graph_source, study.graph, study.platform.tiers.nano_from};
}

/// Points that share a graph.
struct Group {
  GraphKey key;
  std::vector<std::size_t> points;
};

/// Groups of points that are not finished, in the order of their first points.
std::vector<Group> groups_of(const SweepPlan& plan, const store::SweepWriter& writer) {
  std::vector<Group> groups;
  for (std::size_t point = 0; point < plan.points.size(); ++point) {
    if (writer.finished(point).size() == plan.record.replicates.size()) continue;
    GraphKey key = graph_key(study_at(plan, point));
    const auto same = [&](const Group& each) { return each.key == key; };
    const auto at = std::find_if(groups.begin(), groups.end(), same);
    if (at == groups.end()) {
      groups.push_back({std::move(key), {point}});
    } else {
      at->points.push_back(point);
    }
  }
  return groups;
}

/// Figures of all arms of one replicate, by (arm, figure).
std::vector<std::vector<double>> figures_of(const store::StudyRecord& study,
                                            const std::vector<report::Figure>& figures,
                                            const std::vector<report::Totals>& totals) {
  std::vector<std::vector<double>> values(totals.size());
  for (std::size_t arm = 0; arm < totals.size(); ++arm) {
    const auto idle = report::idle_arm(study, arm);
    const report::FigureInput input{study, totals[arm], idle ? &totals[*idle] : nullptr};
    for (const report::Figure& figure : figures) values[arm].push_back(figure.value(input));
  }
  return values;
}

class SweepRun {
 public:
  SweepRun(const SweepPlan& plan, store::SweepWriter& writer, RunProgress& progress,
           const StudyMemory& memory, std::stop_token stop)
      : plan_(plan),
        writer_(writer),
        progress_(progress),
        memory_(memory),
        stop_(std::move(stop)),
        figures_(report::all_figures()) {}

  bool run() {
    const std::vector<Group> groups = groups_of(plan_, writer_);
    require_memory(groups);
    for (const Group& group : groups) {
      for (const std::size_t point : group.points)
        markets_total_ += plan_.record.replicates.size() - writer_.finished(point).size();
    }
    markets_total_ *= plan_.study.arms.size();
    for (const Group& group : groups) {
      if (stop_.stop_requested()) return false;
      const graph::Network network = network_of(study_at(plan_, group.points.front()), memory_);
      for (const std::size_t point : group.points) {
        if (!run_point(point, network)) return false;
      }
    }
    return true;
  }

 private:
  /// Of the graph with most follows, else noticed after hours. Tables of influencers, which are
  /// read once a graph, are left out.
  void require_memory(const std::vector<Group>& groups) const {
    const Group* largest = nullptr;
    const auto follows = [](const Group& group) {
      const graph::GraphSpec spec = resolved(group.key.graph);
      return static_cast<double>(spec.accounts) * spec.mean_follows;
    };
    for (const Group& group : groups) {
      if (!group.key.source.file.empty()) continue;
      if (largest == nullptr || follows(group) > follows(*largest)) largest = &group;
    }
    if (largest == nullptr) return;
    const scenario::Scenario study = study_at(plan_, largest->points.front());
    memory_.require(study.graph, arms_of(study), study.run);
  }

  bool run_point(std::size_t point, const graph::Network& network) {
    if (stop_.stop_requested()) return false;
    const scenario::Scenario study = study_at(plan_, point);
    const std::vector<engine::Arm> arms = arms_of(study);
    const store::StudyRecord record = point_record(study, arms, network);
    const auto done = writer_.finished(point);
    std::vector<report::Totals> totals;  // of the replicate that is being reported
    random::Replicate current{};
    const engine::Recorder recorder{[&](engine::Outcome&& outcome) {
                                      if (outcome.replicate != current) totals.clear();
                                      current = outcome.replicate;
                                      if (outcome.arm != totals.size())
                                        return;  // an arm before it was not finished
                                      totals.push_back(report::totals_of(record, outcome));
                                      if (totals.size() == arms.size())
                                        writer_.add(point, current,
                                                    figures_of(record, figures_, totals));
                                    },
                                    [&](const engine::EnsembleProgress& each) { show(each); }};
    const bool all =
        run_ensemble(network, arms, study.run, memory_.live_markets(network, arms, study.run),
                     recorder, stop_, done);
    markets_before_ += (plan_.record.replicates.size() - done.size()) * arms.size();
    writer_.write_point(point);
    return all;
  }

  /// Of the whole sweep, each point's days counted by the share of them that is done.
  void show(const engine::EnsembleProgress& point) {
    const auto days = plan_.study.run.days + plan_.study.run.warm_up_days;
    const double share = point.days_total == 0 ? 1.0
                                               : static_cast<double>(point.days_done) /
                                                     static_cast<double>(point.days_total);
    const auto days_of = [&](double markets) {
      return static_cast<std::int64_t>(markets * static_cast<double>(days));
    };
    engine::EnsembleProgress whole = point;
    whole.markets_done = markets_before_ + point.markets_done;
    whole.markets_total = markets_total_;
    whole.days_done = days_of(static_cast<double>(markets_before_) +
                              share * static_cast<double>(point.markets_total));
    whole.days_total = days_of(static_cast<double>(markets_total_));
    progress_.show(whole);
  }

  const SweepPlan& plan_;
  store::SweepWriter& writer_;
  RunProgress& progress_;
  const StudyMemory& memory_;
  std::stop_token stop_;
  std::vector<report::Figure> figures_;
  std::size_t markets_before_ = 0;  ///< of points that are done
  std::size_t markets_total_ = 0;
};

}  // namespace

bool run_sweep(const SweepPlan& plan, store::SweepWriter& writer, RunProgress& progress,
               const StudyMemory& memory, std::stop_token stop) {
  return SweepRun(plan, writer, progress, memory, std::move(stop)).run();
}

}  // namespace clout::cli
