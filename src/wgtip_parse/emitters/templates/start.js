// The start: what a person may do is listened to, and the address is shown.

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
  const link = event.target.closest('article a[href^="#"]');
  if (link) remember(link.closest("article"));
});
document.addEventListener("keydown", pressed);
$("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address is for what is shown
  $("results").focus();
});
addEventListener("hashchange", arrive);
addEventListener("beforeprint", () => draw(undefined, list.length));
const place = () => {
  $("filters").open = wide.matches;
  $("filters").hidden = !data.recommendations.length;
  if ($("overview")) $("overview").open = wide.matches && !isSearch() && !("shut" in $("overview").dataset);
};
wide.addEventListener("change", place);
place();
arrive();
const drawing = document.querySelector(".chart > .scroll");
if (drawing) drawing.scrollLeft = drawing.scrollWidth; // the latest meetings
document.documentElement.dataset.ready = String(Math.round(performance.now()));
