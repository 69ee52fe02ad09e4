#include "read/yaml_tree.hpp"

#include "model/unicode.hpp"
#include "read/yaml_faults.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace entente {

namespace {

constexpr std::size_t longest_text = 10'000;

/// A fault after which the rest of the file cannot be read.
struct Unreadable {
    YamlFault fault;
};

/// Stands in for a question mark at which yaml-cpp would end a text; no file holds it.
constexpr char question_mark = '\x01';

/// Reads the text in place.
class TextBuffer : public std::streambuf {
  public:
    explicit TextBuffer(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {
        root_.span = {&source, 0, 1};
    }

    Node take_root() { return std::move(root_); }
    std::size_t documents() const { return documents_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) throw Unreadable{{offset_of(mark), 1, "a further document", "a file holds one document"}};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        Node node = node_at(mark, anchor);
        const auto written = null_word(offset_of(mark));
        if (node.type != Node::Type::refused && !written.empty()) {
            node.type = Node::Type::scalar;
            node.text = written;
            node.span.length = written.size();
        } else if (written.empty()) {
            node.span.offset = last_character_before(offset_of(mark));
        }
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        Node node = node_at(mark, 0);
        refuse(node, "a YAML alias (*)", "write the value out");
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node = node_at(mark, anchor);
        if (node.type != Node::Type::refused) fill_scalar(node, value);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor, Node::Type::sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor, Node::Type::map);
    }
    void OnMapEnd() override {
        if (open_.back().type == Node::Type::map) drop_faulty_keys(open_.back());
        close();
    }

  private:
    std::size_t offset_of(const YAML::Mark& mark) const {
        const auto end = source_.text().empty() ? 0 : source_.text().size() - 1;
        return mark.pos < 0 ? end : std::min(static_cast<std::size_t>(mark.pos), end);
    }

    /// null and ~ are text like any other; yaml-cpp tells them apart from text.
    std::string_view null_word(std::size_t offset) const {
        for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
            const auto rest = source_.text().substr(offset);
            if (!rest.starts_with(word)) continue;
            if (rest.size() == word.size() ||
                std::string_view(" \t\r\n,:]}").find(rest[word.size()]) != std::string::npos)
                return word;
        }
        return {};
    }

    std::size_t last_character_before(std::size_t offset) const {
        const auto found = source_.text().substr(0, offset).find_last_not_of(" \t\r\n");
        return found == std::string_view::npos ? offset : found;
    }

    /// A node that is refused where an anchor or a tag stands before it.
    Node node_at(const YAML::Mark& mark, YAML::anchor_t anchor) {
        Node node;
        node.span = {&source_, offset_of(mark), 1};
        const char first = source_.text().empty() ? '\0' : source_.text()[node.span.offset];
        if (first == '!')
            refuse(node, "a YAML tag (!)", "put the text in quotes or leave the tag out");
        else if (anchor != 0 || first == '&')
            refuse(node, "a YAML anchor (&)", "write the value out where it is used");
        return node;
    }

    void refuse(Node& node, const std::string& what, const std::string& hint) {
        node.span.length = source_.text().substr(node.span.offset).find_first_of(" \t\r\n,]}");
        if (node.span.length == std::string_view::npos) node.span.length = 1;
        diagnostics_.error(node.span, what + " is not read", hint);
        node.type = Node::Type::refused;
    }

    void fill_scalar(Node& node, const std::string& value) {
        const char first = source_.text()[node.span.offset];
        node.type = Node::Type::scalar;
        node.quoted = first == '"' || first == '\'' || first == '|' || first == '>';
        node.span.length = node.quoted ? quoted_length(node.span.offset) : std::max<std::size_t>(value.size(), 1);
        node.text = value;
        if (!node.quoted) std::replace(node.text.begin(), node.text.end(), question_mark, '?');
        if (find_forbidden_character(node.text)) {
            if (!is_told(node.span))
                diagnostics_.error(node.span, "a control or bidirectional-override character in the text",
                                   "leave it out");
            node.type = Node::Type::refused;
        } else {
            refuse_long_text(node, diagnostics_);
        }
    }

    /// A forbidden character that stands in the file as it is was found before; one from an escape was not.
    bool is_told(const Span& span) const {
        const bool may_escape = source_.text()[span.offset] == '"';
        return !may_escape || find_forbidden_character(source_.text().substr(span.offset, span.length)).has_value();
    }

    /// Of a quoted scalar, quotes included.
    std::size_t quoted_length(std::size_t offset) const {
        const char quote = source_.text()[offset];
        const auto end = quote == '"' || quote == '\'' ? end_of_quoted(source_.text(), offset) : std::nullopt;
        return end ? *end - offset : 1;
    }

    void open(const YAML::Mark& mark, YAML::anchor_t anchor, Node::Type type) {
        if (open_.size() == deepest_nesting)
            throw Unreadable{
                {offset_of(mark), 1, "nested too deeply", fmt::format("at most {} levels are read", deepest_nesting)}};
        Node node = node_at(mark, anchor);
        if (node.type != Node::Type::refused) node.type = type;
        open_.push_back(std::move(node));
    }

    void close() {
        Node node = std::move(open_.back());
        open_.pop_back();
        if (node.type == Node::Type::refused) node.children.clear();
        add(std::move(node));
    }

    void add(Node node) {
        if (open_.empty())
            root_ = std::move(node);
        else
            open_.back().children.push_back(std::move(node));
    }

    /// Keys that are no text, merge keys, keys without their colon and keys written twice.
    void drop_faulty_keys(Node& map) {
        std::vector<Node> kept;
        kept.reserve(map.children.size());
        std::unordered_map<std::string_view, const Node*> seen;
        for (std::size_t index = 0; index + 1 < map.children.size(); index += 2) {
            auto& key = map.children[index];
            auto& value = map.children[index + 1];
            if (value.type == Node::Type::missing) {
                value.span = key.span;
                value.text = key.text;
            }
            if (!is_sound(key) || !is_first(key, seen)) continue;
            kept.push_back(std::move(key));
            kept.push_back(std::move(value));
            seen[kept[kept.size() - 2].text] = &kept[kept.size() - 2];
        }
        map.children = std::move(kept);
    }

    bool is_first(const Node& key, const std::unordered_map<std::string_view, const Node*>& seen) {
        const auto found = seen.find(key.text);
        if (found == seen.end()) return true;
        diagnostics_.error(key.span, fmt::format("duplicate key {}", in_quotes(key.text)),
                           fmt::format("it stands at {} already", place_of(found->second->span)));
        return false;
    }

    bool is_sound(const Node& key) {
        if (key.type == Node::Type::refused) return false;
        if (!key.is_scalar()) {
            diagnostics_.error(key.span, "a key that is no word", "a key is one word, then a colon");
            return false;
        }
        if (!key.quoted && key.text == "<<") {
            diagnostics_.error(key.span, "a YAML merge key (<<) is not read", "write the keys out");
            return false;
        }
        if (const auto word = word_without_colon(key.text); !key.quoted && !word.empty()) {
            diagnostics_.error({&source_, key.span.offset, word.size()}, "a colon is missing after " + in_quotes(word),
                               "a key ends with a colon and a blank");
            return false;
        }
        return true;
    }

    const SourceText& source_;
    Diagnostics& diagnostics_;
    Node root_;
    std::vector<Node> open_;
    std::size_t documents_ = 0;
};

/// With what yaml-cpp misreads put otherwise, byte for byte: question marks, and line ends that are a CR alone.
std::string text_for_yaml_cpp(std::string_view source, const std::vector<std::size_t>& question_marks) {
    std::string text(source);
    for (const auto offset : question_marks)
        text[offset] = question_mark;
    for (auto at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1))
        if (at + 1 == text.size() || text[at + 1] != '\n') text[at] = '\n';
    return text;
}

void report(const SourceText& source, const YamlFault& fault, Diagnostics& diagnostics) {
    diagnostics.error({&source, fault.offset, fault.length}, fault.message, fault.hint);
}

}  // namespace

const Node* find_key(const Node& node, std::string_view key) {
    for (const auto& [name, value] : entries(node))
        if (name.text == key) return &value;
    return nullptr;
}

void refuse_long_text(Node& scalar, Diagnostics& diagnostics) {
    if (scalar.text.size() <= longest_text || count_characters(scalar.text) <= longest_text) return;
    diagnostics.error(scalar.span, fmt::format("a text of {} characters", count_characters(scalar.text)),
                      fmt::format("at most {} are read", longest_text));
    scalar.type = Node::Type::refused;
}

std::optional<Node> read_yaml(const SourceText& source, Diagnostics& diagnostics) {
    const auto scan = scan_yaml(source.text());
    if (scan.fault) {
        report(source, *scan.fault, diagnostics);
        return std::nullopt;
    }
    auto text = text_for_yaml_cpp(source.text(), scan.question_marks);
    TextBuffer buffer(text);
    std::istream stream(&buffer);
    TreeBuilder builder(source, diagnostics);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return builder.take_root();
    } catch (const Unreadable& unreadable) {
        report(source, unreadable.fault, diagnostics);
    } catch (const YAML::Exception& exception) {
        const auto offset = exception.mark.pos < 0 ? 0 : static_cast<std::size_t>(exception.mark.pos);
        report(source, explain_yaml_fault(source.text(), offset, exception.msg), diagnostics);
    }
    return std::nullopt;
}

}  // namespace entente
