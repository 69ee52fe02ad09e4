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
    line_starts_.push_back(0);
    for (std::size_t offset = 0; offset < text_.size(); ++offset) {
        const bool carriage_return_alone =
            text_[offset] == '\r' && (offset + 1 == text_.size() || text_[offset + 1] != '\n');
        if (text_[offset] == '\n' || carriage_return_alone) line_starts_.push_back(offset + 1);
    }
    std::size_t characters = 0;
    for (std::size_t block = 0; block < text_.size(); block += block_size) {
        characters_before_block_.push_back(characters);
        characters += count_characters(text_.substr(block, block_size));
    }
    characters_before_block_.push_back(characters);
}

std::size_t SourceText::line_index(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::size_t SourceText::characters_before(std::size_t offset) const {
    const auto block = offset / block_size;
    return characters_before_block_[block] + count_characters(text_.substr(block * block_size, offset % block_size));
}

Position SourceText::position(std::size_t offset) const {
    const auto index = line_index(offset);
    return {index + 1, characters_before(offset) - characters_before(line_starts_[index]) + 1};
}

std::size_t SourceText::line_start(std::size_t offset) const {
    return line_starts_[line_index(offset)];
}

std::string_view SourceText::line(std::size_t offset) const {
    const auto index = line_index(offset);
    const auto start = line_starts_[index];
    auto line = text_.substr(start, index + 1 < line_starts_.size() ? line_starts_[index + 1] - start : text_.npos);
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string place_of(const Span& span) {
    const auto [line, column] = span.source->position(span.offset);
    return fmt::format("{}:{}:{}", span.source->name(), line, column);
}

}  // namespace entente
