/// Which vertex a name stands for, and which one a misspelt name was probably meant for.
#pragma once

#include "read/source_text.hpp"
#include "read/text_map.hpp"
#include <entente/model.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

class Names {
  public:
    struct Owner {
        VertexIndex vertex;
        Span first;  ///< where the name was first given
    };

    /// The other vertex that has the name already, and then nothing is changed.
    std::optional<Owner> add(std::string_view name, VertexIndex vertex, const Span& at);
    std::optional<VertexIndex> find(std::string_view name) const;
    /// The known name nearest to `name`; empty where none is near.
    std::string nearest_to(std::string_view name) const;

  private:
    TextMap<Owner> owners_;
    std::vector<std::string> known_;
    mutable TextMap<std::string> suggestions_;
    mutable std::size_t work_ = 0;
};

}  // namespace entente
