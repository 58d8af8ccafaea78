// Keys: through the list, into one recommendation and back.

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

function open(at) {
  remember(at);
  location.hash = encodeURIComponent(at.dataset.id);
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
  else if (key === "Enter" && at && event.target === at) open(at);
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

// Before an article is left by a link: what "back" in the browser returns to.
const remember = (article) => history.replaceState({ article: article.dataset.id }, "", location.href);
