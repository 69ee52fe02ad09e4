/// Results in, pictures out. Graphviz lives behind this header and nowhere else.
#pragma once

#include <entente/analysis.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente {

enum class ImageFormat { svg, png, pdf, dot };

struct PictureSize {
    double width_mm = 338.67;  ///< a 16:9 slide
    double height_mm = 190.5;
};
inline constexpr PictureSize slide_size{338.67, 190.5};
inline constexpr PictureSize a4_size{297, 210};

struct DrawOptions {
    PictureSize size = slide_size;
    std::optional<std::pair<std::string, std::string>> only{};  ///< vertices whose tag of that name has that value
    std::vector<VertexIndex> focus{};                           ///< with `within`: what the steps are counted from
    std::optional<std::size_t> within{};                        ///< steps from the focus
    double min = 0;                                             ///< a pair stays if cooperation or tension reaches it
    std::optional<std::size_t> top{};                           ///< the first so many, where a view has an order
    bool greyscale = false;
    bool all_vertices = false;
};

/// A picture with every position fixed, as Graphviz source, and what a screen reader says of it.
struct Picture {
    std::string dot;
    std::string title;        ///< the finding
    std::string description;  ///< what is drawn, in sentences
};

Picture draw_network(const RelationGraph& graph, const DrawOptions& options);
/// The network on a map: the vertices that have a place, over a coastline.
Picture draw_map(const RelationGraph& graph, const DrawOptions& options);
/// One vertex and those it has relations with, the strongest first.
Picture draw_ego(const RelationGraph& graph, VertexIndex ego, const DrawOptions& options);
/// What changed between two states of a model, in place: one layout for both. `after` holds every vertex of `before`
/// (matched by id), and the options speak of its vertices.
Picture draw_changes(const RelationGraph& before, const RelationGraph& after, const DrawOptions& options);
Picture draw_clusters(const RelationGraph& graph, const Clustering& clustering, const DrawOptions& options);
/// The clusters after a change, with who is in another than before. `after` holds every vertex of `before`.
Picture draw_cluster_changes(const RelationGraph& before, const Clustering& clustering_before,
                             const RelationGraph& after, const Clustering& clustering, const DrawOptions& options);
Picture draw_tensions(const RelationGraph& graph, const std::vector<Tension>& tensions, const DrawOptions& options);
Picture draw_brokers(const RelationGraph& graph, const Brokerage& brokerage, const DrawOptions& options);
/// Tensions in rows, brokers in columns.
Picture draw_matrix(const RelationGraph& graph, const std::vector<PairBrokers>& pairs, const DrawOptions& options);
Picture draw_forums(const RelationGraph& graph, const DrawOptions& options);

/// What in the picture no font of this machine can show: distinct characters in the order of their code points, in
/// UTF-8; empty where fonts have all.
std::string characters_without_font(const Picture& picture);

/// A picture that cannot be made as asked for, with what would work.
class DrawError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};
/// The bytes of an image. Same picture, same bytes; `made_on` stands where a format wants a date. A picture too large
/// for the format is a DrawError. Not to be called from two threads at once (Graphviz is not re-entrant).
std::string render(const Picture& picture, ImageFormat format, Date made_on);

}  // namespace entente
