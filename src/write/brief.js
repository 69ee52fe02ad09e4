/*<![CDATA[*/
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("standings").textContent);
  const names = data.components;
  const tolerance = 1e-9;
  let weights = data.profile.weights.slice();
  const element = (kind, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(kind), properties);
    made.append(...children);
    return made;
  };
  const cell = (row, mark) => row.querySelector(`[data-mark="${mark}"]`);
  const twoDigits = (value) => (Math.abs(value) < 0.005 ? "0.00" : value.toFixed(2));

  // ---- ranking anew ----

  const scoreOf = (candidate) => candidate.parts.reduce((sum, part, at) => sum + weights[at] * part, 0);
  // Refused last; by score, then access, then id.
  const ranked = (candidates) => candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate) }))
    .sort((left, right) => {
      if (left.refused !== right.refused) return left.refused ? 1 : -1;
      if (Math.abs(left.score - right.score) > tolerance) return right.score - left.score;
      if (Math.abs(left.parts[0] - right.parts[0]) > tolerance) return right.parts[0] - left.parts[0];
      return left.id > right.id ? 1 : -1;
    });
  const wordFor = (score) => {
    const words = score > tolerance ? data.words.filter((word) => word[1] > 0) : data.words;
    return words.reduce((best, word) => (Math.abs(word[1] - score) < Math.abs(best[1] - score) ? word : best))[0];
  };

  const drawBar = (bar, candidate) => {
    const width = Number(bar.getAttribute("width"));
    const height = bar.getAttribute("height");
    const label = [];
    let from = 0;
    bar.querySelectorAll("rect:not(.track)").forEach((old) => old.remove());
    names.forEach((name, at) => {
      const part = weights[at] * candidate.parts[at];
      if (!(part > tolerance)) return;
      const piece = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const attributes = { class: name, x: from.toFixed(1), y: 0, width: (width * part).toFixed(1), height };
      Object.entries(attributes).forEach(([key, value]) => piece.setAttribute(key, value));
      bar.append(piece);
      label.push(`${name} ${twoDigits(part)}`);
      from += width * part;
    });
    bar.setAttribute("aria-label", label.join(", "));
  };

  // The rows of one pair may stand in two tables: the first few, and the others.
  const fillTables = (pair, order) => {
    const bodies = [...document.querySelectorAll("table[data-pair]")]
      .filter((table) => table.dataset.pair === pair).map((table) => table.tBodies[0]);
    const rows = new Map();
    bodies.forEach((body) => [...body.rows].forEach((row) => rows.set(row.dataset.key, row)));
    const sizes = bodies.map((body) => body.rows.length);
    order.forEach((candidate, at) => {
      const row = rows.get(candidate.id);
      if (!row) return;
      cell(row, "rank").textContent = at + 1;
      cell(row, "total").textContent = twoDigits(candidate.score);
      cell(row, "word").textContent = wordFor(candidate.score);
      drawBar(row.querySelector(".bar"), candidate);
      let body = 0;
      for (let before = sizes[0]; at >= before && body + 1 < sizes.length; before += sizes[body]) body += 1;
      bodies[body].append(row);
    });
  };

  const named = (candidate, words) => {
    const name = element(candidate.refused ? "s" : "strong", {}, element("bdi", { textContent: candidate.name }));
    return [name, words];
  };
  const fillSummaries = (pair, order) => {
    document.querySelectorAll("tr[data-key]").forEach((row) => {
      if (row.dataset.key !== pair || row.closest("table[data-pair]")) return;
      ["first", "second", "third"].forEach((place, at) => {
        const target = cell(row, place);
        if (target && order[at]) target.replaceChildren(...named(order[at], ` ${twoDigits(order[at].score)}`));
      });
      const who = cell(row, "who");
      if (!who || !order[0]) return;
      const words = named(order[0], `, ${twoDigits(order[0].score)} (${wordFor(order[0].score)})`);
      who.replaceChildren(...(order[0].refused ? ["Nobody unrefused; best placed if accepted: ", ...words] : words));
    });
  };

  // ---- the model's own state, for the way back ----

  const originals = [];
  document.querySelectorAll("table[data-pair] tbody, tr[data-key] [data-mark]").forEach((place) => {
    if (!place.closest("table[data-pair]") || place.tagName === "TBODY")
      originals.push([place, [...place.childNodes].map((child) => child.cloneNode(true))]);
  });
  const restore = () => originals.forEach(([place, children]) =>
    place.replaceChildren(...children.map((child) => child.cloneNode(true))));

  // ---- the controls ----

  const note = element("p", { className: "note", role: "status" });
  const sliders = names.map((name, at) => {
    const slider = element("input", { type: "range", min: "0", max: "100", step: "1", id: `weight-${name}` });
    slider.addEventListener("input", () => move(at, Number(slider.value) / 100));
    return slider;
  });
  const figures = names.map(() => element("output"));
  const back = element("button", { type: "button", textContent: `Back to ${data.profile.name}` });
  const isOwn = () => weights.some((weight, at) => Math.abs(weight - data.profile.weights[at]) > tolerance);

  const show = () => {
    weights.forEach((weight, at) => {
      sliders[at].value = String(Math.round(weight * 100));
      figures[at].textContent = twoDigits(weight);
    });
    const own = isOwn();
    document.body.classList.toggle("own-weights", own);
    back.disabled = !own;
    note.textContent = own
      ? "Your weights, not the model’s. Ranks and scores follow them; how sure, why and what stands in the way are still told for the model’s."
      : `The weights of the model’s profile ${data.profile.name}. Move one, and the others keep their proportions.`;
    if (!own) return restore();
    data.pairs.forEach(({ anchor, candidates }) => {
      const order = ranked(candidates);
      fillTables(anchor, order);
      fillSummaries(anchor, order);
    });
  };
  // The others keep their proportions; where they have none, they share alike.
  const move = (moved, value) => {
    const others = 1 - weights[moved];
    weights = weights.map((weight, at) => {
      if (at === moved) return value;
      return others > tolerance ? (weight / others) * (1 - value) : (1 - value) / (names.length - 1);
    });
    show();
  };
  back.addEventListener("click", () => {
    weights = data.profile.weights.slice();
    show();
  });

  // ---- search ----

  const plain = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  const found = element("p", { className: "note", role: "status" });
  const search = element("input", { type: "search", id: "search", autocomplete: "off" });
  const look = () => {
    const wanted = plain(search.value.trim());
    const has = (text) => plain(text).includes(wanted);
    let shown = 0;
    const parts = [...document.querySelectorAll("#pairs > section")];
    parts.forEach((part) => {
      const table = part.querySelector("table[data-pair]");
      const visible = has(part.querySelector("h3").textContent) || (table && has(table.textContent));
      part.hidden = !visible;
      shown += visible ? 1 : 0;
    });
    document.querySelectorAll("tr[data-key]").forEach((row) => {
      if (!row.closest("table[data-pair]")) row.hidden = !has(row.textContent);
    });
    found.textContent = wanted === "" ? "" : `${shown} of ${parts.length} pairs name it`;
  };
  search.addEventListener("input", look);

  // ---- sorting ----

  const sortBy = (table, column, heading) => {
    const down = heading.getAttribute("aria-sort") !== "descending";
    [...table.tHead.rows[0].cells].forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const numeric = heading.classList.contains("number");
    const value = (row) => (numeric ? parseFloat(row.cells[column].textContent) || 0 : row.cells[column].textContent);
    const compare = (left, right) => (numeric ? right - left : left.localeCompare(right));
    const body = table.tBodies[0];
    [...body.rows]
      .sort((left, right) => (down ? 1 : -1) * compare(value(left), value(right)))
      .forEach((row) => body.append(row));
  };
  document.querySelectorAll("table").forEach((table) => {
    if (!table.querySelector("tr[data-key]") || table.dataset.pair) return;
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const button = element("button", { type: "button", className: "sort", textContent: heading.textContent });
      button.addEventListener("click", () => sortBy(table, column, heading));
      heading.replaceChildren(button);
    });
  });

  // ---- the bar of controls ----

  const controls = document.getElementById("controls");
  const box = element("div", { className: "sliders" });
  names.forEach((name, at) =>
    box.append(element("label", { htmlFor: `weight-${name}`, textContent: name }), sliders[at], figures[at]));
  controls.append(
    element("div", {}, element("label", { htmlFor: "search", textContent: "Search by name" }), search, found),
    element("details", {}, element("summary", { textContent: "Weights of the score" }), note, box, back));
  controls.hidden = false;
  show();
})();
/*]]>*/
