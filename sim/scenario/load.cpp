#include "sim/scenario/load.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace clout::scenario {

namespace {

constexpr std::size_t longest_chain = 16;

/// What tells the element of a list apart: its name, or the key of the setting that it is about.
const Node* name_of(const Node& item) {
  if (item.kind != Node::Kind::table) return nullptr;
  const Node* name = find(item, "name");
  if (name == nullptr) name = find(item, "key");
  return name != nullptr && name->kind == Node::Kind::text ? name : nullptr;
}

bool is_named_list(const Node& node) {
  return node.kind == Node::Kind::array && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const Node& item) { return item.kind == Node::Kind::table; });
}

void find_repeated_names(const Node& node, const std::string& key, Findings& findings) {
  for (const Entry& entry : node.entries)
    find_repeated_names(entry.value, key.empty() ? entry.key : key + "." + entry.key, findings);
  if (!is_named_list(node)) return;
  std::map<std::string, int> first_line;
  for (const Node& item : node.items) {
    const Node* name = name_of(item);
    if (name == nullptr) continue;
    const auto [first, fresh] = first_line.try_emplace(name->text, name->place.line);
    if (fresh) continue;
    Place place = name->place;
    place.key = key;
    findings.add(place,
                 "the name " + in_quotes(name->text) + " was used in line " +
                     std::to_string(first->second) + " already",
                 "a name of its own for each");
  }
}

Node merged_by_name(Node base, const Node& variant) {
  std::map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < base.items.size(); ++i) {
    if (const Node* name = name_of(base.items[i])) position.try_emplace(name->text, i);
  }
  for (const Node& item : variant.items) {
    const Node* name = name_of(item);
    const auto same = name == nullptr ? position.end() : position.find(name->text);
    if (same == position.end()) {
      base.items.push_back(item);
    } else {
      base.items[same->second] = merged(std::move(base.items[same->second]), item);
    }
  }
  base.place = variant.place;
  return base;
}

/// What a variant's value makes of the base's value of the same key.
Node merged_value(Node base, const Node& variant) {
  if (base.kind == Node::Kind::table && variant.kind == Node::Kind::table)
    return merged(std::move(base), variant);
  if (is_named_list(base) && is_named_list(variant))
    return merged_by_name(std::move(base), variant);
  return variant;
}

std::string chain_text(const std::vector<std::string>& files, const std::string& last) {
  std::string text;
  for (const std::string& file : files) text += file + " -> ";
  return text + last;
}

/// The path a file extends, seen from the folder the file lies in; empty if it extends none.
std::string base_of(const Node& root, const std::string& path) {
  const Node* extends = find(root, "extends");
  if (extends == nullptr) return "";
  if (extends->kind != Node::Kind::text || extends->text.empty() ||
      extends->text.find('\0') != std::string::npos) {
    Place place = extends->place;
    place.key = "extends";
    throw InputError(Diagnostic{place, "not a file name", "text such as \"base.toml\"", ""});
  }
  return (std::filesystem::path(path).parent_path() / extends->text).lexically_normal().string();
}

std::string read_base(const std::string& base, const Place& place, const ReadFile& read_file) {
  try {
    return read_file(base);
  } catch (const InputError& error) {
    throw InputError(Diagnostic{place, "base file " + std::string(error.what()),
                                "a path relative to this file", ""});
  }
}

}  // namespace

Node merged(Node base, const Node& variant) {
  std::map<std::string, Node> replaced;
  for (const Entry& entry : variant.entries) replaced.emplace(entry.key, Node{});
  std::vector<Entry> kept;
  for (Entry& entry : base.entries) {
    const auto same = replaced.find(entry.key);
    if (same == replaced.end()) {
      kept.push_back(std::move(entry));
    } else {
      same->second = std::move(entry.value);
    }
  }
  // The variant's at the end, so that of two spellings of one setting its own stands last.
  for (const Entry& entry : variant.entries) {
    kept.push_back(
        {entry.key, entry.place, merged_value(std::move(replaced[entry.key]), entry.value)});
  }
  base.entries = std::move(kept);
  base.place = variant.place;
  return base;
}

LoadedDocument load_document(const std::string& text, const std::string& path,
                             const ReadFile& read_file, Findings& findings) {
  std::vector<Node> documents;
  std::vector<std::string> files{std::filesystem::path(path).lexically_normal().string()};
  std::string shown = path;
  std::string source = text;
  for (;;) {
    documents.push_back(parse_document(source, shown));
    const Node& root = documents.back();
    find_repeated_names(root, "", findings);
    const std::string base = base_of(root, files.back());
    if (base.empty()) break;
    Place place = find(root, "extends")->place;
    place.key = "extends";
    if (std::find(files.begin(), files.end(), base) != files.end()) {
      throw InputError(Diagnostic{
          place, "files extend each other in a circle: " + chain_text(files, base), "", ""});
    }
    if (files.size() == longest_chain) {
      throw InputError(Diagnostic{place,
                                  "the chain of files is too long: " + chain_text(files, base),
                                  "at most 16 files", ""});
    }
    source = read_base(base, place, read_file);
    shown = base;
    files.push_back(base);
  }
  Node root = std::move(documents.back());
  for (auto variant = documents.rbegin() + 1; variant != documents.rend(); ++variant)
    root = merged(std::move(root), *variant);
  files.front() = path;
  return {std::move(root), std::move(files)};
}

}  // namespace clout::scenario
