#include "cli/output.hpp"
#include "cli/session.hpp"

namespace entente::cli {

namespace {

int run(const Arguments& arguments) {
    expect_operands(schema_command, arguments, 0, 0);
    emit_bytes(arguments, schema_text());
    return done;
}

}  // namespace

const Command schema_command{
    .name = "schema",
    .operands = "",
    .summary = "the JSON Schema of the format, for editors",
    .description =
        "Prints the JSON Schema of the model format. An editor that knows YAML schemas completes and checks a "
        "model by it as it is written.",
    .options = {{"output", "FILE", "write to FILE, whole or not at all", 'o'}},
    .examples = {"entente schema -o entente.schema.json",
                 "# yaml-language-server: $schema=entente.schema.json   (first line of a model)"},
    .run = run,
};

}  // namespace entente::cli
