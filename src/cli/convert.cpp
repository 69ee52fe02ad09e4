#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <array>
#include <filesystem>

#include <fmt/format.h>

namespace entente::cli {

namespace {

using Write = void (*)(const std::filesystem::path& path, const Session& session, const RelationGraph& graph);

/// For the network programs, each vertex with the number of its cluster.
template <std::string (*to_network)(const RelationGraph&, const Clustering&)>
void write_network(const std::filesystem::path& path, const Session&, const RelationGraph& graph) {
    write_file(path, to_network(graph, find_clusters(graph, {})));
}

void write_json(const std::filesystem::path& path, const Session& session, const RelationGraph& graph) {
    write_file(path, model_to_json(session.envelope, graph));
}

void write_tables(const std::filesystem::path& path, const Session&, const RelationGraph& graph) {
    write_folder(path, to_tables(graph));
}

struct Ending {
    std::string_view text;
    Write write;
};
constexpr std::array<Ending, 5> endings{{{".graphml", write_network<to_graphml>},
                                         {".gexf", write_network<to_gexf>},
                                         {".dot", write_network<to_dot>},
                                         {".csv", write_tables},
                                         {".json", write_json}}};

/// By the ending of the file, or of the folder `f.csv/`.
Write writer_for(const std::filesystem::path& path) {
    const auto ending = (path.has_filename() ? path : path.parent_path()).extension().string();
    for (const auto& known : endings)
        if (known.text == ending) return known.write;
    throw UsageError(
        "a model is converted into what -o names: a file that ends in .graphml, .gexf, .dot or .json, or a "
        "folder of tables that ends in .csv");
}

int run(const Arguments& arguments) {
    expect_operands(convert_command, arguments, 1, 1);
    const std::filesystem::path path = arguments.text("output").value_or("");
    const auto write = writer_for(path);
    const auto session = open_session(convert_command.name, arguments);
    write(path, session, session.graph());
    return done;
}

}  // namespace

const Command convert_command{
    .name = "convert",
    .operands = "MODEL",
    .summary = "the model for another program: GraphML, GEXF, DOT, tables or JSON",
    .description =
        "Writes the model into what -o names; the ending decides. .graphml for Gephi, Cytoscape, igraph and "
        "networkx, .gexf for Gephi with its timeline, .dot for Graphviz: the relations on the date, an edge for "
        "each pair, with cooperation and tension apart. .csv: a folder of tables for a spreadsheet, with a "
        "model.yaml beside them; it reads back as the same model. .json: vertices, relations and every record "
        "with its evidence.",
    .options = file_options("the file to write, whole or not at all; its ending decides") + lens_options(),
    .examples = {"entente convert model/heart-of-asia -o heart-of-asia.graphml",
                 "entente convert model/heart-of-asia -o heart-of-asia.csv && entente check heart-of-asia.csv"},
    .run = run,
};

}  // namespace entente::cli
