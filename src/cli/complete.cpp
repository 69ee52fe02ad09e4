#include "cli/complete.hpp"

#include "cli/output.hpp"
#include "write/escape.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct Candidate {
    std::string word;
    std::string help;
};
using Candidates = std::vector<Candidate>;

const Candidates files{{":files", ""}};

/// The words before the last, taken apart as far as they go.
struct Typed {
    const Command* command = nullptr;
    std::vector<std::string> operands;
    std::vector<std::string> options;     ///< names of those given
    std::vector<std::string> data;        ///< values of --data
    const Option* waiting_for = nullptr;  ///< whose value comes next
    std::string word;                     ///< the last, unfinished
};

const Option* find_option(const Command& command, std::string_view word) {
    for (const auto& option : command.options) {
        const bool by_letter = option.letter != 0 && word == std::string{'-', option.letter};
        if (by_letter || word == fmt::format("--{}", option.name)) return &option;
    }
    return nullptr;
}

Typed take_apart(const std::vector<std::string>& words) {
    Typed typed;
    typed.command = find_command(words.front());
    typed.word = words.back();
    if (typed.command == nullptr) return typed;
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        const auto* const option = typed.waiting_for == nullptr ? find_option(*typed.command, words[at]) : nullptr;
        if (option != nullptr) typed.options.emplace_back(option->name);
        if (typed.waiting_for != nullptr && typed.waiting_for->name == "data") typed.data.push_back(words[at]);
        if (typed.waiting_for == nullptr && option == nullptr && !words[at].starts_with('-'))
            typed.operands.push_back(words[at]);
        typed.waiting_for = option != nullptr && !option->value.empty() ? option : nullptr;
    }
    return typed;
}

Candidates all_commands() {
    Candidates found;
    for (const auto* command : commands())
        found.push_back({std::string(command->name), std::string(command->summary)});
    return found;
}

Candidates unused_options(const Typed& typed) {
    Candidates found;
    for (const auto& option : typed.command->options) {
        const bool given = std::find(typed.options.begin(), typed.options.end(), option.name) != typed.options.end();
        if (!given || option.repeatable) found.push_back({fmt::format("--{}", option.name), std::string(option.help)});
    }
    found.push_back({"--help", "this page"});
    return found;
}

std::size_t operands_before_model(const Command& command) {
    return command.views.empty() ? 0 : 1;
}

/// The model that is on the line already; nothing where there is none or it has errors.
std::optional<Model> model_typed(const Typed& typed) {
    const auto at = operands_before_model(*typed.command);
    if (typed.operands.size() <= at || typed.operands[at] == "-") return std::nullopt;
    auto read = read_model(typed.operands[at], {{}, typed.data});
    if (!read.ok()) return std::nullopt;
    return std::move(read.model);
}

Candidates vertices_of(const Model& model) {
    Candidates found;
    for (const auto& vertex : model.vertices)
        found.push_back({vertex.id, vertex.name});
    return found;
}

Candidates profiles_of(const std::optional<Model>& model) {
    Candidates found;
    for (const auto& profile : builtin_profiles())
        found.push_back({profile.name, "built in"});
    if (model)
        for (const auto& profile : model->profiles)
            found.push_back({profile.name, "of the model"});
    return found;
}

Candidates layers_of(const Model& model) {
    Candidates found{{std::string(forums_layer) + "=", "shared forums"}};
    for (const auto& layer : model.layers)
        found.push_back({layer.id + "=", layer.label});
    return found;
}

Candidates tags_of(const Model& model) {
    std::set<std::string> tags;
    for (const auto& vertex : model.vertices)
        for (const auto& [tag, value] : vertex.tags)
            tags.insert(tag + "=" + value);
    Candidates found;
    for (const auto& tag : tags)
        found.push_back({tag, ""});
    return found;
}

Candidates words_of_confidence(const std::optional<Model>& model) {
    Candidates found;
    for (const auto& [word, value] : model ? model->scale.confidence : Scale().confidence)
        found.push_back({word, fmt::format("{}", value)});
    return found;
}

/// By what stands for the value in help.
Candidates values_of(const Typed& typed) {
    const auto& option = *typed.waiting_for;
    if (!option.choices.empty()) {
        Candidates found;
        for (const auto choice : option.choices)
            found.push_back({std::string(choice), ""});
        return found;
    }
    if (option.value == "FILE") return files;
    if (option.value == "DIR") return {{":folders", ""}};
    if (option.value != "NAME" && option.value != "WORD" && option.value != "K" && option.value != "L=S,…" &&
        option.value != "TAG=VALUE")
        return {};
    const auto model = model_typed(typed);
    if (option.value == "NAME") return profiles_of(model);
    if (option.value == "WORD") return words_of_confidence(model);
    if (!model) return {};
    if (option.value == "K") return vertices_of(*model);
    return option.value == "TAG=VALUE" ? tags_of(*model) : layers_of(*model);
}

Candidates operands_of(const Typed& typed) {
    const auto& form = typed.command->operands;
    if (form == "[COMMAND]") return all_commands();
    if (operands_before_model(*typed.command) > typed.operands.size()) {
        Candidates found;
        for (const auto view : typed.command->views)
            found.push_back({std::string(view), "view"});
        return found;
    }
    const bool takes_vertices = form.find(" A") != std::string_view::npos || form.find("[A") != std::string_view::npos;
    if (typed.operands.size() <= operands_before_model(*typed.command) || !takes_vertices) return files;
    const auto model = model_typed(typed);
    return model ? vertices_of(*model) : Candidates{};
}

Candidates candidates_for(const std::vector<std::string>& words) {
    if (words.size() <= 1) return all_commands();
    const auto typed = take_apart(words);
    if (typed.command == nullptr) return {};
    if (typed.waiting_for != nullptr) return values_of(typed);
    return typed.word.starts_with('-') ? unused_options(typed) : operands_of(typed);
}

}  // namespace

int complete(const std::vector<std::string>& words) {
    const auto unfinished = words.empty() ? std::string() : words.back();
    std::string lines;
    for (const auto& [word, help] : candidates_for(words))
        if (word.starts_with(':') || word.starts_with(unfinished))
            lines += fmt::format("{}\t{}\n", write::escape_terminal(word), write::escape_terminal(help));
    print(lines);
    return done;
}

}  // namespace entente::cli
