#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <cmath>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

Brokerage together(const Model& model, std::size_t size, BrokerOptions options = {}) {
    options.together = size;
    const VertexIndex parties[]{*model.find_vertex("A"), *model.find_vertex("B")};
    return find_brokers(RelationGraph(model), parties, options);
}

std::vector<std::string> sets_of(const Model& model, const std::vector<JointBrokers>& joint) {
    std::vector<std::string> sets;
    for (const auto& set : joint) {
        std::string ids;
        for (const auto id : set.ids)
            ids += model.id(id);
        sets.push_back(ids);
    }
    return sets;
}

using Strings = std::vector<std::string>;

ModelBuilder without_forums_layer() {
    ModelBuilder builder;
    builder.with([](Model& model) { model.forums_salience = 0; });
    return builder;
}

/// METHOD 7 once more, from nothing but the relations: every set by the book.
struct Expected {
    double score = 0;
    double friction = 0;
};

double worth(const RelationGraph& graph, const std::vector<VertexIndex>& parties, const std::vector<VertexIndex>& set,
             const Profile& profile) {
    double inverse = 0;
    double least = 1;
    double most = 0;
    double tension = 0;
    double leverage = 0;
    for (const auto party : parties) {
        double no_trust = 1;
        double no_influence = 1;
        bool any = false;
        for (const auto k : set) {
            const auto relation = graph.relation(k, party);
            no_trust *= 1 - relation.trust();
            no_influence *= 1 - graph.influence(k, party).strength;
            tension = std::max(tension, relation.tension);
            any = any || relation.trust() >= 0.01 - 1e-9;
        }
        if (!any) return 0;
        inverse += 1 / (1 - no_trust);
        least = std::min(least, 1 - no_trust);
        most = std::max(most, 1 - no_trust);
        leverage += 1 - no_influence;
    }
    const auto count = static_cast<double>(parties.size());
    double convening = 0;
    for (const auto forum : graph.forums()) {
        double role = 1;
        for (const auto party : parties)
            role = std::min(role, graph.role_factor(party, forum).value_or(0));
        for (const auto k : set)
            if (k != forum) role = std::min(role, graph.role_factor(k, forum).value_or(0));
        const double seats = count + static_cast<double>(set.size());
        convening =
            std::max(convening, graph.effectiveness(forum) * role *
                                    std::sqrt(seats / std::max(seats, static_cast<double>(graph.member_count(forum)))));
    }
    double standing = 0;
    for (const auto k : set)
        for (const auto y : graph.actors())
            if (y != k)
                standing += graph.relation(k, y).cooperation / static_cast<double>(graph.actors().size() - 1) /
                            static_cast<double>(set.size());
    const double access = count / inverse;
    const double values[]{access, leverage / count, convening, access * least / most, access * (1 - tension), standing};
    double score = 0;
    for (std::size_t component = 0; component < component_count; ++component)
        score += profile.weights[component] * values[component];
    return score;
}

std::map<std::vector<VertexIndex>, Expected> every_set(const RelationGraph& graph,
                                                       const std::vector<VertexIndex>& parties, std::size_t size,
                                                       const Profile& profile) {
    const auto& actors = graph.actors();
    std::map<std::vector<VertexIndex>, Expected> sets;
    for (std::uint32_t bits = 0; bits < 1U << actors.size(); ++bits) {
        std::vector<VertexIndex> set;
        for (std::size_t actor = 0; actor < actors.size(); ++actor)
            if ((bits >> actor & 1U) != 0) set.push_back(actors[actor]);
        if (set.size() != size) continue;
        bool fit = true;
        Expected expected;
        double alone = 0;
        for (const auto k : set) {
            bool trusted = false;
            for (const auto party : parties) {
                fit = fit && k != party;
                trusted = trusted || graph.relation(k, party).trust() >= 0.01 - 1e-9;
            }
            for (const auto position : graph.refusals()) {
                const auto& refusal = graph.model().refusals[position];
                fit = fit && !(refusal.anyone || refusal.who == std::vector{k});
            }
            fit = fit && trusted;
            for (const auto other : set) {
                if (other <= k) continue;
                fit = fit && graph.relation(k, other).cooperation >= 0.2 - 1e-9;
                expected.friction = std::max(expected.friction, -graph.relation(k, other).net());
            }
            bool candidate = true;
            for (const auto party : parties)
                candidate = candidate && graph.relation(k, party).trust() >= 0.01 - 1e-9;
            if (candidate) alone = std::max(alone, worth(graph, parties, {k}, profile));
        }
        if (!fit) continue;
        expected.score = worth(graph, parties, set, profile) * (1 - expected.friction);
        if (expected.score > alone + 1e-9) sets[set] = expected;
    }
    return sets;
}

Model random_model(std::mt19937& chance) {
    auto builder = without_forums_layer();
    const std::vector<const char*> names{"A", "B", "K", "L", "M", "N", "O"};
    builder.countries({"A", "B", "K", "L", "M", "N"}).layer("security");
    builder.vertex("O", Kind::organisation, [&](Vertex& vertex) {
        vertex.acts = true;
        vertex.forum->effectiveness = 0.7;
    });
    const auto unit = [&] { return static_cast<double>(chance() % 101) / 100; };
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            if (chance() % 4 != 0) builder.tie(names[i], names[j], unit());
            if (chance() % 3 == 0) builder.tie(names[i], names[j], -unit());
            if (chance() % 3 == 0) builder.influence(names[j], names[i], unit());
        }
    for (const auto* forum : {"X", "Y"}) {
        builder.forum(forum, unit(), {"A", "B"});
        for (const auto* name : {"K", "L", "M", "N", "O"})
            if (chance() % 2 == 0) builder.seat(name, forum, static_cast<Role>(chance() % 5));
    }
    for (const auto* name : {"A", "B", "K", "L", "M"})
        if (chance() % 4 != 0) builder.seat(name, "O", static_cast<Role>(chance() % 5));
    if (chance() % 3 == 0)
        builder.with([](Model& model) {
            Refusal refusal;
            refusal.by = *model.find_vertex("A");
            refusal.on = {*model.find_vertex("A"), *model.find_vertex("B")};
            refusal.anyone = false;
            refusal.who = {*model.find_vertex("L")};
            model.refusals.push_back(refusal);
        });
    return builder.build();
}

}  // namespace

TEST_CASE("two brokers whom one party each trusts, by hand") {
    auto builder = without_forums_layer();
    builder.countries({"A", "B", "K", "L"});
    builder.tie("K", "A", 0.8).tie("L", "B", 0.5).tie("L", "B", -0.2).tie("K", "L", 0.3).tie("K", "L", -0.5);
    builder.tie("K", "B", -0.6).influence("K", "A", 0.6).influence("L", "A", 0.5);
    builder.forum("F", 0.5, {"A", "B", "K", "Y", "Z"}).seat("L", "F", Role::observer).countries({"Y", "Z"});
    const auto model = builder.build();
    const auto result = together(model, 2);

    CHECK(result.candidates.empty());
    REQUIRE(result.joint.size() == 1);
    const auto& joint = result.joint.front();
    CHECK(sets_of(model, result.joint) == Strings{"KL"});
    CHECK(joint.components[Component::access] == Approx(2 / (1 / 0.8 + 1 / 0.4)));
    CHECK(joint.components[Component::leverage] == Approx((1 - 0.4 * 0.5) / 2));
    CHECK(joint.components[Component::convening] == Approx(0.5 * 0.5 * std::sqrt(4. / 6)));
    CHECK(joint.components[Component::parity] == Approx(joint.components[Component::access] * 0.5));
    CHECK(joint.components[Component::detachment] == Approx(joint.components[Component::access] * 0.4));
    CHECK(joint.components[Component::standing] == Approx(((0.8 + 0.3) / 5 + (0.5 + 0.3) / 5) / 2));
    CHECK(joint.friction == Approx(0.2));
    CHECK(model.id(*joint.forum) == "F");
    CHECK(joint.score == Approx((0.4 * joint.components[Component::access] + 0.4 * 0.4 +
                                 0.2 * joint.components[Component::convening]) *
                                0.8));
    REQUIRE(joint.strained_with.size() == 1);
    CHECK(model.id(joint.strained_with[0].broker) == "K");
    CHECK(model.id(joint.strained_with[0].party) == "B");
}

TEST_CASE("members must cooperate by 0.2, and their set must beat the best of them alone") {
    const auto model = [](double cooperation, double quarrel) {
        auto builder = without_forums_layer();
        builder.countries({"A", "B", "K", "L"}).tie("K", "A", 0.5).tie("K", "B", 0.5).tie("L", "A", 0.5);
        return builder.tie("K", "L", cooperation).tie("K", "L", -quarrel).build();
    };
    CHECK(together(model(0.2, 0), 2).joint.size() == 1);
    CHECK(together(model(0.19, 0), 2).joint.empty());
    // Alone K has access 0.5, the two 0.6: with a friction of a sixth they are no better.
    CHECK(together(model(0.3, 0.3 + 1. / 6 - 0.001), 2).joint.size() == 1);
    CHECK(together(model(0.3, 0.3 + 1. / 6), 2).joint.empty());
}

TEST_CASE("one whom no party trusts, or whom a party refuses, is in no set") {
    auto builder = without_forums_layer();
    builder.countries({"A", "B", "K", "L", "M", "N"});
    for (const auto* member : {"K", "L", "M"})
        builder.tie(member, "A", 0.5).tie(member, "B", 0.5).tie(member, "N", 0.5);
    builder.tie("K", "L", 0.5).tie("K", "M", 0.5).tie("L", "M", 0.5).influence("N", "A", 1);
    CHECK(sets_of(builder.build(), together(builder.build(), 2).joint) == Strings{"KL", "KM", "LM"});
    builder.with([](Model& model) {
        Refusal refusal;
        refusal.by = *model.find_vertex("B");
        refusal.on = {*model.find_vertex("A"), *model.find_vertex("B")};
        refusal.anyone = false;
        refusal.who = {*model.find_vertex("L")};
        model.refusals.push_back(refusal);
    });
    const auto model = builder.build();
    CHECK(sets_of(model, together(model, 2).joint) == Strings{"KM"});
    CHECK(together(model, 3).joint.empty());
}

TEST_CASE("a member that is a forum of all offers its own table to the others who sit there") {
    auto builder = without_forums_layer();
    builder.countries({"A", "B", "K"});
    builder.vertex("O", Kind::organisation, [](Vertex& vertex) {
        vertex.acts = true;
        vertex.forum->effectiveness = 0.8;
    });
    for (const auto* seat : {"A", "B"})
        builder.seat(seat, "O", Role::member).tie("K", seat, 0.5).influence("K", seat, 1);
    builder.tie("K", "O", 0.5);
    const auto apart = builder.build();
    const auto without_table = together(apart, 2).joint;
    REQUIRE(without_table.size() == 1);
    CHECK(without_table.front().components[Component::convening] == 0);
    CHECK_FALSE(without_table.front().forum);
    const auto model = builder.seat("K", "O", Role::observer).build();
    const auto result = together(model, 2);
    REQUIRE(result.joint.size() == 1);
    CHECK(result.joint.front().components[Component::convening] == Approx(0.8 * 0.5));
    CHECK(model.id(*result.joint.front().forum) == "O");
}

TEST_CASE("sets of two and of three equal a search of every set, by the book") {
    std::mt19937 chance(1984);
    std::size_t listed = 0;
    for (int round = 0; round < 120; ++round) {
        const auto model = random_model(chance);
        const RelationGraph graph(model);
        const std::vector<VertexIndex> parties{*model.find_vertex("A"), *model.find_vertex("B")};
        for (const auto& profile : builtin_profiles())
            for (const std::size_t size : {2, 3}) {
                BrokerOptions options;
                options.profile = profile;
                const auto found = together(model, size, options).joint;
                const auto expected = every_set(graph, parties, size, profile);
                REQUIRE(found.size() == expected.size());
                listed += found.size();
                for (std::size_t place = 0; place < found.size(); ++place) {
                    const auto& set = found[place];
                    REQUIRE(expected.contains(set.ids));
                    CHECK(set.score == Approx(expected.at(set.ids).score).epsilon(1e-10));
                    CHECK(set.friction == Approx(std::max(0.0, expected.at(set.ids).friction)).epsilon(1e-10));
                    if (place > 0) CHECK(at_least(found[place - 1].score, set.score));
                }
            }
    }
    CHECK(listed > 1000);
}

TEST_CASE("the first sets only are the first of all, and other kinds are in none") {
    auto builder = without_forums_layer();
    builder.countries({"A", "B", "K", "L", "M"}).tie("K", "L", 0.5).tie("K", "M", 0.6).tie("L", "M", 0.7);
    for (const auto* member : {"K", "L", "M"})
        builder.tie(member, "A", 0.5).tie(member, "B", *member == 'M' ? 0.5 : 0.4);
    const auto model = builder.build();
    const auto all = together(model, 2).joint;
    CHECK(sets_of(model, all) == Strings{"KM", "LM", "KL"});
    BrokerOptions options;
    options.top = 2;
    const auto first = together(model, 2, options).joint;
    CHECK(sets_of(model, first) == sets_of(model, {all.begin(), all.begin() + 2}));
    options.top.reset();
    options.kinds = {Kind::organisation};
    CHECK(together(model, 2, options).joint.empty());
}

TEST_CASE("brokers work together in sets of two or three") {
    const auto model = ModelBuilder().countries({"A", "B"}).build();
    CHECK_THROWS_AS(together(model, 0), std::invalid_argument);
    CHECK_THROWS_AS(together(model, 4), std::invalid_argument);
    CHECK(together(model, 1).joint.empty());
    CHECK(together(model, 3).joint.empty());
}
