#include "draw/pdf_date.hpp"

#include <algorithm>
#include <string_view>

namespace entente::drawing {

std::string dated(std::string pdf, Date made_on) {
    std::string day = made_on.text();
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    const std::string moment = "D:" + day + "000000Z";
    for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
        for (auto found = pdf.find(key); found != std::string::npos; found = pdf.find(key, found)) {
            found += key.size();
            const auto end = pdf.find(')', found);
            if (end == std::string::npos) break;
            auto text = moment.substr(0, end - found);
            text.resize(end - found, '\'');
            pdf.replace(found, end - found, text);
        }
    }
    return pdf;
}

}  // namespace entente::drawing
