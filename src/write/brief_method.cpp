// Where it comes from and how to read it.
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

using Content = Column::Content;

bool is_web_address(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

Text address(const Source& source) {
    if (source.url.empty()) return {};
    if (!is_web_address(source.url)) return Prose().name(source.url);
    return Prose().link(source.url, source.url);
}

Table source_table(const Model& model, const std::set<std::string>& cited) {
    Table table{
        "Sources, numbered as the evidence cites them",
        {{"No", Content::number}, {"Title", Content::heading}, {"Publisher"}, {"Date"}, {"Address"}, {"Marking"}},
        {}};
    for (std::size_t position = 0; position < model.sources.size(); ++position) {
        const auto& source = model.sources[position];
        if (!cited.contains(source_anchor(source))) continue;
        table.rows.push_back({{plain(std::to_string(position + 1)), {}, source_anchor(source)},
                              {Prose().name(source.title)},
                              {Prose().name(source.publisher)},
                              {plain(source.date_text)},
                              {address(source)},
                              {Prose().name(source.marking)}});
    }
    return table;
}

/// The profiles that scored what the briefing shows, each once.
std::vector<Profile> profiles_used(const Briefing& briefing) {
    std::vector<Profile> profiles;
    for (const auto& brokerage : briefing.pairs) {
        const auto known = [&](const Profile& profile) { return profile.name == brokerage.profile.name; };
        if (std::none_of(profiles.begin(), profiles.end(), known)) profiles.push_back(brokerage.profile);
    }
    return profiles;
}

Table weight_table(const std::vector<Profile>& profiles) {
    constexpr std::array<std::string_view, component_count> meanings{
        "trusted by all parties, the weakest trust counting most",
        "influence over the parties, on average",
        "the best table at hand: a forum in which it sits with all parties, the more effective and the smaller the "
        "better",
        "trusted alike by all parties",
        "no tension with any party",
        "cooperation with everyone else, on average"};
    Table table{"What a score is made of, each part from 0 to 1", {{"Part", Content::heading}, {"What it says"}}, {}};
    for (const auto& profile : profiles)
        table.columns.push_back({"Weight in " + profile.name, Content::number});
    for (std::size_t component = 0; component < component_count; ++component) {
        std::vector<Cell> row{{plain(component_names[component])}, {plain(meanings[component])}};
        for (const auto& profile : profiles)
            row.push_back({plain(two_digits(profile.weights[component]))});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Text words_of(const std::map<std::string, double, std::less<>>& scale, bool with_sign) {
    std::vector<std::pair<double, std::string>> sorted;
    for (const auto& [word, value] : scale)
        sorted.emplace_back(value, word);
    std::sort(sorted.begin(), sorted.end());
    Prose prose;
    for (const auto& [value, word] : sorted) {
        if (!prose.empty()) prose.say(", ");
        prose.name(word).say(" " + (with_sign ? signed_digits(value) : two_digits(value)));
    }
    return prose;
}

Items reading_aid(const Model& model) {
    Items items;
    items.items.push_back(Prose()
                              .say("Cooperation and tension", Span::Style::strong)
                              .say(" of a pair are kept apart, each from 0 to 1; every tie and every forum that both "
                                   "sit in adds to one of them. Net is cooperation less tension; trust is cooperation "
                                   "reduced by tension."));
    items.items.push_back(Prose()
                              .say("A candidate", Span::Style::strong)
                              .say(" is an actor outside the pair that each party trusts at least a little (0.01). Its "
                                   "score is the weighted sum of the parts in the table; compare scores within a pair, "
                                   "not across models. A candidate whom a party refuses is listed last, with the score "
                                   "it would have."));
    items.items.push_back(Prose()
                              .say("Depends on", Span::Style::strong)
                              .say(" marks a candidate over whom a party has influence of 0.6 or more; ")
                              .say("strained with", Span::Style::strong)
                              .say(" one whose net relation with a party is −0.10 or worse; ")
                              .say("torn", Span::Style::strong)
                              .say(" a side that is a friend of both (net of 0.10 or more) while they are at odds."));
    items.items.push_back(
        Prose()
            .say("First in draws", Span::Style::strong)
            .say(" tells how sure a rank is. The model is drawn many times over, every tie, influence "
                 "and effectiveness moved at random by as much as its confidence leaves open, and "
                 "ranked each time: “first in 36 % of draws” means in about a third of them. Beside it "
                 "stand the ranks in which a candidate lies nine times in ten. An error that a source "
                 "makes in all that it says is not in this."));
    items.items.push_back(Prose()
                              .say("Opportunity", Span::Style::strong)
                              .say(" of a tension is its severity times the score of its best broker; ")
                              .say("cohesion", Span::Style::strong)
                              .say(" of a forum the mean net of its members, ")
                              .say("obstruction", Span::Style::strong)
                              .say(" how far they are at odds on the mean; ")
                              .say("friction", Span::Style::strong)
                              .say(" of joint brokers how far those two are at odds; ")
                              .say("commitment", Span::Style::strong)
                              .say(" of a side what it would lose by changing camps; ")
                              .say("modularity", Span::Style::strong)
                              .say(" how much better a grouping fits than chance, from 0 to 1."));
    items.items.push_back(Prose()
                              .say("Words", Span::Style::strong)
                              .say(" beside numbers are the nearest of the model’s scale. Relations: ")
                              .add(words_of(model.scale.stance, true))
                              .say(". Strengths and scores: ")
                              .add(words_of(model.scale.strength, false))
                              .say("."));
    return items;
}

Items limits(const Context& context) {
    const auto& coverage = context.briefing.coverage;
    Items items;
    if (context.graph.as_of() != context.model().as_of)
        items.items.push_back(plain(fmt::format("The model is made for {}. Of {} it tells what it happens to hold.",
                                                date_words(context.model().as_of), date_words(context.graph.as_of()))));
    items.items.push_back(
        plain("It says who is placed to broker, given this model; it does not say who would succeed, "
              "who is willing, or what a settlement would be."));
    items.items.push_back(
        plain("The weights are judgement, fitted to how past mediators stood. Candidates a few "
              "hundredths apart are as good as equal."));
    if (coverage.records > 0)
        items.items.push_back(
            plain(fmt::format("{} of the model’s {} carry evidence{}.", coverage.evidenced,
                              count_of(coverage.records, "record", "records"),
                              coverage.evidenced < coverage.records ? "; the rest is the modeller’s word" : "")));
    if (coverage.side_pairs > 0)
        items.items.push_back(
            plain(fmt::format("{} of {} of sides have no tie on record. Silence counts as nothing "
                              "known, and is not proof that there is nothing.",
                              coverage.silent_pairs, count_of(coverage.side_pairs, "pair", "pairs"))));
    items.items.push_back(plain("Numbers stand for words that someone chose. Read the evidence before you use one."));
    return items;
}

Table layer_table(const Context& context) {
    const auto& model = context.model();
    Table table{"What counts as a tie, and how much", {{"Layer", Content::heading}, {"Salience", Content::number}}, {}};
    for (LayerIndex layer = 0; layer < model.layers.size(); ++layer) {
        const auto& shown = model.layers[layer];
        table.rows.push_back({{Prose().name(shown.label.empty() ? shown.id : shown.label)},
                              {plain(two_digits(context.graph.salience(layer)))}});
    }
    table.rows.push_back({{plain("shared forums")}, {plain(two_digits(context.graph.forums_salience()))}});
    return table;
}

Table file_table(const Envelope& envelope) {
    Table table{"Files read", {{"File", Content::heading}, {"SHA-256"}}, {}};
    for (const auto& file : envelope.files)
        table.rows.push_back({{Prose().name(file.path)}, {Prose().say(file.sha256, Span::Style::quiet)}});
    return table;
}

}  // namespace

Section sources_section(const Context& context, const std::set<std::string>& cited) {
    Section section{"sources", plain("Sources"), {}, true};
    auto table = source_table(context.model(), cited);
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{plain("No source is cited here.")});
    } else {
        section.blocks.emplace_back(std::move(table));
    }
    return section;
}

Section method_section(const Context& context) {
    const auto& briefing = context.briefing;
    Section section{"method", plain("How to read this"), {}, true};
    section.blocks.emplace_back(reading_aid(context.model()));
    const auto profiles = profiles_used(briefing);
    if (!profiles.empty()) section.blocks.emplace_back(weight_table(profiles));
    Section stated{{}, plain("Limits"), {}, false};
    stated.blocks.emplace_back(limits(context));
    section.blocks.emplace_back(std::move(stated));

    Section lens{{}, plain("What was looked at, and how"), {}, false};
    lens.blocks.emplace_back(Paragraph{plain(fmt::format("The model as it stood on {}, computed by entente {}.",
                                                         date_words(context.graph.as_of()), version))});
    if (briefing.only)
        lens.blocks.emplace_back(Paragraph{Prose()
                                               .say("Told are the pairs whose two parties bear the tag ")
                                               .name(briefing.only->first)
                                               .say(": ")
                                               .name(briefing.only->second)
                                               .say("; brokers come from everywhere.")});
    lens.blocks.emplace_back(layer_table(context));
    add_folded(lens.blocks, count_of(briefing.envelope.files.size(), "file read", "files read"),
               file_table(briefing.envelope));
    section.blocks.emplace_back(std::move(lens));
    return section;
}

}  // namespace entente::write::brief
