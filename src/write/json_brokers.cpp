#include "write/json.hpp"
#include "write/words.hpp"

namespace entente::write {

namespace {

void add_components(Json& object, const Components& components) {
    for (std::size_t component = 0; component < component_count; ++component)
        object[std::string(component_names[component])] = number(components[component]);
}

Json components_json(const Components& components) {
    auto object = Json::object();
    add_components(object, components);
    return object;
}

Json agenda_json(const Model& model, const std::vector<AgendaItem>& agenda) {
    auto list = Json::array();
    for (const auto& item : agenda)
        list.push_back({{"id", model.concerns[item.concern].id}, {"strength", number(item.strength)}});
    return list;
}

/// One item of evidence each, with the record that it stands under.
Json cited_evidence(const Model& model, const std::vector<RecordRef>& records) {
    auto list = Json::array();
    for (const auto& record : records) {
        for (const auto& item : evidence_json(model, facts_of(model, record).evidence)) {
            Json cited{{"record", record_json(model, record)}};
            cited.update(item);
            list.push_back(std::move(cited));
        }
    }
    return list;
}

Json candidates_json(const Model& model, const std::vector<Candidate>& candidates) {
    auto list = Json::array();
    for (const auto& candidate : candidates)
        list.push_back(candidate_json(model, candidate));
    return list;
}

Json pairs_json(const Model& model, const std::vector<Pair>& pairs) {
    auto list = Json::array();
    for (const auto& pair : pairs)
        list.push_back(pair_json(model, pair));
    return list;
}

Json joint_json(const Model& model, const std::vector<JointBrokers>& sets) {
    auto list = Json::array();
    for (const auto& set : sets) {
        auto strained = Json::array();
        for (const auto& odds : set.strained_with)
            strained.push_back({{"broker", model.id(odds.broker)}, {"party", model.id(odds.party)}});
        Json object{{"ids", ids_of(model, set.ids)}, {"score", number(set.score)}};
        add_components(object, set.components);
        object["friction"] = number(set.friction);
        object["strained_with"] = std::move(strained);
        object["forum"] = id_or_null(model, set.forum);
        list.push_back(std::move(object));
    }
    return list;
}

Json chain_json(const Model& model, const std::optional<Chain>& chain) {
    if (!chain) return nullptr;
    return {{"ids", ids_of(model, chain->ids)}, {"product", number(chain->product)}};
}

Json flips_json(const Model& model, const std::vector<Flip>& flips) {
    auto list = Json::array();
    for (const auto& flip : flips)
        list.push_back({{"record", record_json(model, flip.record)},
                        {"from", number(flip.from)},
                        {"to", number(flip.to)},
                        {"new_first", id_or_null(model, flip.new_first)}});
    return list;
}

Json find_out_json(const Model& model, const std::vector<FindOut>& found) {
    auto list = Json::array();
    for (const auto& item : found)
        list.push_back({{"record", record_json(model, item.record)}, {"effect", number(item.effect)}});
    return list;
}

Json worst_json(const Model& model, const std::optional<Pair>& worst) {
    if (!worst) return nullptr;
    return {{"a", model.id(worst->a)}, {"b", model.id(worst->b)}, {"net", number(worst->net)}};
}

}  // namespace

Json candidate_json(const Model& model, const Candidate& candidate) {
    Json object{{"rank", candidate.rank}};
    object.update(vertex_head(model, candidate.id));
    object["score"] = number(candidate.score);
    add_components(object, candidate.components);
    object["contributions"] = components_json(candidate.contributions);
    object["forum"] = id_or_null(model, candidate.forum);
    object["refused_by"] = ids_of(model, candidate.refused_by);
    object["dependent_on"] = ids_of(model, candidate.dependent_on);
    object["strained_with"] = ids_of(model, candidate.strained_with);
    object["agenda"] = agenda_json(model, candidate.agenda);
    object["p_first"] = number_or_null(candidate.p_first);
    object["p_top3"] = number_or_null(candidate.p_top3);
    object["rank_low"] = value_or_null(candidate.rank_low);
    object["rank_high"] = value_or_null(candidate.rank_high);
    object["evidence"] = cited_evidence(model, candidate.records);
    return object;
}

Json forum_options_json(const Model& model, const std::vector<ForumOption>& forums) {
    auto list = Json::array();
    for (const auto& forum : forums) {
        Json object{{"rank", forum.rank}};
        object.update(vertex_head(model, forum.id));
        object["score"] = number(forum.score);
        object["members"] = forum.members;
        object["effectiveness"] = number(forum.effectiveness);
        object["cohesion"] = number_or_null(forum.cohesion);
        object["obstruction"] = number_or_null(forum.obstruction);
        object["worst"] = worst_json(model, forum.worst);
        list.push_back(std::move(object));
    }
    return list;
}

Json result_json(const RelationGraph& graph, const Brokerage& brokerage) {
    const auto& model = graph.model();
    return {{"parties", ids_of(model, brokerage.parties)},
            {"pairs", pairs_json(model, brokerage.pairs)},
            {"profile", {{"name", brokerage.profile.name}, {"weights", components_json(brokerage.profile.weights)}}},
            {"candidates", candidates_json(model, brokerage.candidates)},
            {"joint", joint_json(model, brokerage.joint)},
            {"forums", forum_options_json(model, brokerage.forums)},
            {"chain", chain_json(model, brokerage.chain)},
            {"flips", flips_json(model, brokerage.flips)},
            {"find_out", find_out_json(model, brokerage.find_out)},
            {"remarks", remarks_json(model, brokerage.remarks)}};
}

Json result_json(const RelationGraph& graph, const std::vector<PairBrokers>& pairs) {
    const auto& model = graph.model();
    auto list = Json::array();
    for (const auto& pair : pairs)
        list.push_back({{"a", model.id(pair.a)},
                        {"b", model.id(pair.b)},
                        {"tension", number(pair.tension)},
                        {"candidates", candidates_json(model, pair.candidates)}});
    return {{"pairs", std::move(list)}};
}

Json result_json(const RelationGraph& graph, const BrokerReach& reach) {
    const auto& model = graph.model();
    auto list = Json::array();
    for (const auto& row : reach.pairs)
        list.push_back({{"a", model.id(row.a)},
                        {"b", model.id(row.b)},
                        {"tension", number(row.tension)},
                        {"rank", row.rank},
                        {"score", number(row.score)}});
    return {{"broker", model.id(reach.broker)}, {"pairs", std::move(list)}};
}

Json result_json(const RelationGraph& graph, const BrokerReasons& reasons) {
    const auto& model = graph.model();
    auto links = Json::array();
    for (const auto& link : reasons.links)
        links.push_back({{"party", model.id(link.party)},
                         {"cooperation", number(link.relation.cooperation)},
                         {"tension", number(link.relation.tension)},
                         {"net", number(link.relation.net())},
                         {"trust", number(link.relation.trust())},
                         {"influence", number(link.influence.strength)},
                         {"influence_derived", link.influence.derived}});
    return {{"broker", model.id(reasons.broker)},
            {"parties", ids_of(model, reasons.parties)},
            {"candidate", reasons.candidate ? candidate_json(model, *reasons.candidate) : Json(nullptr)},
            {"candidates", reasons.candidates},
            {"reasons", reasons.reasons},
            {"links", std::move(links)}};
}

}  // namespace entente::write
