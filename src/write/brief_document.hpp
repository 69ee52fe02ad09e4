/// A briefing before any format: what it says, in order. Composed once, set as a page and as Markdown.
#pragma once

#include <entente/write.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::write::brief {

/// A run of words in one manner. Nothing here is escaped: the writers do that where it goes.
struct Span {
    enum class Style { plain, strong, quiet, struck };

    std::string text;
    Style style = Style::plain;
    bool from_model = false;  ///< a name or remark, which may run from right to left
    std::string target{};     ///< "#id" within the briefing, or an http(s) address; empty: no link
};
using Text = std::vector<Span>;

/// Says a sentence piece by piece.
class Prose {
  public:
    Prose& say(std::string_view words, Span::Style style = Span::Style::plain) {
        text_.push_back({std::string(words), style});
        return *this;
    }
    Prose& name(std::string_view words, Span::Style style = Span::Style::plain) {
        text_.push_back({std::string(words), style, true});
        return *this;
    }
    Prose& link(std::string_view words, std::string target) {
        text_.push_back({std::string(words), Span::Style::plain, true, std::move(target)});
        return *this;
    }
    Prose& add(const Text& text) {
        text_.insert(text_.end(), text.begin(), text.end());
        return *this;
    }
    bool empty() const { return text_.empty(); }
    operator Text() const { return text_; }  // NOLINT: a prose reads as its text

  private:
    Text text_;
};
Text plain(std::string_view words);
/// "A", "A and B", "A, B and C".
Text join(const std::vector<Text>& items, std::string_view last = " and ", std::string_view between = ", ");
/// The first `most` of them and "3 others"; all where only one would be left.
Text join_first(std::vector<Text> items, std::size_t most);
/// Clauses parted by "; ", the empty left out.
Text join_clauses(const std::vector<Text>& clauses);
/// With a capital first letter, where the words are ours.
Text capitalised(Text text);

/// A rank and the interval in which it lies nine times in ten, of so many ranks.
struct RankSpan {
    std::size_t rank = 1;
    std::size_t low = 1;
    std::size_t high = 1;
    std::size_t of = 1;
};
struct Cell {
    Text text;
    std::optional<Components> bar{};  ///< contributions, drawn as a stacked bar
    std::string anchor{};             ///< what links point at; empty: nothing
    std::optional<RankSpan> ranks{};  ///< drawn as a dot and a whisker, beside the text
    std::string key{};                ///< of a row's first cell: the candidate or pair that the row is about
};
struct Column {
    enum class Content { words, number, heading, bar, ranks };
    std::string title;
    Content content = Content::words;
    std::string_view mark{};  ///< by which style and script know the column
};
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
    std::string pair{};                   ///< the anchor of the pair whose candidates are the rows
};

/// A candidate as other weights would rank it.
struct Standing {
    std::string id;
    std::string name;
    Components components{};
    bool refused = false;
};
struct PairStandings {
    std::string anchor;
    std::vector<Standing> candidates;
};
/// What a page needs to rank anew.
struct Standings {
    Profile profile;
    std::vector<std::pair<std::string, double>> words;  ///< of strength, by number
    std::vector<PairStandings> pairs;
};

struct Paragraph {
    enum class Role { plain, lead, note };
    Text text;
    Role role = Role::plain;
};
struct Items {
    std::vector<Text> items;
};
struct Figure {
    std::string name;  ///< key of Briefing::pictures
};
/// What each colour of a score bar stands for.
struct BarLegend {
    Components weights;
};

struct Block;
/// Whether what is folded on a screen is printed: evidence is, the rest of a long table is not.
enum class OnPaper { shown, hidden };
/// Shown on demand.
struct Fold {
    Text summary;
    std::vector<Block> blocks;
    OnPaper on_paper = OnPaper::shown;
};
struct Section {
    std::string id;  ///< what links point at; with one, it is in the contents
    Text title;
    std::vector<Block> blocks;
    bool own_page = false;  ///< begins a page in print
};
struct Block : std::variant<Paragraph, Items, Table, Figure, BarLegend, Fold, Section> {
    using variant::variant;
};

struct Document {
    std::string marking;
    std::string title;
    Text subtitle;
    Text bottom_line;
    std::vector<Section> sections;
    Standings standings{};
    std::string colophon;
};

/// Everything that a briefing says, in the order in which it is read.
Document compose(const RelationGraph& graph, const Briefing& briefing);

/// Where the part on a pair or a source stands in the briefing.
std::string pair_anchor(const Model& model, std::span<const VertexIndex> parties);
std::string source_anchor(const Source& source);

}  // namespace entente::write::brief
