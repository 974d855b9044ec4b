// Strong ids. An id names a thing and is never calculated with by accident; index() is the one way
// to an array position.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace clout {

/// One account of the follower graph, 0 .. accounts-1. Consumers, micro-influencers and celebrities
/// are all accounts.
enum class AccountId : std::uint32_t {};

/// Position of a follow edge in the follower lists, 0 .. follows-1. Edge state lies in arrays of
/// this index.
enum class EdgeIndex : std::uint64_t {};

/// A topic that accounts are interested in, 0 .. niches-1.
enum class NicheId : std::uint16_t {};

constexpr std::size_t index(AccountId id) noexcept { return static_cast<std::size_t>(id); }
constexpr std::size_t index(EdgeIndex id) noexcept { return static_cast<std::size_t>(id); }
constexpr std::size_t index(NicheId id) noexcept { return static_cast<std::size_t>(id); }

/// The account at position i of arrays indexed by account. i must be below 2^32.
constexpr AccountId account_at(std::size_t i) noexcept {
  return static_cast<AccountId>(static_cast<std::uint32_t>(i));
}

}  // namespace clout
