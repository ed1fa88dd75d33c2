// Draws two statements side by side, or both as one text, from the data of views/pair.py.
// Every word from a statement is set as text; nothing here makes HTML of it.

const ROOM_FOR_TWO = 736; // pixels: narrower than this, both texts stand in one column at first
const states = new WeakMap();

export default function ({ parentElement, data }) {
  const told = JSON.stringify(data);
  let state = states.get(parentElement);
  if (state?.told === told) return state.leave;
  state?.leave();
  state = begin(parentElement, data);
  state.told = told;
  states.set(parentElement, state);
  return state.leave;
}

function begin(parent, data) {
  const root = make("section", { class: "pair" });
  const choices = { inline: null, differences: false, claim: null };
  const state = { leave: () => { watcher.disconnect(); root.remove(); } };
  parent.append(root);

  const narrow = () => root.clientWidth > 0 && root.clientWidth < ROOM_FOR_TWO;
  let drawnInline = null;
  const draw = () => {
    drawnInline = choices.inline ?? narrow();
    root.replaceChildren(...page(data, choices, drawnInline, draw));
    if (!drawnInline) arrange(root, data);
    begin_at(root, data, choices);
  };
  const watcher = new ResizeObserver(() => {
    if (drawnInline === null || (choices.inline === null && drawnInline !== narrow())) draw();
  });
  watcher.observe(root);
  draw();
  return state;
}

function page(data, choices, inline, draw) {
  const words = data.labels;
  const status = make("p", { class: "status", role: "status" }, words.begin);
  const choose = claim => light(status.getRootNode(), data, claim, status, choices);
  return [
    bar(data, choices, inline, draw),
    ...(data.alike ? [] : [make("p", { class: "note" }, words.unlike)]),
    inline ? column(data, choose) : panes(data, choices, choose),
    status,
  ];
}

function bar(data, choices, inline, draw) {
  const words = data.labels;
  const pressed = (label, on, act) =>
    make("button", { type: "button", "aria-pressed": String(on), onclick: () => { act(); draw(); } }, label);
  const layout = make("div", { class: "choice", role: "group", "aria-label": words.layout },
    pressed(words.sideBySide, !inline, () => { choices.inline = false; }),
    pressed(words.inline, inline, () => { choices.inline = true; }));
  if (inline || !data.alike) return make("div", { class: "bar" }, layout);
  const switch_ = pressed(words.differences, choices.differences, () => { choices.differences = !choices.differences; });
  return make("div", { class: "bar" }, layout, make("div", { class: "choice" }, switch_));
}

function panes(data, choices, choose) {
  return make("div", { class: choices.differences ? "panes differing" : "panes" },
    pane(data.earlier, "earlier", data, choices, choose), pane(data.later, "later", data, choices, choose));
}

function pane(side, name, data, choices, choose) {
  return make("article", { class: `pane ${name}` },
    head(side, name, data.labels),
    make("div", { class: "text", tabindex: "0", role: "region", "aria-label": `${data.labels[name]}, ${side.date}` },
      ...body(side.segments, name, data, choices.differences, choose)));
}

function column(data, choose) {
  if (!data.alike) return stacked(data, choose);
  return make("article", { class: "one" },
    make("div", { class: "heads" },
      head(data.earlier, "earlier", data.labels), head(data.later, "later", data.labels)),
    make("p", { class: "note" }, data.labels.inlineNote),
    make("div", { class: "merged" }, ...body(data.inline, null, data, true, choose)));
}

// One text below the other, where there is little in them to be joined.
function stacked(data, choose) {
  const part = (side, name) => [
    head(side, name, data.labels), make("div", { class: "merged" }, ...body(side.segments, name, data, false, choose))];
  return make("article", { class: "one" }, ...part(data.earlier, "earlier"), ...part(data.later, "later"));
}

function head(side, name, words) {
  const source = side.link
    ? make("a", { href: side.link, rel: "noopener noreferrer", target: "_blank" }, side.source)
    : side.source;
  return make("header", { class: name },
    make("p", { class: "date" }, make("span", { class: "role" }, `${words[name]} `), side.date),
    make("p", { class: "about" }, [side.about, side.title].filter(Boolean).join(". ")),
    ...(side.source ? [make("p", { class: "about" }, `${words.source}: `, source)] : []));
}

// Segments of one claim that follow one another are one mark; where differences are shown, each text's own words are
// struck or underlined.
function body(segments, side, data, differing, choose) {
  const made = [];
  for (let at = 0; at < segments.length;) {
    const claim = segments[at].claim;
    let end = at + 1;
    const same = next => next.claim === claim && (side || next.part === segments[at].part);
    if (claim) while (end < segments.length && same(segments[end])) end++;
    const pieces = segments.slice(at, end).map(segment => words_of(segment, differing));
    made.push(...(claim ? marked(claim, pieces, segments[at], side, data, choose) : pieces));
    at = end;
  }
  return made;
}

function words_of(segment, differing) {
  let shown = segment.figure ? make("strong", {}, segment.text) : document.createTextNode(segment.text);
  if (!differing) return shown;
  if (segment.part === "earlier") shown = make("del", {}, shown);
  if (segment.part === "later") shown = make("ins", {}, shown);
  return shown;
}

function marked(claim, pieces, segment, side, data, choose) {
  const name = side ?? (segment.part === "earlier" ? "earlier" : "later");
  const main = data.focus.includes(claim);
  const mark = make("span", {
    class: main ? `claim main ${name}` : "claim", role: "button", tabindex: "0", "data-claim": claim,
    onclick: () => choose(claim),
    onkeydown: event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(claim);
    },
  }, ...pieces);
  return main ? [mark, make("span", { class: `tag ${name}` }, data.labels[`${name}Mark`])] : [mark];
}

function light(root, data, claim, status, choices) {
  choices.claim = claim;
  const words = data.labels;
  const ties = data.ties.filter(tie => tie.earlier === claim || tie.later === claim);
  const lit = new Set([claim, ...ties.flatMap(tie => [tie.earlier, tie.later])]);
  for (const mark of root.querySelectorAll("[data-claim]")) {
    mark.classList.toggle("lit", lit.has(mark.dataset.claim));
    mark.setAttribute("aria-pressed", String(mark.dataset.claim === claim));
  }
  const tied = ties.find(tie => tie.earlier && tie.later);
  const nothing = ties.length === 0 ? words.unlinked : ties[0].later ? words.nothingEarlier : words.nothingLater;
  status.textContent = tied ? `${words.partner}: ${tied.note}` : [nothing, ties[0]?.note].filter(Boolean).join(" ");
  const own = root.querySelector(`[data-claim="${claim}"]`);
  const other = tied && root.querySelector(`[data-claim="${tied.earlier === claim ? tied.later : tied.earlier}"]`);
  if (own && other) level(own, other);
}

// Scrolls the other claim's pane until both claims stand at the same height.
function level(own, other) {
  const pane = other.closest(".text");
  if (pane) pane.scrollTop += other.getBoundingClientRect().top - own.getBoundingClientRect().top;
}

// Each pane begins at its claim; the pane that is scrolled takes the other with it, from linked claim to linked claim.
function arrange(root, data) {
  const [first, second] = root.querySelectorAll(".text");
  let leading = null;
  for (const pane of [first, second]) {
    for (const kind of ["pointerenter", "focusin", "wheel", "touchstart"]) {
      pane.addEventListener(kind, () => { leading = pane; }, { passive: true });
    }
    pane.addEventListener("scroll", () => { if (leading === pane) follow(pane, pane === first ? second : first, root, data); });
  }
}

function follow(pane, other, root, data) {
  const top = (mark, within) => mark.getBoundingClientRect().top - within.getBoundingClientRect().top + within.scrollTop;
  const anchors = [[0, 0]];
  const ends = [pane.scrollHeight, other.scrollHeight];
  const places = data.ties.filter(tie => tie.earlier && tie.later).map(tie => {
    const marks = [tie.earlier, tie.later].map(claim => root.querySelector(`.text [data-claim="${claim}"]`));
    const own = marks.find(mark => mark && pane.contains(mark));
    const partner = marks.find(mark => mark && other.contains(mark));
    return own && partner ? [top(own, pane), top(partner, other)] : null;
  }).filter(Boolean).sort((one, next) => one[0] - next[0]);
  for (const place of [...places, ends]) if (place[1] > anchors.at(-1)[1] && place[0] > anchors.at(-1)[0]) anchors.push(place);
  const here = pane.scrollTop + pane.clientHeight / 3;
  const next = Math.max(1, anchors.findIndex(anchor => anchor[0] >= here));
  const [[fromOwn, fromOther], [toOwn, toOther]] = [anchors[next - 1], anchors[next] ?? anchors.at(-1)];
  const share = toOwn > fromOwn ? (here - fromOwn) / (toOwn - fromOwn) : 0;
  other.scrollTop = fromOther + share * (toOther - fromOther) - other.clientHeight / 3;
}

function begin_at(root, data, choices) {
  for (const claim of data.focus.filter(Boolean)) {
    const mark = root.querySelector(`.text [data-claim="${claim}"]`);
    const pane = mark?.closest(".text");
    if (pane) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
  }
  const claim = choices.claim ?? data.focus.find(Boolean);
  if (claim) light(root, data, claim, root.querySelector(".status"), choices);
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
