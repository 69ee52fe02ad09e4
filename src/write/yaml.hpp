/// YAML as FORMAT reads it: texts in quotes where they need any, records as one-line maps.
#pragma once

#include <entente/model.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::write {

/// A text as key or value, plain where nothing in it could be taken for YAML.
std::string yaml_text(std::string_view text);
/// [A, B], of what is YAML already.
std::string yaml_list(std::span<const std::string> items);

/// {key: value, …}; what is missing is left out.
class YamlMap {
  public:
    /// `value` is YAML already.
    YamlMap& add(std::string_view key, std::string_view value);
    YamlMap& text(std::string_view key, std::string_view text);
    YamlMap& texts(std::string_view key, std::span<const std::string> texts);
    YamlMap& number(std::string_view key, double number);
    YamlMap& period(const Period& period);
    YamlMap& evidence(const Model& model, std::span<const Evidence> evidence);
    /// Period, evidence and note.
    YamlMap& record(const Model& model, const Record& record);

    bool empty() const { return inside_.empty(); }
    std::string str() const { return "{" + inside_ + "}"; }

  private:
    std::string inside_;
};

}  // namespace entente::write
