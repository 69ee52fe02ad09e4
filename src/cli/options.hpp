/// The options that commands share, and what they ask for.
#pragma once

#include "cli/command.hpp"
#include <entente/analysis.hpp>
#include <entente/read.hpp>

#include <vector>

namespace entente::cli {

/// --scenario and --data, each of which may be given several times.
Option scenario_option();
Option data_option();
/// How the model is looked at: date, layers, scenarios, data.
std::vector<Option> lens_options();
/// What every command on a model takes: the lens, the ranking of brokers, and where the result goes.
std::vector<Option> shared_options();
/// The same without where the result goes.
std::vector<Option> question_options();
/// What every command takes that writes one file, or folder, and prints nothing: --output, as `help` has it, --quiet
/// and
/// --no-color.
std::vector<Option> file_options(std::string_view help);
std::vector<Option> operator+(std::vector<Option> left, const std::vector<Option>& right);

/// What --scenario and --data name; a folder of data that is none is a UsageError.
ReadOptions read_options(const Arguments& arguments);
/// The day, or the last of the month or year; else a UsageError that names `option`.
Date date_from(std::string_view option, const std::string& text);
Lens lens_from(const Model& model, const Arguments& arguments);
/// The tag of --only; an unknown one is a UsageError.
std::optional<Tag> only_from(const Model& model, const Arguments& arguments);
/// The confidence of --unrecorded; the model's own where it is not given.
std::optional<Share> unrecorded_from(const Model& model, const Arguments& arguments);
Sampling sampling_from(const Arguments& arguments);
BrokerOptions broker_options(const Model& model, const Arguments& arguments);
Threats threats_from(const Arguments& arguments);

}  // namespace entente::cli
