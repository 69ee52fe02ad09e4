// Recorded mediations: a table of its own, which no model names (METHOD 10).
#include "read/csv.hpp"
#include "read/input_file.hpp"
#include <entente/read.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente {

namespace {

enum Column : std::size_t { name, year, a, b, brokers };
constexpr std::array<std::string_view, 5> column_names{"case", "year", "a", "b", "brokers"};
constexpr auto first_year = RecordedCase::first_year;
constexpr auto last_year = Date::last_year;

class CaseTable {
  public:
    CaseTable(const SourceText& source, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), reader_(source, diagnostics) {}

    std::vector<RecordedCase> read() {
        std::vector<RecordedCase> cases;
        if (!find_columns()) return cases;
        while (reader_.next())
            cases.push_back(read_case());
        return cases;
    }

  private:
    /// False where one is missing or named twice, which is told.
    bool find_columns() {
        const auto& header = reader_.header();
        if (header.empty()) return false;
        std::vector<std::string_view> missing;
        bool once = true;
        for (std::size_t column = 0; column < column_names.size(); ++column) {
            const auto is_it = [&](const Cell& cell) { return cell.text == column_names[column]; };
            const auto found = std::find_if(header.begin(), header.end(), is_it);
            if (found == header.end()) {
                missing.push_back(column_names[column]);
                continue;
            }
            cells_[column] = static_cast<std::size_t>(found - header.begin());
            const auto again = std::find_if(std::next(found), header.end(), is_it);
            if (again == header.end()) continue;
            once = false;
            diagnostics_.error(reader_.place(*again), fmt::format("the column '{}' stands here again", again->text),
                               "leave one out");
        }
        if (!missing.empty())
            diagnostics_.error(reader_.place(header.front()),
                               fmt::format("there is no column '{}'", fmt::join(missing, "', '")),
                               "cases have the columns case, year, a, b and brokers");
        return once && missing.empty();
    }

    RecordedCase read_case() {
        RecordedCase made;
        made.name = read_name();
        made.year = read_year();
        made.a = required(Column::a);
        made.b = required(Column::b);
        if (!made.a.empty() && made.a == made.b)
            diagnostics_.error(place(Column::b), fmt::format("{} is both parties", in_quotes(made.b)),
                               "name two that differ");
        made.brokers = read_brokers(made);
        return made;
    }

    const Cell& cell(Column column) const { return reader_.cells()[cells_[column]]; }
    Span place(Column column) const { return reader_.place(cell(column)); }

    /// Empty where it is missing, which is told.
    std::string required(Column column) {
        const auto text = cell(column).text;
        if (text.empty())
            diagnostics_.error(place(column), fmt::format("a case without '{}'", column_names[column]), "add it");
        return std::string(text);
    }

    std::string read_name() {
        auto text = required(Column::name);
        if (text.empty()) return text;
        const auto [first, added] = names_.emplace(text, place(Column::name));
        if (!added)
            diagnostics_.error(place(Column::name), fmt::format("the case {} stands here again", in_quotes(text)),
                               fmt::format("it is first at {}", place_of(first->second)));
        return text;
    }

    int read_year() {
        const auto text = required(Column::year);
        if (text.empty()) return first_year;
        int number = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = failure == std::errc() && end == text.data() + text.size();
        if (whole && number >= first_year && number <= last_year) return number;
        diagnostics_.error(place(Column::year), fmt::format("{} is no year", in_quotes(text)),
                           fmt::format("write a whole number, {} to {}", first_year, last_year));
        return first_year;
    }

    std::vector<std::string> read_brokers(const RecordedCase& made) {
        const auto text = required(Column::brokers);
        std::vector<std::string> names;
        for (auto rest = std::string_view(text); !rest.empty();) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto broker = without_blanks_around(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (broker.empty()) continue;
            if (broker == made.a || broker == made.b)
                diagnostics_.error(place(Column::brokers), fmt::format("the broker {} is a party", in_quotes(broker)),
                                   "name those who stood between the two");
            names.emplace_back(broker);
        }
        if (names.empty() && !text.empty())
            diagnostics_.error(place(Column::brokers), "nobody is named", "part several brokers by semicolons");
        return names;
    }

    Diagnostics& diagnostics_;
    CsvReader reader_;
    std::array<std::size_t, column_names.size()> cells_{};  ///< where a row has them
    std::map<std::string, Span, std::less<>> names_;
};

}  // namespace

CasesResult read_cases(const std::string& path) {
    CasesResult result;
    Diagnostics diagnostics;
    auto content = read_regular_file(path, largest_table);
    if (!content.fault.empty()) {
        diagnostics.error_in_file(path, content.fault, content.hint);
        result.diagnostics = diagnostics.in_file_order();
        return result;
    }
    result.file = {path, sha256_of(content.bytes)};
    const SourceText source(path, std::move(content.bytes), 0);
    diagnostics.shorten(source);
    try {
        if (check_characters(source, diagnostics, "save it as CSV UTF-8"))
            result.cases = CaseTable(source, diagnostics).read();
    } catch (const TooManyErrors&) {
        // Those found so far are told.
    }
    result.diagnostics = diagnostics.in_file_order();
    return result;
}

}  // namespace entente
