"use strict";
{
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const words = data.words;
  const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (all, key) => String(values[key] ?? all));
  const order = new Intl.Collator(data.language, { sensitivity: "base", numeric: true });
  const MOVE = { duration: 900, easing: "ease-in-out", fill: "both" };
  /* A name that would go further, in millimetres, goes out here and comes up there. */
  const FAR = 15;
  const FILTERS = ["search", "group", "kind", "ring", "committee"].map(byId).filter(Boolean);
  const stage = byId("stage");
  const details = byId("details");
  const slider = byId("year");
  const SVG = stage.querySelector("svg").namespaceURI;
  const views = [...stage.querySelectorAll(".year")];
  const prepared = new Set();
  const state = { at: data.asked, sort: "name", down: false, picked: null, opener: null };
  let running = [];
  let leaving = null;

  /* Small helpers. Text from the data only ever becomes text, never markup. */

  function make(tag, options, ...children) {
    const { text, on, ...attributes } = options || {};
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, value);
    }
    if (text !== undefined) element.textContent = text;
    if (on) element.addEventListener("click", on);
    element.append(...children);
    return element;
  }

  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss");
  }

  const groups = new Map(data.groups);
  const strips = new Map(data.strips);

  function kindOf(partner) {
    return partner.finer || (partner.kind < 0 ? words.none : data.kinds[partner.kind]);
  }

  /* What stands on the map of one year about one partner; nothing if it is not on it. */
  function entry(id, at) {
    const partner = data.partners[id];
    const place = partner.at[at];
    if (!place) return null;
    const [ring, size, strip, badge, seats] = place;
    return {
      id,
      name: partner.name,
      kind: kindOf(partner),
      kindAt: partner.kind,
      groupCode: partner.group,
      group: groups.get(partner.group) || words.none,
      ring,
      ringText: ring ? `${ring} · ${data.rings[ring - 1]}` : strips.get(strip),
      strip,
      size,
      sizeText: size ? `${size} · ${data.sizes[size - 1]}` : words.open,
      badge,
      seats,
      committees: seats.map((seat) => data.committees[seat]),
      short: partner.short,
    };
  }

  function entries(at) {
    return Object.keys(data.partners).map((id) => entry(id, at)).filter(Boolean);
  }

  function told(one) {
    const ring = one.ring ? `${words.ring}: ${data.rings[one.ring - 1]}` : one.ringText;
    const size = `${words.size}: ${one.size ? data.sizes[one.size - 1] : words.open}`;
    return [one.name, one.kind, ring, ...(data.sizes.length ? [size] : [])].join(" · ");
  }

  /* The picture: every mark can be reached and opened. */

  const marksOf = (at) => [...views[at].querySelectorAll("[data-partner]")];

  function markOf(id, at) {
    return marksOf(at).find((mark) => mark.dataset.partner === id);
  }

  /* Once for each year, when it is first seen: sizes can be measured only then. */
  function prepare(at) {
    if (prepared.has(at)) return;
    prepared.add(at);
    views[at].querySelector("svg").setAttribute("role", "group");
    // First all sizes, then all changes: a size after a change makes the browser lay everything out again.
    const marks = marksOf(at).map((mark) => [mark, mark.querySelector("[data-role=node]").getBBox()]);
    for (const [mark, box] of marks) {
      const text = told(entry(mark.dataset.partner, at));
      if (!mark.querySelector(":scope > title")) {
        const title = document.createElementNS(SVG, "title");
        title.textContent = text;
        mark.prepend(title);
      }
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-haspopup", "dialog");
      mark.setAttribute("aria-label", text);
      mark.setAttribute("tabindex", "-1");
      const halo = document.createElementNS(SVG, "circle");
      halo.setAttribute("class", "halo");
      halo.setAttribute("cx", box.x + box.width / 2);
      halo.setAttribute("cy", box.y + box.height / 2);
      halo.setAttribute("r", Math.max(box.width, box.height) / 2 + 1.5);
      mark.append(halo);
    }
    for (const tie of views[at].querySelectorAll("[data-role=tie]")) tie.classList.add("tie");
  }

  function rove(mark) {
    for (const other of marksOf(state.at)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  }

  function reachable() {
    return marksOf(state.at).filter((mark) => !mark.classList.contains("off"));
  }

  stage.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-partner]");
    if (mark && !mark.classList.contains("off")) open(mark.dataset.partner, mark);
  });

  stage.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-partner]");
    if (!mark) return;
    const marks = reachable();
    const place = marks.indexOf(mark);
    const last = marks.length - 1;
    const goal = {
      ArrowRight: place === last ? 0 : place + 1,
      ArrowDown: place === last ? 0 : place + 1,
      ArrowLeft: place === 0 ? last : place - 1,
      ArrowUp: place === 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (goal !== undefined) {
      rove(marks[goal]);
      marks[goal].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      open(mark.dataset.partner, mark);
    } else {
      return;
    }
    event.preventDefault();
  });

  /* Filters. */

  function fits(one) {
    const chosen = Object.fromEntries(FILTERS.map((field) => [field.id, field.value]));
    const kind = one.kindAt < 0 ? "" : data.kinds[one.kindAt];
    const text = plain([one.name, one.short, one.kind, kind, one.group, ...one.committees].join(" "));
    const asked = plain(chosen.search).split(/\s+/).filter(Boolean);
    return asked.every((word) => text.includes(word))
      && (!chosen.group || chosen.group === one.groupCode)
      && (!chosen.kind || Number(chosen.kind) === one.kindAt)
      && (!chosen.ring || chosen.ring === (one.ring ? String(one.ring) : one.strip))
      && (!chosen.committee || one.seats.includes(Number(chosen.committee)));
  }

  function chosenInWords() {
    return FILTERS.filter((field) => field.value.trim()).map((field) => {
      const label = document.querySelector(`label[for="${field.id}"]`).textContent;
      return `${label}: ${field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim()}`;
    }).join("; ");
  }

  function apply() {
    const all = entries(state.at);
    const shown = new Set(all.filter(fits).map((one) => one.id));
    const filtered = shown.size < all.length || chosenInWords() !== "";
    for (const mark of marksOf(state.at)) {
      const off = !shown.has(mark.dataset.partner);
      mark.classList.toggle("off", off);
      if (off) mark.setAttribute("aria-hidden", "true");
      else mark.removeAttribute("aria-hidden");
    }
    for (const leader of views[state.at].querySelectorAll("[data-for]")) {
      leader.classList.toggle("off", !shown.has(leader.dataset.for));
    }
    for (const tie of views[state.at].querySelectorAll("[data-role=tie]")) {
      tie.classList.toggle("off", !shown.has(tie.dataset.from) && !shown.has(tie.dataset.to));
    }
    const marks = reachable();
    rove(marks.find((mark) => mark.dataset.partner === state.picked) || marks[0]);
    byId("count").textContent = say(all.length === 1 ? "count_one" : "count", { shown: shown.size, all: all.length });
    byId("chosen").textContent = say("chosen", { shown: shown.size, all: all.length, what: chosenInWords() });
    byId("chosen").hidden = !filtered;
    byId("reset").disabled = !filtered;
    const year = data.years[state.at];
    byId("nothing").hidden = shown.size > 0;
    byId("nothing").textContent = say(all.length ? "nothing" : "empty", { year });
    fillPartners(all.filter((one) => shown.has(one.id)));
    fillTies(data.ties[state.at].filter(([from, to]) => shown.has(from) || shown.has(to)));
  }

  /* Tables. */

  const KEYS = {
    name: (one) => one.name,
    kind: (one) => one.kind,
    group: (one) => data.groups.findIndex(([code]) => code === one.groupCode),
    ring: (one) => one.ring || -data.strips.findIndex(([code]) => code === one.strip),
    size: (one) => one.size || 0,
    committees: (one) => one.committees.join(", "),
    transition: (one) => one.badge,
  };
  /* Numbers begin with the highest: that is what people look for first. */
  const HIGH_FIRST = new Set(["ring", "size", "transition", "committees"]);

  function compared(a, b) {
    const key = KEYS[state.sort];
    const [x, y] = [key(a), key(b)];
    const by = typeof x === "number" ? x - y : order.compare(x, y);
    return (state.down ? -by : by) || order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  }

  function nameButton(id, name) {
    return make("button", {
      type: "button",
      text: name,
      "aria-haspopup": "dialog",
      "data-open": id,
      on: (event) => open(id, event.currentTarget),
    });
  }

  function fillPartners(rows) {
    const table = byId("partners");
    const withCommittees = data.committees.length > 0;
    table.closest(".scroll").hidden = rows.length === 0;
    table.tBodies[0].replaceChildren(...rows.sort(compared).map((one) => {
      const cells = [one.kind, one.group, one.ringText];
      if (data.sizes.length) cells.push(one.sizeText);
      if (withCommittees) cells.push(one.committees.join(", ") || words.none);
      cells.push(one.badge ? words.yes : words.no);
      return make(
        "tr",
        { class: one.id === state.picked ? "picked" : undefined, "data-row": one.id },
        make("th", { scope: "row" }, nameButton(one.id, one.name)),
        ...cells.map((text) => make("td", { text })),
      );
    }));
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.sort === state.sort) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  const tieWords = ([, , strength, line]) => [strength, line];

  function fillTies(ties) {
    const section = byId("ties");
    if (!section) return;
    section.hidden = ties.length === 0;
    section.querySelector("tbody").replaceChildren(...ties.map((tie) => make(
      "tr",
      null,
      make("th", { scope: "row" }, nameButton(tie[0], data.partners[tie[0]].name)),
      make("td", null, nameButton(tie[1], data.partners[tie[1]].name)),
      ...tieWords(tie).map((text) => make("td", { text })),
      make("td", { text: tie[4] ? words.yes : words.no }),
    )));
  }

  function sortable() {
    for (const head of byId("partners").tHead.rows[0].cells) {
      const column = head.textContent;
      const button = make("button", {
        type: "button",
        text: column,
        title: say("sort", { column }),
        on: () => {
          const key = head.dataset.sort;
          state.down = key === state.sort ? !state.down : HIGH_FIRST.has(key);
          state.sort = key;
          apply();
        },
      });
      head.replaceChildren(button);
    }
  }

  /* Details of one partner. */

  function fact(name, text) {
    return [make("dt", { text: name }), make("dd", { text })];
  }

  function facts(one) {
    const list = make("dl", null, ...fact(words.ring, one.ringText));
    if (data.sizes.length) list.append(...fact(words.size, one.sizeText));
    if (one.badge) list.append(...fact(words.transition, words.yes));
    if (data.committees.length) list.append(...fact(words.committees, one.committees.join(", ") || words.none));
    return list;
  }

  function history(id) {
    const columns = data.sizes.length ? ["year", "ring", "size"] : ["year", "ring"];
    const head = make("tr", null, ...columns.map((name) => make("th", { scope: "col", text: words[name] })));
    const rows = data.years.map((year, at) => {
      const one = entry(id, at);
      const texts = one ? [one.ringText, one.sizeText].slice(0, columns.length - 1) : [words.not_there];
      const cells = texts.map((text) => make("td", { text }));
      if (!one) cells[0].colSpan = columns.length - 1;
      const row = { class: at === state.at ? "now" : undefined };
      return make("tr", row, make("th", { scope: "row", text: String(year) }), ...cells);
    });
    const [top, body] = [make("thead", null, head), make("tbody", null, ...rows)];
    return make("table", { "aria-label": words.over_years }, top, body);
  }

  function tiesOf(id) {
    return data.ties[state.at].filter(([from, to]) => from === id || to === id).map((tie) => {
      const other = tie[0] === id ? tie[1] : tie[0];
      const item = make("li", null, nameButton(other, data.partners[other].name));
      item.append(` · ${tieWords(tie).filter(Boolean).join(" · ")}`);
      return item;
    });
  }

  function fill() {
    const id = state.picked;
    const one = entry(id, state.at);
    const partner = data.partners[id];
    const heading = make("h2", { id: "details-heading", tabindex: "-1", text: partner.name });
    const button = make("button", { type: "button", id: "close", text: words.close, on: close });
    const parts = [
      make("div", { class: "top" }, heading, button),
      make("p", { class: "service", text: [kindOf(partner), groups.get(partner.group)].filter(Boolean).join(" · ") }),
      one ? facts(one) : make("p", { text: say("gone", { year: data.years[state.at] }) }),
    ];
    const ties = tiesOf(id);
    if (ties.length) parts.push(make("h3", { text: words.ties_short }), make("ul", null, ...ties));
    if (data.years.length > 1) parts.push(make("h3", { text: words.over_years }), history(id));
    details.replaceChildren(...parts);
  }

  function highlight() {
    for (const mark of marksOf(state.at)) mark.classList.toggle("picked", mark.dataset.partner === state.picked);
    for (const row of byId("partners").tBodies[0].rows) row.classList.toggle("picked", row.dataset.row === state.picked);
  }

  function open(id, opener) {
    if (!details.contains(opener)) state.opener = opener;
    state.picked = id;
    const mark = markOf(id, state.at);
    if (mark && !mark.classList.contains("off")) rove(mark);
    fill();
    highlight();
    if (!details.open) details.show();
    byId("details-heading").focus();
  }

  function close() {
    const id = state.picked;
    const inside = details.contains(document.activeElement);
    state.picked = null;
    details.close();
    highlight();
    if (!inside) return;
    // Back to where it was opened; after a change of year to the partner's mark, name, or to the years.
    const there = state.opener.isConnected && state.opener.closest(".year:not([hidden]), table");
    const goals = [there ? state.opener : null, markOf(id, state.at), document.querySelector(`[data-open="${CSS.escape(id)}"]`)];
    (goals.find((goal) => goal && !goal.classList.contains("off")) || slider || byId("search")).focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      event.preventDefault();
      close();
    }
  });

  /* From one year to another. */

  function calm() {
    return document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  function finish() {
    for (const animation of running) animation.cancel();
    running = [];
    if (!leaving) return;
    leaving.hidden = true;
    leaving.classList.remove("leaving");
    leaving = null;
  }

  function animate(element, ...frames) {
    running.push(element.animate(frames, MOVE));
  }

  const shapesOf = (mark) => [...mark.children].filter((child) => !/^(title|text)$/.test(child.tagName));
  const textsOf = (mark) => [...mark.children].filter((child) => child.tagName === "text");

  const signOf = (mark) => mark.querySelector("[data-role=node]");
  const nameOf = (mark) => mark.querySelector("[data-role=label]") || signOf(mark);

  function middle(element) {
    const box = element.getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
  }

  /* How far a mark that stands on both maps is from its old place, and how far its name is. */
  function way(before, after) {
    const [from, to] = [before, after].map((mark) => middle(signOf(mark)));
    const [old, now] = [before, after].map((mark) => middle(nameOf(mark)));
    const scale = to.width ? from.width / to.width : 1;
    const [x, y] = [from.x - scale * to.x, from.y - scale * to.y];
    return { before, after, scale, x, y, dx: old.x - now.x, dy: old.y - now.y };
  }

  /* It moves from there, sign and name each on its own way. */
  function move({ before, after, scale, x, y, dx, dy }) {
    const start = { transform: `translate(${x}px, ${y}px) scale(${scale})` };
    const goal = { transform: "translate(0px, 0px) scale(1)" };
    for (const shape of shapesOf(before)) animate(shape, { opacity: 0 }, { opacity: 0 });
    for (const shape of shapesOf(after)) animate(shape, start, goal);
    if (Math.hypot(dx, dy) > FAR) {
      textsOf(before).forEach(leave);
      textsOf(after).forEach(come);
      return;
    }
    for (const text of textsOf(before)) animate(text, { opacity: 0 }, { opacity: 0 });
    for (const text of textsOf(after)) {
      animate(text, { transform: `translate(${dx}px, ${dy}px)` }, { transform: "translate(0px, 0px)" });
    }
  }

  /* The parts of a picture beside the partners. */
  function parts(view) {
    return [...view.querySelector("svg").children]
      .filter((child) => child.tagName !== "defs" && !child.dataset.partner)
      .flatMap((child) => (child.tagName === "g" && child.dataset.role !== "key" ? [...child.children] : [child]));
  }

  /* Words and the lines to them go before others come: two texts in one place cannot be read. */
  function saysSomething(part) {
    return ["leader", "key"].includes(part.dataset.role)
      || part.tagName === "text"
      || (part.hasAttribute("aria-hidden") && part.tagName !== "polyline");
  }

  function come(part) {
    if (saysSomething(part)) animate(part, { opacity: 0 }, { opacity: 0, offset: 0.6 }, { opacity: 1 });
    else animate(part, { opacity: 0 }, { opacity: 1 });
  }

  function leave(part) {
    if (saysSomething(part)) animate(part, { opacity: 1 }, { opacity: 0, offset: 0.4 }, { opacity: 0 });
    else animate(part, { opacity: 1 }, { opacity: 0 });
  }

  function play(before, after, years) {
    const arriving = new Map([...after.querySelectorAll("[data-partner]")].map((mark) => [mark.dataset.partner, mark]));
    const [moving, going] = [[], []];
    for (const mark of before.querySelectorAll("[data-partner]")) {
      const goal = arriving.get(mark.dataset.partner);
      arriving.delete(mark.dataset.partner);
      if (goal) moving.push(way(mark, goal));
      else going.push(mark);
    }
    const key = (part, at) => part.outerHTML.replaceAll(`y${years[at]}-`, "");
    const old = new Map(parts(before).map((part) => [key(part, 0), part]));
    for (const part of parts(after)) {
      // What both have is shown by the old picture until the end, so that it does not flicker.
      if (old.delete(key(part, 1))) animate(part, { opacity: 0 }, { opacity: 0 });
      else come(part);
    }
    for (const part of old.values()) leave(part);
    for (const mark of going) animate(mark, {}, { opacity: 0 });
    for (const mark of arriving.values()) animate(mark, { opacity: 0 }, {});
    moving.forEach(move);
  }

  function go(at) {
    if (at === state.at) return;
    finish();
    const before = state.at;
    state.at = at;
    views[at].hidden = false;
    prepare(at);
    tell();
    if (calm()) {
      views[before].hidden = true;
      return;
    }
    leaving = views[before];
    leaving.classList.add("leaving");
    stage.append(views[at]);
    play(views[before], views[at], [data.years[before], data.years[at]]);
    const mine = running;
    Promise.allSettled(mine.map((animation) => animation.finished)).then(() => {
      if (running === mine) finish();
    });
  }

  /* Everything that names the year, beside the picture. */
  function tell() {
    const year = data.years[state.at];
    byId("table-heading").textContent = say("partners", { year });
    if (byId("ties-heading")) byId("ties-heading").textContent = say("ties", { year });
    byId("source").textContent = data.sources[state.at];
    for (const text of byId("in-words").querySelectorAll("p")) text.hidden = Number(text.dataset.at) !== state.at;
    if (slider) {
      byId("year-shown").textContent = String(year);
      slider.setAttribute("aria-valuetext", String(year));
    }
    apply();
    if (details.open) fill();
    highlight();
  }

  /* Only what scrolls sideways is a stop of the tabulator key. */
  const widths = new ResizeObserver(() => {
    for (const box of document.querySelectorAll(".scroll, .map")) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  });
  widths.observe(document.body);

  document.documentElement.classList.add("live");
  prepare(state.at);
  sortable();
  for (const field of FILTERS) {
    field.value = "";
    field.addEventListener("input", apply);
  }
  byId("reset").addEventListener("click", () => {
    for (const field of FILTERS) field.value = "";
    apply();
    byId("search").focus();
  });
  if (slider) {
    slider.value = String(state.at);
    slider.addEventListener("input", () => go(Number(slider.value)));
  }
  byId("controls").hidden = false;
  byId("no-script").hidden = true;
  byId("hint").hidden = false;
  tell();
}
