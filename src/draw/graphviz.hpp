/// Graphviz in this process: its graphs, its context, its complaints. Nothing else in the project calls it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <graphviz/gvc.h>

namespace entente::drawing {

struct GraphCloser {
    void operator()(Agraph_t* graph) const;
};
using GraphHandle = std::unique_ptr<Agraph_t, GraphCloser>;

/// An empty undirected graph in which a pair may have several ties.
GraphHandle new_graph();
/// A std::runtime_error where `dot` is no graph.
GraphHandle read_graph(const std::string& dot);
std::string written(Agraph_t* graph);

/// Sets an attribute of a graph, node or edge; declares it with an empty default where it is new.
void set_attribute(void* object, const std::string& name, const std::string& value);
/// The default of all nodes (AGNODE) or edges (AGEDGE).
void set_default(Agraph_t* graph, int kind, const std::string& name, const std::string& value);

/// Calls `read` on the graph as laid out by a Graphviz engine.
void with_layout(Agraph_t* graph, const char* engine, const std::function<void(GVC_t*)>& read);

/// While it lives, what Graphviz, Pango and fontconfig do depends on no locale of the user's, and Graphviz prints
/// nothing.
class Calm {
  public:
    Calm();
    ~Calm();
    Calm(const Calm&) = delete;
    Calm& operator=(const Calm&) = delete;

    /// What Graphviz complained of since then; empty where it did not.
    static const std::string& complaint();

  private:
    locale_t neutral_;
    locale_t previous_;
    std::string process_locale_;
    std::map<std::string, std::optional<std::string>> environment_;
};

}  // namespace entente::drawing
