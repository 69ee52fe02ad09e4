#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/starter.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace entente::cli {

namespace {

int run(const Arguments& arguments) {
    expect_operands(init_command, arguments, 1, 1);
    const std::filesystem::path folder = arguments.operands().front();
    const auto path = folder / "model.yaml";
    std::error_code error;
    if (std::filesystem::exists(path, error))
        throw UsageError(fmt::format("{} is there already; name another folder", path.string()));
    std::filesystem::create_directories(folder, error);
    if (error) throw WriteError(fmt::format("{}: {}", folder.string(), error.message()));
    write_file(path, starter_model);
    say(arguments, fmt::format("{} is written; edit it, then: entente check {}", path.string(), folder.string()));
    return done;
}

}  // namespace

const Command init_command{
    .name = "init",
    .operands = "FOLDER",
    .summary = "a commented starter model to edit",
    .description =
        "Writes FOLDER/model.yaml: a small invented region that shows every part of the format, checks clean and "
        "draws. A file that is there already is left alone.",
    .options = {{"quiet", "", "nothing on standard error but errors"}},
    .examples = {"entente init my-region", "entente check my-region && entente brokers my-region RED BLUE"},
    .run = run,
};

}  // namespace entente::cli
