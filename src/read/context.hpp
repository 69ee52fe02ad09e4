/// What the decoders of a run share: the model under construction, its names and places, and the faults so far.
#pragma once

#include "read/diagnostics.hpp"
#include "read/names.hpp"
#include "read/text_map.hpp"
#include "read/yaml_tree.hpp"
#include <entente/model.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Where each piece of the model was written, by position in the model's own list.
struct Places {
    std::optional<Span> as_of;
    std::vector<Span> sources;
    std::vector<Span> vertices;
    std::vector<Span> ties;
    std::vector<Span> memberships;
    std::vector<Span> influences;
    std::vector<Span> refusals;
    std::vector<Span> borders;
    std::vector<Span> concerns;
    std::vector<Span> holdings;  ///< of all concerns, in their order
    std::vector<Span> remarks;
};

/// How often a value was left to its default, by what lacks what.
class DefaultsTaken {
  public:
    void add(std::string_view record, std::string_view value, const Span& at) {
        auto& count = counts_[{std::string(value), std::string(record)}];
        ++count;
        if (first_.source == nullptr || comes_before(at, first_)) first_ = at;
    }
    /// By value, then by record.
    const std::map<std::pair<std::string, std::string>, std::size_t>& counts() const { return counts_; }
    const Span& first() const { return first_; }

  private:
    static bool comes_before(const Span& left, const Span& right) {
        if (left.source != right.source) return left.source->order() < right.source->order();
        return left.offset < right.offset;
    }

    std::map<std::pair<std::string, std::string>, std::size_t> counts_;
    Span first_;
};

inline constexpr std::size_t most_vertices = 5000;

struct Context {
    Diagnostics diagnostics;
    Model model;
    Names names;
    TextMap<std::size_t> source_positions;
    Places places;
    DefaultsTaken defaults;
    std::set<std::size_t> cited;  ///< sources that some evidence names
    /// False where a file could not be read, or the model that a scenario changes has errors: what is unknown may
    /// stand there.
    bool all_files_read = true;
    std::size_t records = 0;  ///< of tables
    std::function<void(double share)> progress;
    std::size_t table_bytes = 0;  ///< of all uses of tables
    std::size_t table_bytes_read = 0;

    /// Nothing where `name` is unknown, which is then an error.
    std::optional<VertexIndex> vertex(const Node& name);
    std::optional<LayerIndex> layer(const Node& id);
    std::optional<std::size_t> source(const Node& id);
    /// A record too many is an error at which the reading stops.
    void count_record(const Span& at);
    void tell_progress(std::size_t bytes_of_this_table) const;
};

}  // namespace entente
