// The address: what is shown, written behind the "#" so that it can be mailed: "#q=…&topic=…", or the id of one recommendation.

const FACETS = ["meeting", "state", "year", "topic", "addressee", "strength", "deadline", "position", "from", "section"];

function nothingChosen() {
  const state = { query: "", order: "newest", only: null };
  for (const facet of FACETS) state[facet] = new Set();
  return state;
}

function readAddress(hash) {
  const state = nothingChosen();
  const text = hash.replace(/^#/, "");
  if (text && !text.includes("=")) {
    state.only = decoded(text);
    return state;
  }
  const given = new URLSearchParams(text);
  state.query = given.get("q") || "";
  if (given.get("order") === "oldest") state.order = "oldest";
  for (const facet of FACETS) for (const value of given.getAll(facet)) state[facet].add(value);
  return state;
}

function writeAddress(state) {
  if (state.only !== null) return "#" + encodeURIComponent(state.only);
  const parts = state.query ? [["q", state.query]] : [];
  for (const facet of FACETS) for (const value of state[facet]) parts.push([facet, value]);
  if (state.order !== "newest") parts.push(["order", state.order]);
  return "#" + parts.map(([name, value]) => name + "=" + encodeURIComponent(value)).join("&");
}

// A link that somebody cut off in the middle of an escape is read as it stands.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
