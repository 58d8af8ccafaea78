// Copying: citations and links into the clipboard, said aloud to those who do not see it.

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
