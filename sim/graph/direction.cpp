#include "sim/graph/direction.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <vector>

#include <fmt/core.h>

#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

constexpr double weak_below = 1.5;
constexpr std::size_t most_heading_words = 5;
constexpr std::array<std::string_view, 3> follower_words{"follower", "followerid", "followers"};
constexpr std::array<std::string_view, 12> followee_words{
    "followee", "followeeid", "followees", "followed", "followedid", "user",
    "userid",   "account",    "accountid", "friend",   "celebrity",  "influencer"};
constexpr std::array<std::string_view, 4> from_words{"from", "fromnodeid", "fromid", "source"};
constexpr std::array<std::string_view, 4> to_words{"to", "tonodeid", "toid", "target"};

bool is_one_of(const std::string& word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words in small letters, "from_node_id" as "fromnodeid"; everything but letters, digits and _
/// separates them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      words.back() += static_cast<char>(std::tolower(byte));
    } else if (c != '_' && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Sum of squared audiences, and the largest.
struct Tail {
  double squares = 0;
  std::size_t largest = 0;
};

Tail tail_of(std::span<const std::uint32_t> counts) {
  Tail tail;
  for (const std::uint32_t count : counts) {
    tail.squares += static_cast<double>(count) * static_cast<double>(count);
    tail.largest = std::max<std::size_t>(tail.largest, count);
  }
  return tail;
}

/// A reading of words that name no follower; the tails may contradict it.
DirectionChoice acting(const std::string& evidence) {
  return {Direction::follower_followee,
          evidence + ": the first acts upon the second, and so follows it", false};
}

}  // namespace

std::string_view name_of(Direction direction) noexcept {
  return direction == Direction::follower_followee ? "follower-followee" : "followee-follower";
}

std::optional<DirectionChoice> stated_direction(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  // A heading names its columns and little more; a sentence may say "user follower" and mean
  // neither column.
  if (words.size() >= 2 && words.size() <= most_heading_words) {
    const std::string& first = words[0];
    const std::string& second = words[1];
    const std::string named = "the file names its columns " + in_quotes(first + " " + second);
    if (is_one_of(first, follower_words) && is_one_of(second, followee_words)) {
      return DirectionChoice{Direction::follower_followee, named};
    }
    if (is_one_of(first, followee_words) && is_one_of(second, follower_words)) {
      return DirectionChoice{Direction::followee_follower, named};
    }
    if (is_one_of(first, from_words) && is_one_of(second, to_words)) {
      return acting(named);
    }
  }
  const std::size_t arrow = text.find("->");
  if (arrow == std::string_view::npos) return std::nullopt;
  return acting("the file says " + in_quotes(text.substr(arrow < 10 ? 0 : arrow - 10)));
}

DirectionChoice direction_by_tails(const FollowerGraph& by_second) {
  std::vector<std::uint32_t> first(by_second.accounts());
  std::vector<std::uint32_t> second(by_second.accounts());
  for (const AccountId id : by_second.rows()) ++first[index(id)];
  for (std::size_t i = 0; i < second.size(); ++i)
    second[i] = static_cast<std::uint32_t>(by_second.audience(account_at(i)));
  const Tail a = tail_of(first);
  const Tail b = tail_of(second);
  if (a.squares == b.squares) {
    return {Direction::follower_followee,
            "nothing in the file tells the columns apart; this is the usual order", false};
  }
  const bool first_heavier = a.squares > b.squares;
  const double ratio = first_heavier ? a.squares / b.squares : b.squares / a.squares;
  const bool sure = ratio >= weak_below;
  std::string reason = fmt::format(
      "column {} has the heavier tail, so it is the followee (sum of squared counts {:.2f} times "
      "the other's, largest count "
      "{} against {})",
      first_heavier ? 1 : 2, ratio, first_heavier ? a.largest : b.largest,
      first_heavier ? b.largest : a.largest);
  if (!sure) reason += "; the evidence is weak";
  return {first_heavier ? Direction::followee_follower : Direction::follower_followee,
          std::move(reason), sure};
}

DirectionChoice assumed_direction(const std::optional<DirectionChoice>& stated,
                                  const FollowerGraph& by_second) {
  if (stated && stated->sure) return *stated;
  DirectionChoice tails = direction_by_tails(by_second);
  if (!stated) return tails;
  DirectionChoice choice = *stated;
  choice.sure = tails.direction == choice.direction;
  if (!choice.sure) choice.reason += "; but " + tails.reason;
  return choice;
}

}  // namespace clout::graph
