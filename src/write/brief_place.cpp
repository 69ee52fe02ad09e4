// Where a brokering could take place, and by which chain of go-betweens.
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t forums_shown = 8;

using Content = Column::Content;

Text obstruction_in_words(const Context& context, const ForumOption& option) {
    if (!option.worst) return {};
    const VertexIndex worst[]{option.worst->a, option.worst->b};
    return Prose().add(pair_title(context, worst)).say(" " + net_in_words(context.model(), option.worst->net));
}

Table forum_table(const Context& context, const Brokerage& brokerage) {
    Table table{"Forums that seat all parties, best first",
                {{"Rank", Content::number},
                 {"Forum", Content::heading},
                 {"Kind"},
                 {"Score", Content::number},
                 {"Members", Content::number},
                 {"Effectiveness", Content::number},
                 {"Cohesion", Content::number},
                 {"Obstruction", Content::number},
                 {"Worst pair in it"}},
                {}};
    for (const auto& option : brokerage.forums)
        table.rows.push_back({{plain(std::to_string(option.rank))},
                              {vertex_name(context, option.id)},
                              {plain(name_of(context.model().vertices[option.id].kind))},
                              {plain(two_digits(option.score))},
                              {plain(std::to_string(option.members))},
                              {plain(effectiveness_in_words(context.model(), option.effectiveness))},
                              {plain(option.cohesion ? signed_digits(*option.cohesion) : "")},
                              {plain(option.obstruction ? two_digits(*option.obstruction) : "")},
                              {obstruction_in_words(context, option)}});
    return table;
}

Text chain_in_words(const Context& context, const Chain& chain) {
    std::vector<Text> names;
    for (const auto vertex : chain.ids)
        names.push_back(vertex_name(context, vertex));
    Prose prose;
    prose.add(join(names, " → ", " → "));
    return prose.say(fmt::format(" (product {}).", two_digits(chain.product)));
}

}  // namespace

std::vector<Block> place_blocks(const Context& context, const Brokerage& brokerage) {
    std::vector<Block> blocks;
    if (brokerage.forums.empty()) {
        blocks.emplace_back(Paragraph{plain("No forum seats all parties.")});
    } else {
        add_shortened(blocks, forum_table(context, brokerage), forums_shown, "forum", "forums");
    }
    if (brokerage.chain) {
        Prose prose;
        prose.say("A chain of go-betweens, without the direct tie: ");
        blocks.emplace_back(Paragraph{prose.add(chain_in_words(context, *brokerage.chain))});
    }
    return blocks;
}

}  // namespace entente::write::brief
