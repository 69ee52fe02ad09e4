/// The graph in, plain results out. Fields bear the names that the JSON gives them. Vertices are positions in
/// Model::vertices. No I/O.
#pragma once

#include <entente/graph.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

/// A pair and how it stands; a < b.
struct Pair {
    VertexIndex a = 0;
    VertexIndex b = 0;
    double cooperation = 0;
    double tension = 0;
    double net = 0;
    bool ambivalent = false;
};
Pair pair_of(const RelationGraph& graph, VertexIndex i, VertexIndex j);

/// A record of the model, by its kind and its position in the model's list of that kind.
/// effectiveness: position is the forum in Model::vertices, `part` 0 its own record, n its n-th later one. holding:
/// position is the concern, `part` the holder.
enum class RecordKind { tie, membership, influence, effectiveness, refusal, border, capability, holding };
std::string_view name_of(RecordKind kind);
struct RecordRef {
    RecordKind kind;
    std::size_t index;
    std::size_t part = 0;
    auto operator<=>(const RecordRef&) const = default;
};
/// What the record says of itself: vertices, layer (empty where none), from, evidence.
struct RecordFacts {
    std::vector<VertexIndex> vertices;
    std::string layer;
    std::optional<Date> from;
    std::span<const Evidence> evidence;
    std::string note;
};
RecordFacts facts_of(const Model& model, const RecordRef& record);
/// Period, evidence, note and what replaces it; null for a capability and a forum's own effectiveness, which are part
/// of their vertex.
const Record* record_at(const Model& model, const RecordRef& record);

// ---- how sure (METHOD 8) ----

/// How often and how the model is drawn. The result is the same for any number of threads.
struct Sampling {
    std::size_t draws = 0;     ///< 0: none, and nothing is said of how sure a result is
    std::uint64_t seed = 1;    ///< streams of different seeds have nothing to do with each other
    std::size_t threads = 0;   ///< 0: as many as the machine has
    bool any_weights = false;  ///< the weights of the score are drawn too, uniform on the simplex of the six
    /// Told now and then what share of the work is done; from any thread, one at a time.
    std::function<void(double share)> progress{};
};

/// The smallest change of a record's one number after which the first candidate is no longer first.
struct Flip {
    RecordRef record;
    double from = 0;  ///< as recorded
    double to = 0;
    std::optional<VertexIndex> new_first;  ///< nothing where nobody is left
};

/// How much the first candidate's chance hangs on a record: between its draws above the median and those below.
struct FindOut {
    RecordRef record;
    double effect = 0;  ///< in [0, 1]
};

// ---- brokering (METHOD 7) ----

struct AgendaItem {
    std::size_t concern;  ///< position in Model::concerns
    double strength;
};

struct Candidate {
    std::size_t rank = 0;
    VertexIndex id = 0;
    double score = 0;
    Components components{};     ///< access … standing, each in [0, 1]
    Components contributions{};  ///< weight times component; they sum to the score
    std::optional<VertexIndex> forum;
    std::vector<VertexIndex> refused_by;
    std::vector<VertexIndex> dependent_on;
    std::vector<VertexIndex> strained_with;
    std::vector<AgendaItem> agenda;
    std::optional<double> p_first;
    std::optional<double> p_top3;
    std::optional<std::size_t> rank_low;
    std::optional<std::size_t> rank_high;
    std::vector<RecordRef> records;  ///< all that entered, sorted; filled where asked for
};

/// A member of a set of brokers and a party that are at odds.
struct BrokerAtOdds {
    VertexIndex broker = 0;
    VertexIndex party = 0;
};

/// Two or three who broker together, worth more than the best of them alone.
struct JointBrokers {
    std::vector<VertexIndex> ids;  ///< ascending
    double score = 0;              ///< after friction
    Components components{};
    double friction = 0;  ///< of the pair among them that is most at odds, in [0, 1]
    std::vector<BrokerAtOdds> strained_with;
    std::optional<VertexIndex> forum;
};

struct ForumOption {
    std::size_t rank = 0;
    VertexIndex id = 0;
    double score = 0;
    std::size_t members = 0;
    double effectiveness = 0;
    std::optional<double> cohesion;
    std::optional<double> obstruction;
    std::optional<Pair> worst;
};

/// A tag's name and value.
using Tag = std::pair<std::string, std::string>;

struct BrokerOptions {
    Profile profile = builtin_profiles().front();
    std::vector<Kind> kinds{};         ///< of candidates; empty: all
    std::optional<std::size_t> top{};  ///< at most so many candidates
    std::optional<Tag> only{};         ///< of many pairs, those whose two parties bear it
    bool records = false;              ///< fill Candidate::records
    std::size_t together = 1;          ///< 2 or 3: find sets of brokers of that size, too
    Sampling sampling{};
};

struct Brokerage {
    std::vector<VertexIndex> parties;  ///< ascending
    std::vector<Pair> pairs;
    Profile profile;
    std::vector<Candidate> candidates;
    std::size_t together = 1;         ///< as it was asked for
    std::vector<JointBrokers> joint;  ///< best first; the best million at most
    std::vector<ForumOption> forums;
    std::optional<Chain> chain;
    std::size_t draws = 0;             ///< that tell how sure the ranks are
    bool any_weights = false;          ///< in them, the weights of the score were drawn, too
    std::vector<Flip> flips;           ///< smallest change first
    std::vector<FindOut> find_out;     ///< largest effect first, five at most
    std::vector<std::size_t> remarks;  ///< positions in Model::remarks
};

/// Who can broker between the parties, where, and by which chain (METHOD 7). Fewer than two parties, one twice, or one
/// that does not exist on the day, or a `together` other than 1, 2 or 3, is a std::invalid_argument. O(actors · parties
/// + memberships), and for sets of brokers the number of sets whose members all cooperate.
Brokerage find_brokers(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options);

/// The candidates alone, best first.
std::vector<Candidate> rank_candidates(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options);
/// Every forum that seats all parties, best first.
std::vector<ForumOption> rank_forums(const RelationGraph& graph, std::span<const VertexIndex> parties);

struct PairBrokers {
    VertexIndex a = 0;
    VertexIndex b = 0;
    double tension = 0;
    std::vector<Candidate> candidates;
};
/// Whether groups with `party: false` are listed among the tensions.
enum class Threats { left_out, listed };
/// For every pair in tension, by severity.
std::vector<PairBrokers> find_all_brokers(const RelationGraph& graph, const BrokerOptions& options, Threats threats);

struct BrokerReach {
    struct Row {
        VertexIndex a = 0;
        VertexIndex b = 0;
        double tension = 0;
        std::size_t rank = 0;
        double score = 0;
    };
    VertexIndex broker = 0;
    std::vector<Row> pairs;
};
/// Whom `broker` can broker: pairs in tension in which it ranks and is not refused, by rank, then tension.
BrokerReach find_reach(const RelationGraph& graph, VertexIndex broker, const BrokerOptions& options, Threats threats);

/// Why a vertex ranks where it does between the parties, or is no candidate.
struct BrokerReasons {
    VertexIndex broker = 0;
    std::vector<VertexIndex> parties;
    std::optional<Candidate> candidate;  ///< with its records
    std::size_t candidates = 0;          ///< how many there are
    std::vector<std::string> reasons;    ///< in words, where it is no candidate or is held back
    struct Link {
        VertexIndex party = 0;
        Relation relation{};
        Leverage influence{};
    };
    std::vector<Link> links;  ///< one a party
};
BrokerReasons explain_broker(const RelationGraph& graph, std::span<const VertexIndex> parties, VertexIndex broker,
                             const BrokerOptions& options);

// ---- tensions (METHOD 6) ----

struct WeightedVertex {
    VertexIndex id = 0;
    double weight = 0;
};

struct Tension {
    VertexIndex a = 0;
    VertexIndex b = 0;
    double tension = 0;
    double cooperation = 0;
    double net = 0;
    bool ambivalent = false;
    std::vector<WeightedVertex> torn;
    double strain = 0;
    std::vector<WeightedVertex> forums;
    std::optional<VertexIndex> best_broker;
    double best_score = 0;
    std::vector<VertexIndex> depends_on;
    double opportunity = 0;
};
enum class TensionOrder { severity, opportunity, strain };
struct TensionOptions {
    BrokerOptions brokers{};
    TensionOrder order = TensionOrder::severity;
    Threats threats = Threats::left_out;
};
std::vector<Tension> find_tensions(const RelationGraph& graph, const TensionOptions& options);

// ---- cooperation clusters (METHOD 4) ----

struct ClusterMember {
    VertexIndex id = 0;
    std::optional<double> stability;

    /// With the others of its cluster in less than four draws of five: it could as well belong elsewhere.
    bool is_loose() const { return stability && !at_least(*stability, 0.8); }
};
struct Cluster {
    std::size_t number = 0;
    std::vector<ClusterMember> members;
    std::optional<double> cooperation_inside;
    std::optional<double> tension_inside;
    std::optional<double> cooperation_outside;
};
struct Clustering {
    double modularity = 0;
    double resolution = 1;
    std::vector<Cluster> clusters;
    std::vector<VertexIndex> unattached;

    /// Position in `clusters`; nothing for an unattached side or what is none.
    std::optional<std::size_t> cluster_of(VertexIndex vertex) const;
};
struct ClusterOptions {
    double resolution = 1;  ///< > 0
    std::size_t starts = 100;
    Sampling sampling{};  ///< for stability; its seed is that of the search, too
};
Clustering find_clusters(const RelationGraph& graph, const ClusterOptions& options);

// ---- structural balance (METHOD 5) ----

struct BalanceOptions {
    double threshold = 0.1;              ///< on |net|; in [0, 1]
    bool count = false;                  ///< frustration as a number of pairs, not their weight
    std::optional<double> time_limit{};  ///< seconds; without one the optimum is always proved
    std::uint64_t seed = 1;              ///< of the search for blocs
};

struct NetPair {
    VertexIndex a = 0;
    VertexIndex b = 0;
    double net = 0;
};

/// What a side would lose by changing camps.
struct Commitment {
    VertexIndex id = 0;
    std::size_t camp = 1;      ///< 1 or 2
    double value = 0;          ///< net to its own camp less net to the other
    bool uncommitted = false;  ///< under the threshold
};

struct BlocMember {
    VertexIndex id = 0;
    double margin = 0;  ///< what modularity loses if it alone crosses
};

/// The best split of all sides in two by signed modularity.
struct Blocs {
    std::array<std::vector<BlocMember>, 2> members;
    double modularity = 0;
    std::optional<double> net_inside;  ///< mean; nothing over no pair
    std::optional<double> net_across;
};

/// Triangles by their signs, and the share balanced; nothing without triangles.
struct Triangles {
    std::size_t ppp = 0;
    std::size_t ppm = 0;
    std::size_t pmm = 0;
    std::size_t mmm = 0;
    std::optional<double> strong;
    std::optional<double> weak;  ///< three mutual enemies count as balanced (Davis 1967)
};

struct Balance {
    double threshold = 0.1;           ///< as asked
    bool count = false;               ///< as asked
    double frustration = 0;           ///< the least total |net|, or number, of pairs to change
    bool proven = true;               ///< that there is no less
    double gap = 0;                   ///< what is left to prove; 0 where proven
    bool unique = true;               ///< whether these camps are the only best ones
    std::size_t edges = 0;            ///< pairs at the threshold
    std::vector<NetPair> frustrated;  ///< pairs that strain against the camps, by |net|
    std::array<std::vector<VertexIndex>, 2> camps;
    Blocs blocs;
    std::vector<Commitment> commitment;
    std::vector<VertexIndex> apart;  ///< sides on no pair
    Triangles triangles;
};
/// A time limit that is no number above 0, or a threshold outside [0, 1], is a std::invalid_argument.
Balance find_balance(const RelationGraph& graph, const BalanceOptions& options);

// ---- roles (METHOD 7) ----

struct RolesOptions {
    std::optional<std::string> tag{};  ///< groups are this tag's values; else the clusters
    ClusterOptions clusters{};
};

struct ActorRoles {
    VertexIndex id = 0;
    std::size_t coordinator = 0;
    std::size_t itinerant = 0;
    std::size_t gatekeeper = 0;
    std::size_t representative = 0;
    std::size_t liaison = 0;
    std::optional<double> constraint;
    std::optional<double> effective_size;
    double betweenness = 0;
};

struct Roles {
    std::string groups;              ///< `clusters` or the tag's name
    std::vector<ActorRoles> actors;  ///< most between first
};
/// By betweenness, then id. A tag that no vertex bears is a std::invalid_argument.
Roles find_roles(const RelationGraph& graph, const RolesOptions& options);

// ---- comparison (METHOD 9) ----

/// Where a thing stood before and stands after: a number, words, or nothing where it is not there.
struct Moved {
    using Value = std::variant<std::monostate, double, std::string>;
    std::string what;  ///< a short phrase of ids: `AFG–PAK tension`, `rank of CHN for AFG–PAK`
    Value before;
    Value after;
    std::string aspect{};            ///< of what is named in `what`: `tension`, `rank`
    std::vector<std::string> ids{};  ///< named there: a vertex, a pair, a broker and a pair, or none
};

/// What differs between two graphs; vertices are matched by id. What did not move is not listed. In each part words
/// come first, then numbers by how far they moved (what is not there counts as 0), then by what they are; who is torn
/// comes last. Of brokers the ranks come first, by the better of the two, and the scores last.
struct Comparison {
    std::string before;  ///< what the two are called, in words
    std::string after;
    std::optional<std::size_t> top{};  ///< at most so many rows of each part are written
    std::vector<Moved> relations;
    std::vector<Moved> tensions;
    std::vector<Moved> clusters;
    std::vector<Moved> balance;
    std::vector<Moved> brokers;
};
struct CompareOptions {
    BrokerOptions brokers{};
    ClusterOptions clusters{};
    BalanceOptions balance{};
    Threats threats = Threats::left_out;
};
/// The lists alone. Changes within the tolerance are none.
Comparison compare(const RelationGraph& before, const RelationGraph& after, const CompareOptions& options);

/// What a scenario says of the day, by records in force (METHOD 9).
struct Supposition {
    std::vector<VertexIndex> added;    ///< vertices that only the model after has
    std::vector<RecordRef> said;       ///< of the model after: new, or saying something else
    std::vector<RecordRef> withdrawn;  ///< of the model before: in force no more, and nothing in their place
};
Supposition find_supposition(const RelationGraph& before, const RelationGraph& after);

// ---- backtest (METHOD 10) ----

/// How well one way of ranking finds the recorded brokers. Numbers are missing where no case was judged.
struct TrackRecord {
    std::string name;  ///< of the profile or baseline
    std::size_t cases = 0;
    std::optional<double> mrr;           ///< mean reciprocal rank, a vote a case
    std::optional<double> mrr_per_pair;  ///< a vote a pair of parties
    std::optional<double> hit1;          ///< share of cases with a rank of 1; likewise 3, 5, 10
    std::optional<double> hit3;
    std::optional<double> hit5;
    std::optional<double> hit10;
    std::optional<double> median_rank;
};

/// A case as the chosen profile ranks it.
struct JudgedCase {
    RecordedCase recorded;              ///< by ids, those that the model knows
    double rank = 0;                    ///< the best of the recorded brokers'; ranks that are tied: their mean
    std::size_t of = 0;                 ///< actors that are no party
    VertexIndex best = 0;               ///< the recorded broker of that rank
    std::optional<VertexIndex> first;   ///< who comes first; nothing where nobody is a candidate
    std::vector<std::string> left_out;  ///< why a recorded broker could not be ranked, a sentence each
};

struct SkippedCase {
    RecordedCase recorded;
    std::string why;
};

struct Backtest {
    Profile profile;  ///< the chosen one
    std::vector<TrackRecord> profiles;
    std::vector<TrackRecord> baselines;
    std::vector<JudgedCase> cases;  ///< as they are recorded
    std::vector<SkippedCase> skipped;
};
struct BacktestOptions {
    Profile profile = builtin_profiles().front();
    std::size_t threads = 0;                       ///< 0: as many as the machine has
    std::function<void(double share)> progress{};  ///< as in Sampling
};
/// Every case on the model of 31 December of the year before. The lens gives the layers; its date is not looked at. A
/// year outside [2, 9999], or a profile that the model does not know, is a std::invalid_argument.
Backtest backtest(const Model& model, const Lens& lens, std::span<const RecordedCase> cases,
                  const BacktestOptions& options);

// ---- what the model holds (commands check and show) ----

struct Coverage {
    std::array<std::size_t, 5> vertices{};  ///< by Kind
    std::size_t records = 0;                ///< ties, memberships, influence, refusals, concerns held, remarks, forums
    std::size_t evidenced = 0;              ///< of these, with evidence
    std::size_t side_pairs = 0;             ///< pairs of sides on the day
    std::size_t silent_pairs = 0;           ///< of these, without a tie in force
    std::size_t relations = 0;
    std::size_t tensions = 0;
};
Coverage measure_coverage(const RelationGraph& graph);

/// A vertex with its relations, forums and what is said of it.
struct VertexPortrait {
    VertexIndex id = 0;
    std::vector<Neighbour> relations;  ///< strongest first, by the larger of cooperation and tension
    std::vector<Seat> forums;          ///< where it sits
    std::vector<Seat> members;         ///< who sits in it
    std::vector<RecordRef> influence;  ///< of it, then over it
    std::vector<AgendaItem> concerns;  ///< strongest first
    std::vector<std::size_t> remarks;
};
VertexPortrait portray_vertex(const RelationGraph& graph, VertexIndex vertex);

/// A pair with every record behind its relation.
struct PairPortrait {
    Pair pair;
    double trust = 0;
    std::vector<ActiveTie> ties;
    std::vector<RecordRef> past_ties;  ///< of the pair, not in force on the day
    std::vector<ForumOption> forums;
    Leverage a_over_b;
    Leverage b_over_a;
    std::vector<RecordRef> records;  ///< all in force, sorted
    std::vector<std::size_t> remarks;
};
PairPortrait portray_pair(const RelationGraph& graph, VertexIndex a, VertexIndex b);

}  // namespace entente
