#include "sim/cli/describe_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace clout::cli {

namespace {

using graph::Figure;
using graph::Writing;

constexpr int label_width = 38;
constexpr int value_width = 18;
constexpr int target_width = 14;
constexpr int network_width = 10;
constexpr std::size_t figures_for_a_column = 5;

std::string with_commas(double value) {
  std::string digits = fmt::format("{:.0f}", value);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string large_count(double value) {
  if (value >= 1e9) return fmt::format("{:.4g}G", value / 1e9);
  if (value >= 1e6) return fmt::format("{:.4g}M", value / 1e6);
  return with_commas(value);
}

/// Value and standard error, the latter with two digits and the former to the same place.
std::string value_text(const Figure& figure) {
  const double error = figure.estimate.standard_error;
  if (!(error > 0) || std::isnan(figure.estimate.value))
    return written(figure.estimate.value, figure.writing);
  const double scale = figure.writing == Writing::share ? 100 : 1;
  const int places = std::clamp(1 - static_cast<int>(std::floor(std::log10(error * scale))), 0, 6);
  return fmt::format("{:.{}f} +-{:.{}f}{}", figure.estimate.value * scale, places, error * scale,
                     places, scale == 100 ? "%" : "");
}

std::string target_text(const graph::Target& target, Writing writing) {
  if (writing != Writing::share) return fmt::format("{:.4g} .. {:.4g}", target.low, target.high);
  return fmt::format("{:.4g} .. {:.4g}%", target.low * 100, target.high * 100);
}

std::string mark(const DescribedGraph& described, const Figure& figure, bool color) {
  const auto painted = [&](const char* code, const char* text) {
    return color ? fmt::format("\x1b[{}m{:<4}\x1b[0m", code, text) : fmt::format("{:<4}", text);
  };
  if (graph::target_of(figure.key) == nullptr) return painted("0", "");
  if (verdict_on(figure) == graph::Verdict::met) return painted("32", "ok");
  const bool missed = std::find(described.missed.begin(), described.missed.end(), figure.key) !=
                      described.missed.end();
  return missed ? painted("31", "MISS") : painted("0", ".");
}

std::vector<graph::PublishedNetwork> columns() {
  std::vector<graph::PublishedNetwork> networks;
  for (const auto& network : graph::published_networks()) {
    if (network.values.size() >= figures_for_a_column) networks.push_back(network);
  }
  return networks;
}

std::string heading(const std::vector<graph::PublishedNetwork>& networks) {
  std::string line = fmt::format("{:<{}}{:>{}}  {:>{}} {:<4}", "", label_width, "value",
                                 value_width, "target", target_width, "");
  for (const auto& network : networks)
    line += fmt::format("{:>{}}", network.heading, network_width);
  return line + "\n";
}

std::string row(const DescribedGraph& described, const Figure& figure,
                const std::vector<graph::PublishedNetwork>& networks, bool color) {
  const graph::Target* const target = graph::target_of(figure.key);
  std::string line =
      fmt::format("{:<{}}{:>{}}  {:>{}} {}", figure.label, label_width, value_text(figure),
                  value_width, target == nullptr ? "" : target_text(*target, figure.writing),
                  target_width, mark(described, figure, color));
  for (const auto& network : networks) {
    const graph::PublishedValue* const known = graph::published_value(network, figure.key);
    line += fmt::format("{:>{}}", known == nullptr ? "" : written(known->value, figure.writing),
                        network_width);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string closing_line(const DescribedGraph& described) {
  std::size_t asked = 0;
  for (const Figure& figure : described.figures)
    asked += graph::target_of(figure.key) != nullptr ? 1U : 0U;
  return fmt::format(
      "{} of {} figures with a target meet it. Targets are those of generated graphs. +-: standard "
      "error.\n",
      asked - described.missed.size(), asked);
}

}  // namespace

std::string written(double value, Writing writing) {
  if (std::isnan(value)) return "-";
  switch (writing) {
    case Writing::count:
      return value >= 1e7 ? large_count(value) : with_commas(value);
    case Writing::share:
      return fmt::format("{:.3g}%", value * 100);
    case Writing::number:
      return fmt::format("{:.4g}", value);
  }
  return {};
}

std::string describe_table(const DescribedGraph& described, bool color) {
  const std::vector<graph::PublishedNetwork> networks = columns();
  std::string text = fmt::format("{}: {}\n", described.name, described.origin) + heading(networks);
  for (const Figure& figure : described.figures) text += row(described, figure, networks, color);
  return text + closing_line(described);
}

}  // namespace clout::cli
