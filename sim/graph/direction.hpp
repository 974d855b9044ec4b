// Which end of an edge is the follower. Files seldom say; a wrong guess turns celebrities into the
// most eager followers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/graph/follower_graph.hpp"

namespace clout::graph {

/// What the two columns of an edge list mean; source and target of GraphML are its two columns.
enum class Direction {
  follower_followee,  ///< the first follows the second
  followee_follower,  ///< the first is followed by the second
};

/// "follower-followee" or "followee-follower".
std::string_view name_of(Direction direction) noexcept;

/// A direction together with the reason for taking it, in words for the user.
struct DirectionChoice {
  Direction direction = Direction::follower_followee;
  std::string reason;
  bool sure = true;  ///< false if the evidence is weak or contradicts itself
};

/// What a comment or heading says of the columns. Names such as "follower followee" or
/// "user,follower" are sure. "FromNodeId ToNodeId" or an arrow ("u -> v = u trusts v") say that the
/// first acts upon the second and so follows it, a reading that is not sure. None if the text says
/// nothing.
std::optional<DirectionChoice> stated_direction(std::string_view text);

/// The tails' opinion. by_second: the follower graph if the second column is the followee. Of the
/// two columns, the one whose counts are more unequal is the followee: attention has a heavier tail
/// than eagerness. Measured by sum(count^2) of either column; a ratio below 1.5 is called weak.
DirectionChoice direction_by_tails(const FollowerGraph& by_second);

/// The stated direction if it is sure. If it is a reading, it holds too, with a remark if the tails
/// contradict it. Without one the tails decide.
DirectionChoice assumed_direction(const std::optional<DirectionChoice>& stated,
                                  const FollowerGraph& by_second);

}  // namespace clout::graph
