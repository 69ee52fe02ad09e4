/// A small model in a few lines, for tests that need no file.
#pragma once

#include <entente/model.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

namespace entente {

/// Calls may come in any order; build() sorts the vertices and resolves the ids.
class ModelBuilder {
  public:
    ModelBuilder() {
        model_.title = "Case";
        model_.as_of = *Date::from_civil(2016, 7, 18);
    }

    ModelBuilder& layer(const std::string& id, double salience = 1) {
        model_.layers.push_back({id, id, salience});
        return *this;
    }
    ModelBuilder& countries(std::initializer_list<const char*> ids) {
        for (const auto* id : ids)
            vertex(id, Kind::country);
        return *this;
    }
    /// For what the shorthands do not reach: called with the vertex when it is made.
    ModelBuilder& vertex(const std::string& id, Kind kind, const std::function<void(Vertex&)>& change = {}) {
        Vertex made;
        made.id = made.name = id;
        made.kind = kind;
        if (is_forum(kind)) made.forum = Forum{};
        if (change) change(made);
        model_.vertices.push_back(std::move(made));
        return *this;
    }
    ModelBuilder& forum(const std::string& id, double effectiveness, std::initializer_list<const char*> members) {
        vertex(id, Kind::organisation, [&](Vertex& made) { made.forum->effectiveness = effectiveness; });
        for (const auto* member : members)
            seat(member, id, Role::member);
        return *this;
    }
    ModelBuilder& seat(const std::string& actor, const std::string& forum, Role role) {
        later_.push_back([=](Model& model) {
            Membership made;
            made.actor = *model.find_vertex(actor);
            made.forum = *model.find_vertex(forum);
            made.role = role;
            model.memberships.push_back(made);
        });
        return *this;
    }
    ModelBuilder& tie(const std::string& a, const std::string& b, double weight,
                      const std::string& layer_id = "security", const std::function<void(Tie&)>& change = {}) {
        later_.push_back([=](Model& model) {
            Tie made;
            const auto [low, high] = std::minmax({*model.find_vertex(a), *model.find_vertex(b)});
            made.a = low;
            made.b = high;
            made.layer = *model.find_layer(layer_id);
            made.weight = weight;
            if (change) change(made);
            model.ties.push_back(made);
        });
        return *this;
    }
    ModelBuilder& influence(const std::string& of, const std::string& over, double strength) {
        later_.push_back([=](Model& model) {
            Influence made;
            made.of = *model.find_vertex(of);
            made.over = *model.find_vertex(over);
            made.strength = strength;
            model.influences.push_back(made);
        });
        return *this;
    }
    ModelBuilder& with(const std::function<void(Model&)>& change) {
        later_.push_back(change);
        return *this;
    }

    Model build() {
        if (model_.layers.empty()) layer("security");
        std::sort(model_.vertices.begin(), model_.vertices.end(),
                  [](const Vertex& left, const Vertex& right) { return left.id < right.id; });
        for (const auto& change : later_)
            change(model_);
        later_.clear();
        return model_;
    }

  private:
    Model model_;
    std::vector<std::function<void(Model&)>> later_;
};

}  // namespace entente
