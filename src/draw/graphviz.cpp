#include "draw/graphviz.hpp"

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace entente::drawing {

namespace {

std::string& complaints() {
    static std::string text;
    return text;
}

int collect_complaint(char* text) {
    complaints() += text;
    return 0;
}

/// Loading the plugins takes longer than a picture: one context serves the process.
GVC_t* context() {
    static const std::unique_ptr<GVC_t, int (*)(GVC_t*)> made(gvContext(), gvFreeContext);
    return made.get();
}

/// Graphviz reads its strings through pointers to char, and changes none.
char* text_of(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

}  // namespace

void GraphCloser::operator()(Agraph_t* graph) const {
    agclose(graph);
}

GraphHandle new_graph() {
    return GraphHandle(agopen(text_of("picture"), Agundirected, nullptr));
}

GraphHandle read_graph(const std::string& dot) {
    GraphHandle graph(agmemread(dot.c_str()));
    if (!graph) throw std::runtime_error("not a graph: " + complaints());
    return graph;
}

std::string written(Agraph_t* graph) {
    char* bytes = nullptr;
    std::size_t size = 0;
    FILE* stream = open_memstream(&bytes, &size);
    if (!stream) throw std::runtime_error("no memory for a picture");
    agwrite(graph, stream);
    std::fclose(stream);
    std::string text(bytes, size);
    std::free(bytes);
    return text;
}

void set_attribute(void* object, const std::string& name, const std::string& value) {
    agsafeset(object, text_of(name), text_of(value), text_of(""));
}

void set_default(Agraph_t* graph, int kind, const std::string& name, const std::string& value) {
    agattr(graph, kind, text_of(name), text_of(value));
}

void with_layout(Agraph_t* graph, const char* engine, const std::function<void(GVC_t*)>& read) {
    if (gvLayout(context(), graph, engine) != 0) throw std::runtime_error("Graphviz: " + complaints());
    const std::unique_ptr<Agraph_t, void (*)(Agraph_t*)> clean_up(
        graph, [](Agraph_t* laid_out) { gvFreeLayout(context(), laid_out); });
    read(context());
}

Calm::Calm()
    : neutral_(newlocale(LC_ALL_MASK, "C", nullptr)),
      previous_(uselocale(neutral_)),
      process_locale_(std::setlocale(LC_ALL, nullptr)) {
    std::setlocale(LC_ALL, "C");
    for (const auto* name : {"FC_LANG", "PANGO_LANGUAGE"}) {
        const char* value = std::getenv(name);
        environment_[name] = value ? std::optional<std::string>(value) : std::nullopt;
        setenv(name, "en", 1);
    }
    complaints().clear();
    agseterr(AGERR);
    agseterrf(collect_complaint);
}

Calm::~Calm() {
    agseterrf(nullptr);
    agseterr(AGWARN);
    for (const auto& [name, value] : environment_) {
        if (value)
            setenv(name.c_str(), value->c_str(), 1);
        else
            unsetenv(name.c_str());
    }
    std::setlocale(LC_ALL, process_locale_.c_str());
    uselocale(previous_);
    freelocale(neutral_);
}

const std::string& Calm::complaint() {
    return complaints();
}

}  // namespace entente::drawing
