// How unequally follows are spread over accounts.
#pragma once

#include "sim/graph/degree_histogram.hpp"
#include "sim/graph/estimate.hpp"

namespace clout::graph {

/// Gini coefficient over all accounts, those without a follow included: 2 sum_i i x_(i) / (n sum x)
/// - (n+1)/n with x_(1) <= ... <= x_(n). 0: all equal, 1 - 1/n: one account has all.
double gini(const DegreeHistogram& histogram);

/// Share of all follows that go to the ceil(share x accounts) accounts of largest degree; share in
/// (0, 1].
double top_share(const DegreeHistogram& histogram, double share);

/// Standard deviation of ln x over accounts with x > 0 (divided by their number).
double sd_of_log(const DegreeHistogram& histogram);

/// Share of all accounts whose degree times people_per_agent lies in [from, to).
double share_of_accounts(const DegreeHistogram& histogram, double people_per_agent, double from,
                         double to);

}  // namespace clout::graph
