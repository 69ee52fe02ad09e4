/// Results in, text, JSON, CSV, Markdown and the briefing out; files whole or not at all.
#pragma once

#include <entente/analysis.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

inline constexpr std::string_view version = ENTENTE_VERSION;

/// What every output says of itself beside its result.
struct Envelope {
    std::string command;
    std::vector<InputFile> files;
};

/// What `entente check` says of one sound model.
struct CheckReport {
    std::string path;
    Coverage coverage;
    std::size_t warnings = 0;
    std::string scenarios{};  ///< those applied, in words; empty where there are none
};

/// What `entente show MODEL` says.
struct ModelPortrait {
    Coverage coverage;
};

/// Every result that a command prints.
using Result =
    std::variant<ModelPortrait, VertexPortrait, PairPortrait, Clustering, Balance, std::vector<Tension>, Brokerage,
                 std::vector<PairBrokers>, BrokerReach, BrokerReasons, Roles, Comparison, Backtest>;

enum class Format { text, json, csv, markdown };

struct TextStyle {
    Colour colour = Colour::off;
    std::size_t width = 100;  ///< cells of the terminal
};

/// One JSON object as INTERFACE has it; numbers read back exactly; ends with a newline.
std::string to_json(const Envelope& envelope, const RelationGraph& graph, const Result& result);
/// For reading: aligned tables, words beside numbers.
std::string to_text(const RelationGraph& graph, const Result& result, const TextStyle& style);
/// The main table of the result, RFC 4180; cells that a spreadsheet would run as a formula are made harmless.
std::string to_csv(const RelationGraph& graph, const Result& result);
std::string to_markdown(const RelationGraph& graph, const Result& result);

/// The whole model in the same object: vertices, relations on the day, records of all days with their evidence.
std::string model_to_json(const Envelope& envelope, const RelationGraph& graph);

/// The relations on the day for Gephi, Cytoscape, igraph and networkx: an undirected edge for each pair, with both
/// signs apart, layers, dates and recorded influence on it, and a weight that is above 0 always.
std::string to_graphml(const RelationGraph& graph, const Clustering& clustering);
/// The same with dates as spells, for a timeline. GEXF 1.2, which all of its readers take.
std::string to_gexf(const RelationGraph& graph, const Clustering& clustering);
/// The same for Graphviz: cooperation solid, tension dashed.
std::string to_dot(const RelationGraph& graph, const Clustering& clustering);

/// A file of a folder.
struct NamedFile {
    std::string name;
    std::string bytes;
};
/// The model as `model.yaml` and a table for each section that has rows: it reads back the same, with the lens as its
/// own date and saliences. Days on which a scenario replaces a record part it into several; a WriteError where a model
/// cannot say what is left.
std::vector<NamedFile> to_tables(const RelationGraph& graph);

std::string to_text(const CheckReport& report, const TextStyle& style);

/// A finished picture.
struct Illustration {
    std::string title;        ///< the finding
    std::string description;  ///< what is drawn, in sentences
    std::string svg;
};

/// A scenario, told beside the model without it.
struct WhatIf {
    std::string title;
    const RelationGraph* graph = nullptr;  ///< the model with it; it outlives the briefing
    Supposition supposition;
    std::optional<Comparison> comparison{};  ///< in a briefing of all
    std::vector<Brokerage> pairs{};          ///< of the briefing's pairs, in their order, as they are with it
};

/// Everything a briefing holds, computed and drawn; the writers only walk it.
struct Briefing {
    Envelope envelope;
    std::string scope;                       ///< of the model: empty; "AFG"; "AFG–PAK"
    std::optional<Tag> only;                 ///< pairs whose two bear this tag are told, no others
    std::optional<VertexIndex> actor;        ///< the briefing of one actor
    std::optional<VertexPortrait> portrait;  ///< of that actor
    std::optional<BrokerReach> reach;        ///< of that actor
    Coverage coverage;
    std::vector<Tension> tensions;
    std::vector<PairBrokers> matrix;
    Clustering clustering;
    std::optional<Balance> balance{};              ///< the camps, in a briefing of all
    std::vector<Brokerage> pairs;                  ///< a part each
    std::vector<WhatIf> what_ifs{};                ///< a part each
    std::map<std::string, Illustration> pictures;  ///< network, clusters, …, "AFG–PAK", "what-if-1"
};
/// One self-contained page: nothing fetched, no script.
std::string to_html(const RelationGraph& graph, const Briefing& briefing);
/// Pictures are linked as `<folder>/<name>.svg`, which the caller writes; an empty folder leaves them out.
std::string to_markdown(const RelationGraph& graph, const Briefing& briefing, const std::string& folder);

/// An output that could not be written.
class WriteError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};
/// Whole or not at all: a temporary file in the same folder, synced, then renamed. A failure is a WriteError and leaves
/// what was there.
void write_file(const std::filesystem::path& path, std::string_view bytes);
/// A folder of files, whole or not at all: written beside it, then renamed. It replaces an empty folder, or one that
/// this function wrote and nobody changed since, which the first line of its `model.yaml` tells; any other is a
/// WriteError, as is a failure, and stays as it was.
void write_folder(const std::filesystem::path& path, const std::vector<NamedFile>& files);

}  // namespace entente
