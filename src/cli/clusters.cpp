#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr double smallest_resolution = 0.001;
constexpr double largest_resolution = 1000;

int run(const Arguments& arguments) {
    expect_operands(clusters_command, arguments, 1, 1);
    ClusterOptions options;
    options.resolution =
        arguments.number("resolution", smallest_resolution, largest_resolution).value_or(options.resolution);
    options.sampling = sampling_from(arguments);
    const auto session = open_session(clusters_command.name, arguments);
    if (arguments.has("only")) say(arguments, "--only narrows nothing here: clusters are found among all sides");
    const auto graph = session.graph();
    emit(arguments, session, graph, find_clusters(graph, options));
    return done;
}

}  // namespace

const Command clusters_command{
    .name = "clusters",
    .operands = "MODEL",
    .summary = "who belongs together?",
    .description =
        "Groups countries and groups into clusters of cooperation: the best split by signed modularity, each "
        "cluster held together by ties of cooperation. A side without such a tie is listed apart.",
    .options =
        std::vector<Option>{{"resolution", "G", "larger numbers give smaller clusters (default 1)"}} + shared_options(),
    .examples = {"entente clusters model/heart-of-asia",
                 "entente clusters model/heart-of-asia --resolution 1.5 --format json"},
    .run = run,
};

}  // namespace entente::cli
