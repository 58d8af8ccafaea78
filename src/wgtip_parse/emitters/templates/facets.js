// Facets: the values one can choose from, and how many recommendations each would leave.

const STRENGTHS = {
  should: "should",
  consider: "should consider",
  encourage: "are encouraged to",
  invite: "are invited to, may wish to",
  imperative: "imperative",
};
const FACET_TITLES = { meeting: "Meeting", topic: "Topic", addressee: "Addressee", strength: "Strength", section: "Section" };
const FIXED = new Set(["meeting", "strength"]); // facets whose values have an order of their own
const AT_FIRST = 6; // values of a facet before "Show all"

// For each facet its values, by number: {value (for the address), label, total}.
function facetValues(data) {
  const values = {
    meeting: data.meetings.map((each) => ({ value: each.id, label: each.short, full: each.title })),
    topic: data.topics.map(([id, label]) => ({ value: id, label })),
    addressee: data.addressees.map((each) => ({ value: each, label: each })),
    strength: data.strengths.map((each) => ({ value: each, label: STRENGTHS[each] || each })),
    section: [],
  };
  const numbers = new Map();
  const sections = data.sections.map((titles) => {
    const title = titles.length ? titles[titles.length - 1] : "(no heading)";
    if (!numbers.has(title)) numbers.set(title, values.section.push({ value: title, label: title }) - 1);
    return numbers.get(title);
  });
  for (const each of data.recommendations) {
    each.in = {
      meeting: [each.meeting],
      topic: [...new Set(each.topics.map(([number]) => number))],
      addressee: [...new Set(each.addressees.map(([number]) => number))],
      strength: each.strength === undefined ? [] : [each.strength],
      section: [sections[each.section]],
    };
  }
  for (const facet of FACETS) {
    for (const each of values[facet]) each.total = 0;
    for (const each of data.recommendations) for (const number of each.in[facet]) values[facet][number].total += 1;
  }
  return values;
}

// The recommendations that a state leaves, and for each facet how many each of its values would leave beside the others.
function choose(data, values, state, terms) {
  const chosen = FACETS.map((facet) => {
    const numbers = new Set();
    values[facet].forEach((each, number) => state[facet].has(each.value) && numbers.add(number));
    return { facet, numbers, wanted: state[facet].size > 0 };
  });
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Array(values[facet].length).fill(0)]));
  const count = (facet, each) => each.in[facet].forEach((number) => (counts[facet][number] += 1));
  const left = [];
  for (const each of data.recommendations) {
    if (terms.length && !matches(terms, haystack(data, each))) continue;
    const missed = chosen.filter(({ facet, numbers, wanted }) => wanted && !each.in[facet].some((n) => numbers.has(n)));
    if (missed.length === 0) {
      left.push(each);
      for (const facet of FACETS) count(facet, each);
    } else if (missed.length === 1) count(missed[0].facet, each);
  }
  return { left, counts };
}

// All that a query looks in, folded when it is first asked for.
function haystack(data, each) {
  if (each.folded === undefined) {
    const lines = each.lines.map(([, marker, text]) => (marker || "") + " " + text);
    const titles = data.sections[each.section].join(" ");
    const words = [data.meetings[each.meeting].title, titles, each.id, each.reference, each.stem || "", ...lines];
    each.folded = folded(words.join(" "));
  }
  return each.folded;
}

// The boxes to tick, built once; returns the function that shows a state and its counts in them.
function buildFacets(place, values, changed) {
  const built = FACETS.map((facet) => buildFacet(facet, values[facet], changed)).filter((each) => each !== null);
  place.append(...built.map((each) => each.field));
  return (state, counts) => built.forEach((each) => each.show(state[each.facet], counts[each.facet]));
}

// One facet with its values, or null where no recommendation has any.
function buildFacet(facet, values, changed) {
  const boxes = ordered(facet, values).map((each, rank) => ({ ...buildBox(facet, each, changed), number: each.number, rank }));
  if (!boxes.length) return null;
  const more = make("button", { type: "button", className: "all", hidden: boxes.length <= AT_FIRST + 1 });
  let all = more.hidden;
  // Shown at first are those that would leave something, where there are any; and what is chosen.
  const shorten = (counts) => {
    const some = counts.some((count) => count > 0);
    let room = AT_FIRST;
    for (const { item, box, number } of boxes) {
      const wanted = all || (room > 0 && (!some || counts[number] > 0));
      if (wanted) room -= 1;
      item.hidden = !wanted && !box.checked;
    }
    more.textContent = all ? "Show fewer" : `Show all ${boxes.length}`;
    more.setAttribute("aria-expanded", String(all));
  };
  let last = [];
  more.addEventListener("click", () => {
    all = !all;
    shorten(last);
  });
  const list = make("ul", {}, ...boxes.map((each) => each.item));
  const field = make("fieldset", {}, make("legend", {}, FACET_TITLES[facet]), list, more);
  const show = (chosen, counts) => {
    if (!FIXED.has(facet)) mostFirst(list, boxes, counts);
    boxes.forEach((each) => each.show(chosen, counts));
    last = counts;
    shorten(counts);
  };
  return { facet, field, show };
}

// The values in use: meetings newest first, strengths as they are listed, all else by how many recommendations it has.
function ordered(facet, values) {
  const used = values.map((each, number) => ({ ...each, number })).filter((each) => each.total);
  if (facet === "meeting") return used.reverse();
  if (facet === "strength") return used;
  return used.sort((a, b) => b.total - a.total || a.label.localeCompare(b.label, "en"));
}

// Values that would leave most come first. A choice changes no count of its own facet, so what is clicked stays in place.
function mostFirst(list, boxes, counts) {
  const before = boxes.map((each) => each.item);
  boxes.sort((a, b) => counts[b.number] - counts[a.number] || a.rank - b.rank);
  if (boxes.some((each, at) => each.item !== before[at])) list.append(...boxes.map((each) => each.item));
}

// A text in which no range of days or years is broken.
const unbroken = (text) =>
  text.split(/(\d+(?: \p{L}+)?–\d+(?: \p{L}+)?)/u).map((piece, at) => (at % 2 ? make("span", { className: "unbroken" }, piece) : piece));

function buildBox(facet, each, changed) {
  const box = make("input", { type: "checkbox", value: each.value, name: facet });
  const number = make("span", { className: "number" });
  const item = make("li", {}, make("label", {}, box, make("span", { className: "value", title: each.full || each.label }, ...unbroken(each.label)), number));
  box.addEventListener("change", () => changed(facet, each.value, box.checked));
  const show = (chosen, counts) => {
    box.checked = chosen.has(each.value);
    number.textContent = counts[each.number].toLocaleString("en");
    item.classList.toggle("none", counts[each.number] === 0);
  };
  return { box, item, show };
}
