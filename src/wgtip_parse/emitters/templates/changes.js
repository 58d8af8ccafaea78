// Which changes are shown, and how; without this script all of them are, in one text.
const filters = document.getElementById("filters");
const articles = [...document.querySelectorAll("article")];
const chosen = (name) => new Set([...filters.elements].filter((each) => each.name === name && each.checked).map((each) => each.value));

const show = () => {
  const [views, changes, nouns] = ["view", "change", "noun"].map(chosen);
  document.body.classList.toggle("beside", views.has("beside"));
  document.body.classList.toggle("inline", !views.has("beside"));
  let count = 0;
  for (const each of articles) {
    const { change, noun } = each.dataset;
    each.hidden = !(nouns.has(noun) && (change === "same" || changes.has(change)));
    count += each.hidden ? 0 : 1;
  }
  for (const each of document.querySelectorAll("details.same")) each.hidden = chosen("same").size === 0;
  document.getElementById("count").textContent = `${count} of ${articles.length} passages`;
};

filters.addEventListener("change", show);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.hidden = false;
show();
document.documentElement.dataset.ready = "";
