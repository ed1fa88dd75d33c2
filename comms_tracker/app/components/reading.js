// Draws one statement from the data of components/reading.py: claims are buttons, and selected words can be taken.
// Every word of the statement is set as text; nothing here makes HTML of it.

const states = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const told = JSON.stringify(data);
  let state = states.get(parentElement);
  if (state?.told === told) return state.leave;
  state?.leave();
  state = begin(parentElement, data, setTriggerValue);
  state.told = told;
  states.set(parentElement, state);
  return state.leave;
}

function begin(parent, data, pick) {
  const text = make("div", { class: "ct-fulltext", role: "region", tabindex: "0", "aria-label": data.labels.text });
  for (let at = 0; at < data.segments.length;) {
    const claim = data.segments[at].claim;
    const run = [];
    do run.push(words_of(data.segments[at++])); while (data.segments[at]?.claim === claim && at < data.segments.length);
    text.append(...(claim ? [button_of(claim, run, data.chosen, pick)] : run));
  }
  const take = make("button", { type: "button", class: "ct-take", disabled: "" }, data.labels.take);
  take.onmousedown = event => event.preventDefault(); // or the click would take the selection away
  take.onclick = () => { const place = selected(text); if (place) pick("pick", place); };
  const watch = () => { take.disabled = selected(text) === null; };
  document.addEventListener("selectionchange", watch);
  const root = make("section", { class: "ct-statement ct-reading-text" }, text, take);
  parent.append(root);
  return { leave: () => { document.removeEventListener("selectionchange", watch); root.remove(); } };
}

function words_of(segment) {
  return segment.figure ? make("strong", { class: "ct-figure" }, segment.text) : document.createTextNode(segment.text);
}

function button_of(claim, words, chosen, pick) {
  const choose = () => { if (getSelection().isCollapsed) pick("pick", { claim }); };
  const mark = make("span", {
    class: "ct-claim", role: "button", tabindex: "0", "aria-pressed": String(claim === chosen), "data-claim": claim,
  }, ...words);
  mark.onclick = choose;
  mark.onkeydown = event => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick("pick", { claim });
  };
  return mark;
}

// The offsets of the selected words in the text, counted in characters as Python counts them; null where there are none.
function selected(text) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  const start = [...before.toString()].length + [...words.slice(0, lead)].length;
  const length = [...words.trim()].length;
  return length ? { start, end: start + length } : null;
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
