#include <entente/model.hpp>

#include <cstdio>

namespace entente {

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (year < 1 || year > 9999 || !civil.ok()) return std::nullopt;
    return Date(std::chrono::sys_days{civil});
}

int Date::year() const {
    return static_cast<int>(std::chrono::year_month_day{days_}.year());
}

std::string Date::text() const {
    const std::chrono::year_month_day civil{days_};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(civil.year()),
                  static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
    return text;
}

namespace {

/// Of `length` digits from `start` on.
std::optional<int> digits(std::string_view text, std::size_t start, std::size_t length) {
    int number = 0;
    for (const char digit : text.substr(start, length)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = 10 * number + (digit - '0');
    }
    return number;
}

std::optional<DateRange> range_of(std::optional<Date> first, std::optional<Date> last) {
    if (!first || !last) return std::nullopt;
    return DateRange{*first, *last};
}

}  // namespace

std::optional<DateRange> parse_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const auto year = digits(text, 0, 4);
    if (!year) return std::nullopt;
    if (text.size() == 4) return range_of(Date::from_civil(*year, 1, 1), Date::from_civil(*year, 12, 31));

    const auto month = digits(text, 5, 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    const auto month_number = static_cast<unsigned>(*month);
    if (text.size() == 7) {
        const std::chrono::year_month_day_last end{std::chrono::year{*year},
                                                   std::chrono::month_day_last{std::chrono::month{month_number}}};
        return range_of(Date::from_civil(*year, month_number, 1),
                        Date::from_civil(*year, month_number, static_cast<unsigned>(end.day())));
    }

    const auto day = digits(text, 8, 2);
    if (text[7] != '-' || !day) return std::nullopt;
    const auto date = Date::from_civil(*year, month_number, static_cast<unsigned>(*day));
    return range_of(date, date);
}

}  // namespace entente
