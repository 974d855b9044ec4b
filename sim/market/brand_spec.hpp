// A brand and its product.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "sim/base/parameter.hpp"

namespace clout::market {

/// Bought for pleasure, where authenticity counts, or for use.
enum class ProductKind { hedonic, utilitarian };

struct BrandSpec {
  std::string name;
  ProductKind product = ProductKind::hedonic;
  double price_usd = 30;
  double margin = 0.5;        ///< share of the price
  std::string niche;          ///< name of the niche it belongs to; empty: the largest
  double fit_in_niche = 0.8;  ///< fit with accounts of its own niche, 0..1
  double fit_elsewhere = 0.2;
  double familiarity = 0.3;  ///< share of consumers that know it at the start

  bool operator==(const BrandSpec&) const = default;
};

/// The rows of a scenario's [[brand]] tables.
std::span<const Parameter<BrandSpec>> brand_parameters();

}  // namespace clout::market

namespace clout {

template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::ProductKind>{"hedonic",
                                                                                   "utilitarian"};

}  // namespace clout
