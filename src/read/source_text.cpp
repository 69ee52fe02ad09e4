#include "read/source_text.hpp"

#include "model/unicode.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

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
}

std::size_t SourceText::line_index(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

Position SourceText::position(std::size_t offset) const {
    const auto index = line_index(offset);
    const auto start = line_starts_[index];
    return {index + 1, count_characters(text_.substr(start, offset - start)) + 1};
}

std::size_t SourceText::line_start(std::size_t offset) const {
    return line_starts_[line_index(offset)];
}

std::string_view SourceText::line(std::size_t offset) const {
    const auto rest = text_.substr(line_start(offset));
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::string place_of(const Span& span) {
    const auto [line, column] = span.source->position(span.offset);
    return fmt::format("{}:{}:{}", span.source->name(), line, column);
}

}  // namespace entente
