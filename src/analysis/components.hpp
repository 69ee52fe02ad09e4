/// What one who stands between parties brings along, from what joins it to each of them (METHOD 7).
#pragma once

#include "analysis/thresholds.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <optional>
#include <span>

namespace entente {

/// What joins a candidate to one party. All in [0, 1].
struct PartyLink {
    double trust = 0;
    double tension = 0;
    double influence = 0;  ///< over the party
};

/// Access, leverage, parity and detachment; nothing where a party does not trust it. Convening and standing are 0.
inline std::optional<Components> components_from(std::span<const PartyLink> links) {
    double inverse_trust = 0;
    double least = 1;
    double most = 0;
    double worst_tension = 0;
    double influence = 0;
    for (const auto& link : links) {
        if (!at_least(link.trust, least_trust)) return std::nullopt;
        inverse_trust += 1 / link.trust;
        least = std::min(least, link.trust);
        most = std::max(most, link.trust);
        worst_tension = std::max(worst_tension, link.tension);
        influence += link.influence;
    }
    const auto count = static_cast<double>(links.size());
    Components components{};
    components[Component::access] = count / inverse_trust;
    components[Component::leverage] = influence / count;
    components[Component::parity] = components[Component::access] * least / most;
    components[Component::detachment] = components[Component::access] * (1 - worst_tension);
    return components;
}

}  // namespace entente
