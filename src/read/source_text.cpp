#include "read/source_text.hpp"

#include "model/unicode.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t block_size = 4096;

}  // namespace

SourceText::SourceText(std::string name, std::string content, std::size_t order)
    : name_(std::move(name)), content_(std::move(content)), text_(content_), order_(order) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

SourceText::Index::Index(std::string_view text) : line_starts{0} {
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        const bool carriage_return_alone =
            text[offset] == '\r' && (offset + 1 == text.size() || text[offset + 1] != '\n');
        if (text[offset] == '\n' || carriage_return_alone) line_starts.push_back(offset + 1);
    }
    std::size_t characters = 0;
    for (std::size_t block = 0; block < text.size(); block += block_size) {
        characters_before_block.push_back(characters);
        characters += count_characters(text.substr(block, block_size));
    }
    characters_before_block.push_back(characters);
}

const SourceText::Index& SourceText::index() const {
    if (!index_) index_.emplace(text_);
    return *index_;
}

std::size_t SourceText::line_index(std::size_t offset) const {
    const auto& starts = index().line_starts;
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin()) - 1;
}

std::size_t SourceText::characters_before(std::size_t offset) const {
    const auto block = offset / block_size;
    return index().characters_before_block[block] +
           count_characters(text_.substr(block * block_size, offset % block_size));
}

Position SourceText::position(std::size_t offset) const {
    const auto line = line_index(offset);
    return {line + 1, characters_before(offset) - characters_before(index().line_starts[line]) + 1};
}

std::size_t SourceText::line_start(std::size_t offset) const {
    return index().line_starts[line_index(offset)];
}

std::string_view SourceText::line(std::size_t offset) const {
    const auto& starts = index().line_starts;
    const auto number = line_index(offset);
    const auto start = starts[number];
    auto line = text_.substr(start, number + 1 < starts.size() ? starts[number + 1] - start : text_.npos);
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string place_of(const Span& span) {
    const auto [line, column] = span.source->position(span.offset);
    return fmt::format("{}:{}:{}", span.source->name(), line, column);
}

}  // namespace entente
