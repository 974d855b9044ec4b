#include "sim/scenario/load.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace clout::scenario {

namespace {

constexpr std::size_t longest_chain = 16;

const Node* name_of(const Node& item) {
  if (item.kind != Node::Kind::table) return nullptr;
  const Node* name = find(item, "name");
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
  for (const Node& item : variant.items) {
    const Node* name = name_of(item);
    const auto same =
        std::find_if(base.items.begin(), base.items.end(), [&](const Node& candidate) {
          const Node* other = name_of(candidate);
          return name != nullptr && other != nullptr && other->text == name->text;
        });
    if (same == base.items.end()) {
      base.items.push_back(item);
    } else {
      *same = merged(std::move(*same), item);
    }
  }
  base.place = variant.place;
  return base;
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
  for (const Entry& entry : variant.entries) {
    const auto same = std::find_if(base.entries.begin(), base.entries.end(),
                                   [&](const Entry& each) { return each.key == entry.key; });
    if (same == base.entries.end()) {
      base.entries.push_back(entry);
      continue;
    }
    Entry result = entry;
    Node& old = same->value;
    if (old.kind == Node::Kind::table && entry.value.kind == Node::Kind::table) {
      result.value = merged(std::move(old), entry.value);
    } else if (is_named_list(old) && is_named_list(entry.value)) {
      result.value = merged_by_name(std::move(old), entry.value);
    }
    // At the end, so that of two spellings of one setting the variant's stands last.
    base.entries.erase(same);
    base.entries.push_back(std::move(result));
  }
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
