#include "analysis/joint.hpp"

#include "analysis/candidates.hpp"
#include "analysis/order.hpp"
#include "analysis/thresholds.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace entente {

namespace {

constexpr std::size_t most_members = 3;
/// How many sets more than are asked for may gather before the best are picked out.
constexpr std::size_t slack = 100'000;

/// Who may be a member, with all that a set takes from it.
struct Member {
    VertexIndex id = 0;
    std::vector<PartyLink> links;  ///< by party
    std::vector<double> roles;     ///< by table: rho, 1 at its own, 0 where it does not sit
    double standing = 0;
    double score_alone = 0;  ///< 0 where it is no candidate
    struct Partner {
        std::size_t member;
        double friction;
    };
    std::vector<Partner> partners;  ///< later members with whom it cooperates, ascending
};

/// A set on its way, member by member.
struct Partial {
    std::array<std::size_t, most_members> members{};
    std::size_t size = 0;
    std::vector<PartyLink> links;
    std::vector<double> roles;  ///< the least of the members, by table
    double standing = 0;        ///< sum over the members
    double friction = 0;
    double best_alone = 0;
};

/// What is kept of a set until the best are known.
struct Found {
    std::array<std::size_t, most_members> members{};
    double score = 0;
    double access = 0;
};

double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
}

/// Where the brokers could convene: F of METHOD 7 with its forum.
struct Convening {
    double value = 0;
    std::optional<VertexIndex> forum;
};

class JointSearch {
  public:
    JointSearch(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options)
        : graph_(graph),
          parties_(parties),
          options_(options),
          most_(std::min(options.top.value_or(most_joint_brokers), most_joint_brokers)),
          tables_(tables_for(graph, parties, options.together)) {
        find_members();
        find_partners();
    }

    std::vector<JointBrokers> run() {
        for (std::size_t first = 0; first < members_.size(); ++first) {
            partials_[0] = {};
            add(partials_[0], first, 0, partials_[1]);
            extend(1);
        }
        keep_best();
        std::vector<JointBrokers> sets;
        for (const auto& found : found_)
            sets.push_back(describe(found));
        return sets;
    }

  private:
    void find_members() {
        const auto standing = standings(graph_);
        BrokerOptions alone = options_;
        alone.top.reset();
        alone.records = false;
        std::vector<double> scores(graph_.model().vertices.size(), 0);
        for (const auto& candidate : rank_candidates(graph_, parties_, alone, standing))
            scores[candidate.id] = candidate.score;
        for (const auto actor : graph_.actors()) {
            if (!may_be_member(actor)) continue;
            Member member{actor, {}, {}, standing[actor], scores[actor], {}};
            for (const auto party : parties_)
                member.links.push_back(link_between(graph_, actor, party));
            for (const auto& table : tables_)
                member.roles.push_back(actor == table.forum ? 1 : graph_.role_factor(actor, table.forum).value_or(0));
            members_.push_back(std::move(member));
        }
    }

    bool may_be_member(VertexIndex actor) const {
        if (!may_broker(graph_, parties_, actor, options_)) return false;
        const bool trusted = std::any_of(parties_.begin(), parties_.end(), [&](VertexIndex party) {
            return at_least(graph_.relation(actor, party).trust(), least_trust);
        });
        return trusted && refusals_against(graph_, parties_, actor).empty();
    }

    void find_partners() {
        constexpr auto none = static_cast<std::size_t>(-1);
        std::vector<std::size_t> position(graph_.model().vertices.size(), none);
        for (std::size_t member = 0; member < members_.size(); ++member)
            position[members_[member].id] = member;
        for (std::size_t member = 0; member < members_.size(); ++member)
            for (const auto& neighbour : graph_.neighbours(members_[member].id)) {
                const auto other = position[neighbour.vertex];
                if (other == none || other < member) continue;
                if (at_least(neighbour.relation.cooperation, partnership))
                    members_[member].partners.push_back({other, std::max(0.0, -neighbour.relation.net())});
            }
    }

    /// `to` becomes `from` with one member more; its buffers are used again.
    void add(const Partial& from, std::size_t added, double friction, Partial& to) const {
        const auto& member = members_[added];
        to.members = from.members;
        to.members[from.size] = added;
        to.size = from.size + 1;
        to.standing = from.standing + member.standing;
        to.friction = std::max(from.friction, friction);
        to.best_alone = std::max(from.best_alone, member.score_alone);
        to.links = member.links;
        to.roles = member.roles;
        if (from.size == 0) return;
        for (std::size_t party = 0; party < to.links.size(); ++party) {
            auto& link = to.links[party];
            const auto& before = from.links[party];
            link = {either(link.trust, before.trust), std::max(link.tension, before.tension),
                    either(link.influence, before.influence)};
        }
        for (std::size_t table = 0; table < to.roles.size(); ++table)
            to.roles[table] = std::min(to.roles[table], from.roles[table]);
    }

    /// Every set that holds the first `size` members of the partial of that size.
    void extend(std::size_t size) {
        const auto& partial = partials_[size];
        if (size == options_.together) return consider(partial);
        for (const auto& partner : members_[partial.members[size - 1]].partners) {
            double friction = partner.friction;
            bool all = true;
            for (std::size_t place = 0; all && place + 1 < size; ++place) {
                const auto with = friction_between(partial.members[place], partner.member);
                all = with.has_value();
                friction = std::max(friction, with.value_or(0));
            }
            if (!all) continue;
            add(partial, partner.member, friction, partials_[size + 1]);
            extend(size + 1);
        }
    }

    /// Nothing where the two do not cooperate. member < later.
    std::optional<double> friction_between(std::size_t member, std::size_t later) const {
        const auto& partners = members_[member].partners;
        const auto found =
            std::lower_bound(partners.begin(), partners.end(), later,
                             [](const Member::Partner& partner, std::size_t id) { return partner.member < id; });
        if (found == partners.end() || found->member != later) return std::nullopt;
        return found->friction;
    }

    Convening convening_of(const Partial& set) const {
        Convening best;
        for (std::size_t table = 0; table < tables_.size(); ++table) {
            const double value = tables_[table].convening(set.roles[table]);
            if (above(value, best.value)) best = {value, tables_[table].forum};
        }
        return best;
    }

    bool every_party_trusts_one(const Partial& set) const {
        for (std::size_t party = 0; party < parties_.size(); ++party) {
            const bool any = std::any_of(set.members.begin(), set.members.begin() + set.size, [&](std::size_t member) {
                return at_least(members_[member].links[party].trust, least_trust);
            });
            if (!any) return false;
        }
        return true;
    }

    std::optional<Components> components_of(const Partial& set) const {
        if (!every_party_trusts_one(set)) return std::nullopt;
        auto components = components_from(set.links);
        if (!components) return std::nullopt;
        (*components)[Component::convening] = convening_of(set).value;
        (*components)[Component::standing] = set.standing / static_cast<double>(set.size);
        return components;
    }

    double score_of(const Components& components, double friction) const {
        double score = 0;
        for (std::size_t index = 0; index < component_count; ++index)
            score += options_.profile.weights[index] * components[index];
        return score * (1 - friction);
    }

    void consider(const Partial& set) {
        const auto components = components_of(set);
        if (!components) return;
        const double score = score_of(*components, set.friction);
        if (score < floor_ || !above(score, set.best_alone)) return;
        found_.push_back({set.members, score, (*components)[Component::access]});
        if (found_.size() >= 2 * most_ + slack) keep_best();
    }

    void keep_best() {
        rank_by(found_.begin(), found_.end(),
                {[](const Found& found) { return found.score; }, [](const Found& found) { return found.access; }},
                [](const Found& left, const Found& right) { return left.members < right.members; });
        if (found_.size() <= most_) return;
        found_.resize(most_);
        floor_ = found_.back().score - tolerance;
    }

    JointBrokers describe(const Found& found) {
        for (std::size_t place = 0; place < options_.together; ++place) {
            double friction = 0;
            for (std::size_t before = 0; before < place; ++before)
                friction = std::max(friction, *friction_between(found.members[before], found.members[place]));
            add(partials_[place], found.members[place], friction, partials_[place + 1]);
        }
        const auto& set = partials_[options_.together];
        JointBrokers joint;
        joint.score = found.score;
        joint.components = *components_of(set);
        joint.friction = set.friction;
        joint.forum = convening_of(set).forum;
        for (std::size_t place = 0; place < options_.together; ++place) {
            const auto broker = members_[found.members[place]].id;
            joint.ids.push_back(broker);
            for (const auto party : parties_)
                if (at_most(graph_.relation(broker, party).net(), -tau)) joint.strained_with.push_back({broker, party});
        }
        return joint;
    }

    const RelationGraph& graph_;
    std::span<const VertexIndex> parties_;
    const BrokerOptions& options_;
    std::size_t most_;
    std::vector<Table> tables_;
    std::vector<Member> members_;  ///< ascending by id
    std::array<Partial, most_members + 1> partials_;
    std::vector<Found> found_;
    double floor_ = 0;  ///< below it a set can no longer be among the best
};

}  // namespace

std::vector<JointBrokers> find_joint_brokers(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                             const BrokerOptions& options) {
    if (options.together < 2 || options.together > most_members)
        throw std::invalid_argument("brokers work together in sets of 2 or 3, not " + std::to_string(options.together));
    return JointSearch(graph, parties, options).run();
}

}  // namespace entente
