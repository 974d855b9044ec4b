#include "sim/market/brand_spec.hpp"

namespace clout::market {

namespace {

using enum Provenance;

const Parameter<BrandSpec> rows[] = {
    {{"product", "1", 0, 0, 0, 0, found,
      "the micro advantage holds for hedonic, not utilitarian products (Park et al. 2021)",
      "Whether the product is bought for pleasure (hedonic) or for use (utilitarian)."},
     choice<&BrandSpec::product>},
    {{"price_usd", "USD", 0.01, 1e7, 5, 200, assumed, "an input of the study",
      "Price of the product."},
     &BrandSpec::price_usd},
    {{"margin", "1", 0, 1, 0.2, 0.8, assumed, "an input of the study",
      "Contribution margin as a share of the price."},
     &BrandSpec::margin},
    {{"niche", "1", 0, 0, 0, 0, assumed, "an input of the study",
      "Niche that the brand belongs to; empty for the largest."},
     &BrandSpec::niche},
    {{"fit_in_niche", "1", 0, 1, 0.5, 1, assumed,
      "fit decides the sign of celebrity effects (Knoll & Matthes 2017); scale ours",
      "Fit of the brand with accounts of its own niche."},
     &BrandSpec::fit_in_niche},
    {{"fit_elsewhere", "1", 0, 1, 0, 0.5, assumed,
      "fit decides the sign of celebrity effects (Knoll & Matthes 2017); scale ours",
      "Fit of the brand with accounts of other niches."},
     &BrandSpec::fit_elsewhere},
    {{"familiarity", "1", 0, 1, 0, 0.9, assumed, "an input of the study",
      "Share of consumers that know the brand at the start."},
     &BrandSpec::familiarity},
};

}  // namespace

std::span<const Parameter<BrandSpec>> brand_parameters() { return rows; }

}  // namespace clout::market
