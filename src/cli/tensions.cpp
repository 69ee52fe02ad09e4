#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace entente::cli {

namespace {

TensionOrder order_from(const Arguments& arguments) {
    const auto name = arguments.text("sort").value_or("severity");
    if (name == "severity") return TensionOrder::severity;
    if (name == "opportunity") return TensionOrder::opportunity;
    if (name == "strain") return TensionOrder::strain;
    throw UsageError(unknown_word("order", name, {"severity", "opportunity", "strain"}));
}

int run(const Arguments& arguments) {
    expect_operands(tensions_command, arguments, 1, 1);
    const auto order = order_from(arguments);
    const auto session = open_session(tensions_command.name, arguments);
    const auto graph = session.graph();
    const TensionOptions options{broker_options(session.model, arguments), order, threats_from(arguments)};
    auto tensions = find_tensions(graph, options);
    if (options.brokers.top && *options.brokers.top < tensions.size()) tensions.resize(*options.brokers.top);
    emit(arguments, session, graph, tensions);
    return done;
}

}  // namespace

const Command tensions_command{
    .name = "tensions",
    .operands = "MODEL",
    .summary = "what pulls apart, who is torn, and who could help?",
    .description =
        "Every pair in tension: how severe it is, who is a friend of both and so torn, the forums where both sit, "
        "the best broker, and the opportunity (severity times that broker's score).",
    .options = std::vector<Option>{{"sort",
                                    "BY",
                                    "severity (default), opportunity or strain",
                                    0,
                                    false,
                                    {"severity", "opportunity", "strain"}}} +
               shared_options(),
    .examples = {"entente tensions model/heart-of-asia --sort opportunity --top 10",
                 "entente tensions model/heart-of-asia --format csv -o tensions.csv"},
    .run = run,
};

}  // namespace entente::cli
