// Which characters of a picture no font here can show.
#include "model/unicode.hpp"
#include <entente/draw.hpp>

#include <memory>
#include <set>

#include <fontconfig/fontconfig.h>

namespace entente {

namespace {

template <class Item, void (*destroy)(Item*)>
struct Destroy {
    void operator()(Item* item) const { destroy(item); }
};
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPattern, FcPatternDestroy>>;
using Properties = std::unique_ptr<FcObjectSet, Destroy<FcObjectSet, FcObjectSetDestroy>>;
using Fonts = std::unique_ptr<FcFontSet, Destroy<FcFontSet, FcFontSetDestroy>>;

bool is_invisible(char32_t point) {
    return (point >= 0x200b && point <= 0x200f) || (point >= 0xfe00 && point <= 0xfe0f);
}

std::set<char32_t> beyond_ascii(std::string_view text) {
    std::set<char32_t> points;
    for (const auto point : code_points(text))
        if (point >= 0xa0 && !is_invisible(point)) points.insert(point);
    return points;
}

void remove_known(std::set<char32_t>& points, FcPattern* font) {
    FcCharSet* known = nullptr;
    if (FcPatternGetCharSet(font, FC_CHARSET, 0, &known) != FcResultMatch) return;
    std::erase_if(points, [known](char32_t point) { return FcCharSetHasChar(known, point) == FcTrue; });
}

std::string utf8(const std::set<char32_t>& points) {
    std::string text;
    for (const auto point : points) {
        FcChar8 bytes[FC_UTF8_MAX_LEN];
        const int length = FcUcs4ToUtf8(point, bytes);
        text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    return text;
}

}  // namespace

std::string characters_without_font(const Picture& picture) {
    auto points = beyond_ascii(picture.dot);
    if (points.empty()) return {};
    const Pattern any(FcPatternCreate());
    const Properties wanted(FcObjectSetBuild(FC_CHARSET, nullptr));
    const Fonts fonts(FcFontList(nullptr, any.get(), wanted.get()));
    if (!fonts) return utf8(points);
    for (int font = 0; font < fonts->nfont && !points.empty(); ++font)
        remove_known(points, fonts->fonts[font]);
    return utf8(points);
}

}  // namespace entente
