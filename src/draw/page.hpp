/// What stands round every picture: marking, the finding, what is drawn; legend, what is left out, sources.
#pragma once

#include "draw/legend.hpp"
#include "draw/scene.hpp"
#include <entente/draw.hpp>

#include <string>
#include <vector>

namespace entente::drawing {

class Page {
  public:
    /// Says the scenarios that the model bears after the subtitle. Room for `legend` is kept at the foot. A size in
    /// which nothing can stand is a DrawError.
    Page(const RelationGraph& graph, const DrawOptions& options, const std::string& title, const std::string& subtitle,
         const Legend& legend);

    Scene& scene() { return scene_; }
    /// Where the picture itself goes.
    const Box& body() const { return body_; }
    const Theme& theme() const { return theme_; }
    const TypeSizes& sizes() const { return sizes_; }

    TextStyle ink(double size, Boldness boldness = Boldness::regular, Align align = Align::left) const {
        return {size, theme_.ink, boldness, align};
    }
    TextStyle quiet(double size, Align align = Align::left) const {
        return {size, theme_.quiet, Boldness::regular, align};
    }

    /// Draws the legend (at most what room was kept for) and the notes on what is not in the picture.
    Picture finish(const Legend& legend, const std::vector<std::string>& notes, const std::string& description);

  private:
    void draw_head();
    void draw_foot(const std::vector<std::string>& notes);

    const RelationGraph& graph_;
    const Theme& theme_;
    TypeSizes sizes_;
    Scene scene_;
    std::string title_;
    std::string subtitle_;
    Box body_;
    double legend_top_ = 0;
    double foot_top_ = 0;
};

}  // namespace entente::drawing
