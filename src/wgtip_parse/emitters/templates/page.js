// The page: a state, from the address or from what a person does; the recommendations that it leaves, drawn some at a time.

const CHUNK = 15; // articles drawn at a time: more than most screens show
 const data = JSON.parse(document.getElementById("data").textContent);
data.byId = new Map(data.recommendations.map((each) => [each.id, each]));
const $ = (id) => document.getElementById(id);
const values = facetValues(data);
const wide = matchMedia("(min-width: 62rem)");
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

// Meetings newest or oldest first; the recommendations of each as they stand in its documents.
function inOrder(left) {
  if (state.order === "oldest") return left;
  return left
    .map((each, at) => [each, at])
    .sort(([a, x], [b, y]) => b.meeting - a.meeting || x - y)
    .map(([each]) => each);
}

const isSearch = () => writeAddress({ ...state, order: "newest" }) !== "#";

function showCount() {
  const all = data.recommendations.length;
  const [found, total] = [list.length.toLocaleString("en"), all.toLocaleString("en")];
  const noun = all === 1 ? "recommendation" : "recommendations";
  if (state.only !== null) $("count").textContent = list.length ? "One recommendation" : "No recommendation of that name is in this index";
  else $("count").textContent = list.length === all ? `${total} ${noun}` : `${found} of ${total} ${noun}`;
  $("tools").hidden = state.only !== null;
}

// What is chosen, each with a button that takes it back; beside a single recommendation, the way to the list.
function showChosen() {
  const chosen = $("chosen");
  chosen.replaceChildren();
  if (state.only !== null) {
    const one = data.byId.get(state.only);
    chosen.append(make("a", { href: lastSearch, className: "back" }, lastSearch === "#" ? "All recommendations" : "Back to the search"));
    if (one) chosen.append(make("a", { href: "#meeting=" + encodeURIComponent(data.meetings[one.meeting].id), className: "back" }, "All of this meeting"));
    return;
  }
  for (const facet of FACETS) {
    for (const value of state[facet]) {
      const known = values[facet].find((each) => each.value === value);
      const button = make("button", { type: "button", "aria-label": `Take back ${FACET_TITLES[facet]}: ${known ? known.label : value}` }, known ? known.label : value);
      button.addEventListener("click", () => {
        state[facet].delete(value);
        changed();
        $("query").focus();
      });
      chosen.append(button);
    }
  }
  if (chosen.children.length || state.query) {
    const clear = make("button", { type: "button", className: "clear" }, "Clear all");
    clear.addEventListener("click", () => {
      state = nothingChosen();
      changed();
      $("query").focus();
    });
    chosen.append(clear);
  }
}

// The next articles, with the titles of their meetings and sections above them.
function draw(terms = parseQuery(state.query), until = drawn + CHUNK) {
  const pieces = document.createDocumentFragment();
  for (; drawn < Math.min(until, list.length); drawn += 1) {
    const [each, above] = [list[drawn], list[drawn - 1]];
    if (!above || above.meeting !== each.meeting)
      pieces.append(make("h2", {}, ...marked(data.meetings[each.meeting].title, terms)));
    if (!above || above.meeting !== each.meeting || above.section !== each.section)
      pieces.append(make("p", { className: "path" }, ...marked(data.sections[each.section].join(" › "), terms)));
    pieces.append(article(data, each, terms, state.only !== null));
  }
  $("results").append(pieces);
  if (!list.length && state.only === null)
    $("results").append(make("p", { className: "nothing" }, "Nothing matches. Try fewer or shorter words, or take back a filter."));
  $("more").hidden = drawn >= list.length;
  watcher.disconnect();
  watcher.observe($("more")); // looks again: there may still be room
}

function say(text) {
  $("said").textContent = "";
  requestAnimationFrame(() => ($("said").textContent = text));
}

const addressOf = (hash) => location.href.replace(/#.*$/, "") + hash;

async function copy(text, button, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { value: text, className: "visually-hidden" });
    document.body.append(area);
    area.select();
    document.execCommand("copy"); // for pages that a browser does not trust with its clipboard
    area.remove();
  }
  say(`${what} copied`);
  if (!button) return;
  const was = button.dataset.was || (button.dataset.was = button.textContent);
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = was), 1500);
}

function act(does, id, button) {
  const each = data.byId.get(id);
  if (does === "cite") copy(citation(data, each), button, "Citation");
  else copy(addressOf("#" + encodeURIComponent(id)), button, "Link");
}

// Keys

const articles = () => [...$("results").querySelectorAll("article")];

function step(by) {
  const all = articles();
  const at = all.indexOf(document.activeElement.closest("article"));
  if (at + by >= all.length) draw();
  const next = at < 0 ? (by > 0 ? inSight(all) : null) : articles()[at + by];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else if (by < 0) $("query").focus();
}

const inSight = (all) => all.find((each) => each.getBoundingClientRect().bottom > 80);

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target === $("query");
  const at = event.target.closest ? event.target.closest("article") : null;
  const key = event.key;
  if (key === "/" && !typing) $("query").focus(), $("query").select();
  else if (key === "Escape") leave(typing, at);
  else if (typing && key === "ArrowDown") step(1);
  else if (typing || event.target.matches("input, select, textarea")) return;
  else if (key === "j" || (key === "ArrowDown" && at)) step(1);
  else if (key === "k" || (key === "ArrowUp" && at)) step(-1);
  else if (key === "Enter" && at && event.target === at) location.hash = encodeURIComponent(at.dataset.id);
  else if (key === "c" && at) act("cite", at.dataset.id, at.querySelector('[data-does="cite"]'));
  else return;
  event.preventDefault();
}

function leave(typing, at) {
  if (state.only !== null) {
    const id = state.only;
    location.hash = lastSearch;
    returnTo(id);
  } else if (typing && state.query) {
    state.query = "";
    changed();
  } else if (at) $("query").focus();
  else document.activeElement.blur();
}

let returning = null; // the article that the focus goes back to when its list is shown again
const returnTo = (id) => (returning = id);

// From the address to the page: at the start, after a link, and when a person goes back.
function arrive() {
  state = readAddress(location.hash);
  show();
  if (state.only !== null) {
    scrollTo(0, Math.min(scrollY, $("searchbar").offsetTop));
    const one = articles()[0];
    if (one) one.focus({ preventScroll: true });
  } else if (returning !== null) {
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

$("query").addEventListener("input", () => {
  state.query = $("query").value;
  changed();
});
$("search").addEventListener("submit", (event) => {
  event.preventDefault();
  writeState();
});
$("order").addEventListener("change", () => {
  state.order = $("order").value;
  changed();
});
$("more").addEventListener("click", () => draw());
$("print").addEventListener("click", () => print());
$("copy-search").addEventListener("click", () => copy(addressOf(writeAddress(state)), $("copy-search"), "Link"));
$("results").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-does]");
  if (button) act(button.dataset.does, button.dataset.id, button);
});
document.addEventListener("keydown", pressed);
addEventListener("hashchange", () => {
  if (location.hash !== "#results") arrive();
});
addEventListener("beforeprint", () => draw(undefined, list.length));
const place = () => {
  $("filters").open = wide.matches;
  if ($("overview")) $("overview").open = wide.matches && !isSearch();
};
wide.addEventListener("change", place);
place();
arrive();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
