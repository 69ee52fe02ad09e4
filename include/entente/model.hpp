/// The model: what a planner wrote down, as plain values. No I/O and no graph here.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Tolerance of every comparison with a threshold and of equality between two scores (METHOD, head).
inline constexpr double tolerance = 1e-9;

inline bool at_least(double value, double threshold) {
    return value >= threshold - tolerance;
}
inline bool at_most(double value, double threshold) {
    return value <= threshold + tolerance;
}
inline bool above(double value, double threshold) {
    return value > threshold + tolerance;
}

/// A number in [Low, High]; any other, NaN included, is a std::invalid_argument.
template <int Low, int High>
class Bounded {
  public:
    constexpr Bounded(double value) : value_(value) {  // NOLINT: a checked double reads as a double
        if (!(value >= Low && value <= High)) throw std::invalid_argument("number out of range");
    }
    constexpr operator double() const { return value_; }  // NOLINT

  private:
    double value_;
};
using Share = Bounded<0, 1>;
using Weight = Bounded<-1, 1>;

/// A civil day (proleptic Gregorian calendar), years 1 to 9999.
class Date {
  public:
    static constexpr int first_year = 1;
    static constexpr int last_year = 9999;

    /// Nothing where there is no such day.
    static std::optional<Date> from_civil(int year, unsigned month, unsigned day);

    int year() const;
    /// ISO 8601: 2016-07-18.
    std::string text() const;
    Date next() const { return Date(days_ + std::chrono::days(1)); }
    Date previous() const { return Date(days_ - std::chrono::days(1)); }
    /// Days from `earlier` to this one, negative where it is later.
    int days_since(Date earlier) const { return static_cast<int>((days_ - earlier.days_).count()); }
    auto operator<=>(const Date&) const = default;

  private:
    explicit Date(std::chrono::sys_days days) : days_(days) {}
    std::chrono::sys_days days_;
};

/// What a written date covers: 2015 is all of 2015, 2015-07 all of July, 2015-07-18 that day.
struct DateRange {
    Date first;
    Date last;
};
/// Nothing where `text` is none of YYYY, YYYY-MM, YYYY-MM-DD or no such day.
std::optional<DateRange> parse_date(std::string_view text);

/// From and to, both days included; a missing end is open.
struct Period {
    std::optional<Date> from;
    std::optional<Date> to;

    bool covers(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
    bool overlaps(const Period& other) const {
        return (!from || !other.to || *from <= *other.to) && (!other.from || !to || *other.from <= *to);
    }
};

/// Position in Model::vertices. Vertices are sorted by id, bytewise, so a smaller index is a smaller id.
using VertexIndex = std::size_t;
/// Position in Model::layers.
using LayerIndex = std::size_t;

struct Source {
    std::string id;
    std::string title;
    std::string publisher;
    std::optional<DateRange> date;
    std::string date_text;
    std::string url;
    std::string marking;
};

struct Evidence {
    std::size_t source;  ///< position in Model::sources
    std::string at;
    std::string note;
    bool disputes = false;

    bool operator==(const Evidence&) const = default;
};

/// What every record carries beside its own content.
struct Record {
    Period period;
    std::vector<Evidence> evidence;
    std::string note;
    std::vector<Period> replaced{};  ///< days on which a scenario puts something else, or nothing, in its place

    bool is_replaced_on(Date day) const;
    bool in_force_on(Date day) const { return period.covers(day) && !is_replaced_on(day); }
};

struct Layer {
    std::string id;
    std::string label;
    Share salience = 1;
};
/// The built-in layer of shared membership (METHOD 3).
inline constexpr std::string_view forums_layer = "forums";

enum class Kind { country, group, organisation, mechanism, project };
std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);
/// Organisations, mechanisms and projects have members.
inline bool is_forum(Kind kind) {
    return kind >= Kind::organisation;
}

struct Place {
    double latitude;   ///< degrees, [-90, 90]
    double longitude;  ///< degrees, [-180, 180]
};

struct Capability {
    double value = 0;  ///< >= 0
    bool global = false;
    Period period;
};

/// What a scenario makes of a forum's effectiveness over a period.
struct Effectiveness : Record {
    Share effectiveness = 0.6;
    Share confidence = 0.6;
};

/// What a forum has beside being a vertex.
struct Forum {
    Share effectiveness = 0.6;
    Share confidence = 0.6;
    std::vector<Effectiveness> later;  ///< by from; at most one counts on a day, and then in place of the forum's own
    std::vector<LayerIndex> layers;
    std::size_t size = 0;  ///< members outside the model included; 0 where not given
    std::vector<std::string> about;

    /// Which effectiveness counts on the day: 0 the forum's own, n the n-th later one.
    std::size_t part_on(Date day) const;
    Share effectiveness_of(std::size_t part) const { return part == 0 ? effectiveness : later[part - 1].effectiveness; }
    Share confidence_of(std::size_t part) const { return part == 0 ? confidence : later[part - 1].confidence; }
};

struct Vertex {
    std::string id;
    std::string name;  ///< the id where none is given
    Kind kind = Kind::country;
    std::vector<std::string> aliases;
    std::vector<Period> exists;  ///< spells; empty: always
    std::optional<Place> at;
    std::string capital;
    std::vector<Capability> capability;
    bool global_reach = false;
    bool acts = false;  ///< an organisation that mediates by itself
    bool party = true;  ///< false: a threat others share, not a side
    std::map<std::string, std::string> tags;
    std::string note;
    std::optional<VertexIndex> under;
    std::vector<Evidence> evidence;
    std::optional<Forum> forum;  ///< set exactly where is_forum(kind)

    bool exists_on(Date day) const;
    /// Countries, and groups that are a party (METHOD 1).
    bool is_side() const { return kind == Kind::country || (kind == Kind::group && party); }
    /// Sides, and organisations that act (METHOD 1).
    bool is_actor() const { return is_side() || acts; }
    bool is_threat() const { return kind == Kind::group && !party; }
};

enum class Role { chair, member, observer, partner, supporter };
inline constexpr std::array<std::string_view, 5> role_names{"chair", "member", "observer", "partner", "supporter"};

struct Membership : Record {
    VertexIndex actor = 0;
    VertexIndex forum = 0;
    Role role = Role::member;
    bool supposed = false;  ///< by a scenario: it does not stand on the evidence of its forum
};

/// Symmetric; a < b.
struct Tie : Record {
    VertexIndex a = 0;
    VertexIndex b = 0;
    LayerIndex layer = 0;
    Weight weight = 0;
    Share confidence = 0.6;
    std::optional<double> half_life;  ///< years, > 0; only with a `to`
    /// A faded tie weaker than this is forgotten.
    static constexpr double forgotten_below = 0.05;

    /// What is left of the weight on the day: 1 while it lasts, less and less after; nothing where it does not count.
    std::optional<double> fade_on(Date day) const;
};

struct Influence : Record {
    VertexIndex of = 0;
    VertexIndex over = 0;
    Share strength = 0.6;
    Share confidence = 0.6;
};

struct Refusal : Record {
    VertexIndex by = 0;
    std::vector<VertexIndex> on;  ///< sorted, two or more
    bool anyone = true;
    std::vector<VertexIndex> who;  ///< sorted; the refused where not anyone
    Share confidence = 0.6;
};

struct Border : Record {
    VertexIndex a = 0;
    VertexIndex b = 0;
};

struct Holding : Record {
    VertexIndex actor = 0;
    Share strength = 0.6;
    Share confidence = 0.6;
};

struct Concern {
    std::string id;
    std::string label;  ///< the id where none is given
    std::vector<Holding> held_by;
    std::vector<Evidence> evidence;
    std::string note;
};

inline constexpr std::array<std::string_view, 9> remark_kinds{
    "threat", "obstacle", "opportunity", "incentive", "option", "condition", "potential", "trend", "view"};

struct Remark : Record {
    std::vector<VertexIndex> about;
    std::string kind;
    std::string text;
    std::optional<int> rank;
};

/// The words of METHOD 2 and what they stand for, as the model redefines them.
struct Scale {
    std::map<std::string, double, std::less<>> stance{
        {"war", -1},      {"hostile", -0.8},    {"rivals", -0.6}, {"strained", -0.4}, {"cool", -0.2}, {"neutral", 0},
        {"cordial", 0.2}, {"cooperative", 0.4}, {"close", 0.6},   {"partners", 0.8},  {"allied", 1}};
    std::map<std::string, double, std::less<>> strength{{"none", 0},       {"weak", 0.2},   {"limited", 0.4},
                                                        {"moderate", 0.6}, {"strong", 0.8}, {"decisive", 1}};
    std::map<std::string, double, std::less<>> effectiveness = strength;
    std::map<std::string, double, std::less<>> confidence{{"low", 0.3}, {"moderate", 0.6}, {"high", 0.9}};
    std::map<std::string, double, std::less<>> roles{
        {"chair", 1}, {"member", 1}, {"observer", 0.5}, {"partner", 0.3}, {"supporter", 0.25}};

    double role_factor(Role role) const;
    /// The word of `words` whose number is nearest to `value` (the smaller number where two are as near).
    static std::string_view nearest_word(const std::map<std::string, double, std::less<>>& words, double value);
};

/// The six components of a candidate's score, in the order of METHOD 7's table.
struct Component {
    enum : std::size_t { access, leverage, convening, parity, detachment, standing };
};
inline constexpr std::size_t component_count = 6;
inline constexpr std::array<std::string_view, component_count> component_names{"access", "leverage",   "convening",
                                                                               "parity", "detachment", "standing"};
using Components = std::array<double, component_count>;

/// Weights of the components; they sum to 1 (METHOD 7).
struct Profile {
    std::string name;
    Components weights{};
};
/// balanced (the default, first), precedent, facilitator, convenor, power.
const std::vector<Profile>& builtin_profiles();

struct Model {
    std::string title;
    Date as_of = *Date::from_civil(1, 1, 1);
    std::string marking;
    std::vector<Source> sources;
    std::vector<Layer> layers;
    Share forums_salience = 0.4;
    Scale scale;
    std::vector<Profile> profiles;  ///< the model's own
    Share derived_influence = 0;    ///< F of METHOD 7; 0 where influence is not derived
    std::optional<Share> unrecorded;
    std::vector<Vertex> vertices;  ///< sorted by id
    std::vector<Tie> ties;
    std::vector<Membership> memberships;
    std::vector<Influence> influences;
    std::vector<Refusal> refusals;
    std::vector<Border> borders;
    std::vector<Concern> concerns;
    std::vector<Remark> remarks;
    std::vector<std::string> scenarios;  ///< titles of those applied, in their order

    /// Exactly by id, name or alias (compared in NFC, with ’ as '); nothing where unknown.
    std::optional<VertexIndex> find_vertex(std::string_view name) const;
    const std::string& id(VertexIndex vertex) const { return vertices[vertex].id; }
    /// The model's own or a built-in one; nothing where unknown.
    std::optional<Profile> find_profile(std::string_view name) const;
    std::optional<LayerIndex> find_layer(std::string_view id) const;
};

/// A mediation that history records (METHOD 10). Vertices are named by id, name or alias, and need not be known.
struct RecordedCase {
    /// The year before is looked at, and must be one, too.
    static constexpr int first_year = Date::first_year + 1;

    std::string name;
    int year = 0;  ///< in which it came about
    std::string a;
    std::string b;
    std::vector<std::string> brokers;
};

/// A file that a model was read from.
struct InputFile {
    std::string path;    ///< as the user would name it
    std::string sha256;  ///< hexadecimal
};

/// Of text that goes to a terminal.
enum class Colour { off, on };

}  // namespace entente
