// The page: a state, from the address or from what a person does; the recommendations that it leaves, drawn some at a time.

const CHUNK = 15; // articles drawn at a time: more than most screens show
const NOTHING_FOUND = "Nothing matches. Try fewer or shorter words, or take back a filter.";
const NOTHING_THERE = "No recommendation was found in the reports that this page was compiled from.";
const data = JSON.parse(document.getElementById("data").textContent);
for (const each of data.recommendations) [each.stem, each.file] = [data.stems[each.stem], data.files[each.file]];
data.byId = new Map(data.recommendations.map((each) => [each.id, each]));
for (const [back, forth] of [["similar", "again"], ["subject", "later"]])
  for (const each of data.recommendations)
    for (const [earlier, ...how] of each[back] || []) {
      const one = data.byId.get(earlier);
      if (one) (one[forth] ||= []).push([each.id, ...how]);
    }
const $ = (id) => document.getElementById(id);
const values = facetValues(data);
const ofNone = data.meetings.map((each) => each.id === NO_MEETING);
const wide = matchMedia("(min-width: 62rem)");
const title = document.title;
let state = readAddress(location.hash);
let list = []; // what is shown, in order
let drawn = 0;
let lastSearch = "#"; // where "back to the list" leads
let writing = 0;
const watcher = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && drawn < list.length && draw(), {
  rootMargin: "800px",
});

const showFacets = buildFacets($("facets"), values, (facet, value, on) => {
  if (on) state[facet].add(value);
  else state[facet].delete(value);
  changed();
});

// A person changed the search: show it now, and write the address when the typing rests.
function changed() {
  state.only = null;
  show();
  clearTimeout(writing);
  writing = setTimeout(writeState, 250);
}

function writeState() {
  clearTimeout(writing);
  history.replaceState(null, "", writeAddress(state));
}

function show() {
  const terms = parseQuery(state.query);
  const { left, counts } = choose(data, values, state, terms);
  const one = state.only === null ? undefined : data.byId.get(state.only);
  document.body.classList.toggle("one", state.only !== null);
  document.title = one ? `${one.reference} – ${title}` : title;
  list = state.only === null ? inOrder(left) : one ? [one] : [];
  if (state.only === null) lastSearch = writeAddress(state);
  if ($("overview") && isSearch()) $("overview").open = false;
  if ($("query").value !== state.query) $("query").value = state.query;
  $("order").value = state.order;
  showFacets(state, counts);
  showChosen();
  showCount();
  $("results").replaceChildren();
  drawn = 0;
  draw(terms);
}

// Meetings newest or oldest first, what is of none last; the recommendations of each as they stand in its documents.
function inOrder(left) {
  const rank = ofNone.map((none, number) => (none ? -1 - number : state.order === "oldest" ? ofNone.length - number : number));
  return left
    .map((each, at) => [each, at])
    .sort(([a, x], [b, y]) => rank[b.meeting] - rank[a.meeting] || x - y)
    .map(([each]) => each);
}

const isSearch = () => writeAddress({ ...state, order: "newest" }) !== "#";

function showCount() {
  const all = data.recommendations.length;
  const [found, total] = [list.length.toLocaleString("en"), all.toLocaleString("en")];
  const noun = all === 1 ? "recommendation" : "recommendations";
  if (state.only !== null) $("count").textContent = list.length ? "One recommendation" : `No recommendation ${state.only} in this index`;
  else $("count").textContent = list.length === all ? `${total} ${noun}` : `${found} of ${total} ${noun}`;
  const chosen = FACETS.reduce((sum, facet) => sum + state[facet].size, 0);
  $("how-many").textContent = chosen ? ` (${chosen})` : "";
  $("tools").hidden = state.only !== null || !all;
}

// What is chosen, each with a button that takes it back; beside a single recommendation, the way to the list.
function showChosen() {
  if (state.only !== null) {
    $("chosen").replaceChildren(...waysBack());
    return;
  }
  const buttons = FACETS.flatMap((facet) => [...state[facet]].map((value) => takingBack(facet, value)));
  if (state.query) buttons.unshift(make("span", { className: "asked" }, `“${state.query}”`)); // for print
  if (buttons.length) buttons.push(undoing("Clear all", "clear", () => (state = nothingChosen())));
  $("chosen").replaceChildren(...buttons);
}

function waysBack() {
  const one = data.byId.get(state.only);
  const list = make("a", { href: lastSearch }, lastSearch === "#" ? "All recommendations" : "Back to the search");
  if (!one) return [list];
  const meeting = "#meeting=" + encodeURIComponent(data.meetings[one.meeting].id);
  return [list, make("a", { href: meeting }, ofNone[one.meeting] ? "All without a meeting" : "All of this meeting")];
}

// The recommendations before and behind one in its meeting.
function neighbours(one) {
  const at = data.recommendations.indexOf(one);
  const beside = [[at - 1, "Previous"], [at + 1, "Next"]].filter(([other]) => data.recommendations[other]?.meeting === one.meeting);
  const links = beside.map(([other, word]) => {
    const each = data.recommendations[other];
    return make("a", { href: "#" + encodeURIComponent(each.id), rel: word === "Next" ? "next" : "prev" }, `${word}: ${each.label}`);
  });
  return make("nav", { className: "neighbours", "aria-label": "Recommendations beside this one", hidden: !links.length }, ...links);
}

function takingBack(facet, value) {
  const known = values[facet].find((each) => each.value === value);
  const button = undoing(known ? known.label : value, "taken", () => state[facet].delete(value));
  button.setAttribute("aria-label", `Take back ${FACET_TITLES[facet]}: ${button.textContent}`);
  return button;
}

function undoing(text, className, undo) {
  const button = make("button", { type: "button", className }, text);
  button.addEventListener("click", () => {
    undo();
    changed();
    $("query").focus();
  });
  return button;
}

// The next articles, with the titles of their meetings and sections above them.
function draw(terms = parseQuery(state.query), until = drawn + CHUNK) {
  const pieces = document.createDocumentFragment();
  for (; drawn < Math.min(until, list.length); drawn += 1) {
    const [each, above] = [list[drawn], list[drawn - 1]];
    if (!above || above.meeting !== each.meeting) pieces.append(...titlesOf(each, above, terms));
    if (!above || above.meeting !== each.meeting || above.section !== each.section)
      pieces.append(make("p", { className: "path" }, ...marked(data.sections[each.section].join(" › "), terms)));
    pieces.append(article(data, each, terms, state.only !== null));
  }
  $("results").append(pieces);
  if (state.only !== null && list.length) $("results").append(neighbours(list[0]));
  if (!list.length && state.only === null)
    $("results").append(make("p", { className: "nothing" }, data.recommendations.length ? NOTHING_FOUND : NOTHING_THERE));
  $("more").hidden = drawn >= list.length;
  watcher.disconnect();
  watcher.observe($("more")); // looks again: there may still be room
}

// The title of a meeting; that of a document of none stands below one for all of them.
function titlesOf(each, above, terms) {
  const words = marked(data.meetings[each.meeting].title, terms);
  if (!ofNone[each.meeting]) return [make("h2", {}, ...words)];
  const first = !above || !ofNone[above.meeting];
  return [...(first ? [make("h2", {}, data.meetings[each.meeting].short)] : []), make("p", { className: "document" }, ...words)];
}

// From the address to the page: at the start, after a link, and when a person goes back.
function arrive() {
  state = readAddress(location.hash);
  returning = returning || (history.state && history.state.article);
  show();
  if (state.only !== null) {
    scrollTo(0, Math.min(scrollY, $("searchbar").offsetTop));
    const one = articles()[0];
    if (one) one.focus({ preventScroll: true });
  } else if (returning) {
    const at = list.findIndex((each) => each.id === returning);
    if (at >= drawn) draw(undefined, at + CHUNK);
    const there = $(placeOf(returning));
    if (there) {
      there.focus({ preventScroll: true });
      there.scrollIntoView({ block: "center" });
    }
  }
  returning = null;
}
