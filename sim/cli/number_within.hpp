// The check of an option whose value is a number with a fraction.
#pragma once

namespace CLI {
class Validator;
}

namespace clout::cli {

/// From low to high. CLI::Range would take NaN, which is neither below nor above.
CLI::Validator number_within(double low, double high);

}  // namespace clout::cli
