// One alternative of a study, with every setting it runs by.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/run_spec.hpp"
#include "sim/market/brand_spec.hpp"
#include "sim/market/campaign_spec.hpp"
#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"

namespace clout::engine {

struct Arm {
  std::string name;
  market::PlatformSpec platform;
  market::MarketSpec market;
  std::vector<market::BrandSpec> brands;
  std::vector<market::CampaignSpec> campaigns;  ///< those that run
};

}  // namespace clout::engine
