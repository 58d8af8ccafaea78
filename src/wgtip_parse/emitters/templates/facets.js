// Facets: the values one can choose from, and how many recommendations each would leave.

const STRENGTHS = {
  should: "should",
  consider: "should consider",
  encourage: "are encouraged to",
  invite: "are invited to, may wish to",
  imperative: "imperative",
};
const POSITIONS = { supported: "supported", noted: "noted", pending: "to be examined" };
const FACET_TITLES = {
  meeting: "Meeting",
  state: "State under review",
  year: "Year",
  topic: "Topic",
  addressee: "Addressee",
  strength: "Strength",
  deadline: "Deadline",
  position: "Position of the State",
  from: "Recommended by",
  section: "Section",
};
const FIXED = new Set(["meeting", "year", "strength", "deadline", "position"]); // facets whose values have an order of their own
const NUMBERED = /^(?:Recommendation|Paragraph) (.+)$/;
const CALLED = ["recommendation", "paragraph", "para"]; // before the number of any
const NO_MEETING = "none"; // the value of documents that are of no meeting
const UNDATED = "undated"; // of deadlines that name no date: "at its tenth session"
const AT_FIRST = 6; // values of a facet before "Show all"

// For each facet its values, by number: {value (for the address), label, total}.
function facetValues(data) {
  const simple = (each) => ({ value: each, label: each });
  const meetings = merged(data.meetings, (each) => ({ value: each.id, label: each.short, full: each.id === NO_MEETING ? each.short : each.title }));
  const states = merged(data.meetings, (each) => each.state && simple(each.state));
  const years = merged(data.meetings, (each) => each.year && simple(String(each.year)));
  const deadlines = merged(data.recommendations, (each) => each.deadline && ends(each.deadline));
  const sections = merged(data.sections, (titles) => simple(titles.length ? titles[titles.length - 1] : "(no heading)"));
  const values = {
    meeting: meetings.values,
    state: states.values,
    year: years.values,
    topic: data.topics.map(([id, label]) => ({ value: id, label })),
    addressee: data.addressees.map(simple),
    strength: data.strengths.map((each) => ({ value: each, label: STRENGTHS[each] || each })),
    deadline: deadlines.values,
    position: data.positions.map((each) => ({ value: each, label: POSITIONS[each] || each })),
    from: data.from.map(simple),
    section: sections.values,
  };
  data.recommendations.forEach((each, at) => {
    each.in = {
      meeting: meetings.of(each.meeting),
      state: states.of(each.meeting),
      year: years.of(each.meeting),
      topic: [...new Set(each.topics.map(([number]) => number))],
      addressee: [...new Set(each.addressees.map(([number]) => number))],
      strength: each.strength === undefined ? [] : [each.strength],
      deadline: deadlines.of(at),
      position: each.position === undefined ? [] : [each.position],
      from: each.from || [],
      section: sections.of(each.section),
    };
  });
  for (const facet of FACETS) {
    for (const each of values[facet]) each.total = 0;
    for (const each of data.recommendations) for (const number of each.in[facet]) values[facet][number].total += 1;
  }
  return values;
}

// The values of things of which several may have one or none, and `of`, which gives the numbers of a thing's values.
function merged(things, valueOf) {
  const values = [];
  const numbers = new Map();
  const each = things.map((thing) => {
    const made = valueOf(thing);
    if (!made) return [];
    if (!numbers.has(made.value)) numbers.set(made.value, values.push(made) - 1);
    return [numbers.get(made.value)];
  });
  return { values, of: (at) => each[at] };
}

// A deadline by the year in which it ends.
const ends = ([, date]) => (date ? { value: date.slice(0, 4), label: date.slice(0, 4) } : { value: UNDATED, label: "without a date" });

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
    const others = (each.languages || []).map(([, , text]) => text);
    const words = [data.meetings[each.meeting].title, titles, each.id, each.reference, each.stem || "", ...lines, ...others];
    const [, number] = NUMBERED.exec(each.label) || [];
    if (number) words.push(...CALLED.map((called) => called + " " + number));
    const text = words.join(" ");
    each.folded = folded([text, ...otherForms(text)].join(" "));
  }
  return each.folded;
}

// The boxes to tick, built once; returns the function that shows a state and its counts in them.
function buildFacets(place, values, changed) {
  const built = FACETS.map((facet) => buildFacet(facet, values[facet], changed)).filter((each) => each !== null);
  place.append(...built.map((each) => each.field));
  return (state, counts) => built.forEach((each) => each.show(state[each.facet], counts[each.facet]));
}

// One facet with its values, or null where there is nothing to choose: no recommendation has any, or all have the same.
function buildFacet(facet, values, changed) {
  const boxes = ordered(facet, values).map((each, rank) => ({ ...buildBox(facet, each, changed), number: each.number, rank }));
  if (!boxes.length || (boxes.length === 1 && values[boxes[0].number].total === data.recommendations.length)) return null;
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

// The values in use: meetings and years newest first, others as they are listed or by how many recommendations each has.
function ordered(facet, values) {
  const used = values.map((each, number) => ({ ...each, number })).filter((each) => each.total);
  if (facet === "meeting") return used.sort((a, b) => (a.value === NO_MEETING) - (b.value === NO_MEETING) || b.number - a.number);
  if (facet === "year") return used.sort((a, b) => b.label - a.label);
  if (facet === "deadline") return used.sort((a, b) => (a.value < b.value ? -1 : 1));
  if (FIXED.has(facet)) return used;
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
