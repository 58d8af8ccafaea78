// Which languages and rows are shown; without this script all of them are.
const filters = document.getElementById("filters");
const rows = [...document.querySelectorAll("tbody tr")];
const plain = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
const texts = rows.map((row) => plain(row.textContent));
const chosen = (name) => new Set([...filters.elements].filter((each) => each.name === name && each.checked).map((each) => each.value));

const show = () => {
  const [columns, nouns] = ["column", "noun"].map(chosen);
  const differs = filters.elements.differs.checked;
  const sought = plain(filters.elements.words.value).split(/\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, at) => {
    row.hidden = !nouns.has(row.dataset.noun) || (differs && row.dataset.differs === undefined) || !sought.every((word) => texts[at].includes(word));
    count += row.hidden ? 0 : 1;
  });
  for (const row of document.querySelectorAll("tr")) {
    [...row.cells].forEach((cell, at) => { cell.hidden = at > 0 && !columns.has(String(at - 1)); });
  }
  document.getElementById("count").textContent = `${count} of ${rows.length} rows`;
};

filters.addEventListener("input", show);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.hidden = false;
show();
document.documentElement.dataset.ready = "";
