/// The components of METHOD 7 that follow from how a broker, or brokers together, stand to each party.
#pragma once

#include "analysis/thresholds.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <optional>
#include <span>

namespace entente {

/// How a broker stands to one party; influence is the broker's over the party.
struct PartyLink {
    double trust = 0;
    double tension = 0;
    double influence = 0;
};

/// Access, leverage, parity and detachment, the others 0; nothing where a party's trust is under the least.
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
