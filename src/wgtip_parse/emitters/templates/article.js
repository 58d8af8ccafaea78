// One recommendation as an article. Words of documents become text nodes and nothing else.

function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (property in element) element[property] = value;
    else element.setAttribute(property, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const LANGUAGES = { ar: "العربية", en: "English", es: "Español", fr: "Français", ru: "Русский", zh: "中文" };
const RIGHT_TO_LEFT = ["ar"];
const PLAIN_BASES = {
  label: "it is labelled or numbered as a recommendation",
  stem: "it is an item of a list whose opening words ask",
  heading: "it stands under a heading that announces recommendations",
  words: "the body itself asks for it in the text",
};
const PLAIN_POSITIONS = {
  supported: "the State under review supports it",
  noted: "the State under review has noted it and does not support it",
  pending: "the State under review has still to answer",
};

// A text in which the words that were looked for are marked.
function marked(text, terms) {
  const pieces = [];
  let done = 0;
  for (const [start, end] of stretches(terms, text)) {
    pieces.push(text.slice(done, start), make("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...pieces, text.slice(done)];
}

// Articles have names of their own, so that no id of a document is taken for a part of the page.
const placeOf = (id) => "at-" + id;

function article(data, each, terms, only) {
  const heading = make("h3", {}, make("a", { href: "#" + encodeURIComponent(each.id) }, ...marked(each.label, terms)));
  const made = make(
    "article",
    { id: placeOf(each.id), tabIndex: -1, className: only ? "only" : "", "data-id": each.id },
    heading,
    make("div", { className: "words", ...writtenIn(each.language || "en") }, ...wordsOf(each, terms)),
    each.languages ? inLanguages(each, terms, only) : null,
    labelsOf(data, each),
    sourceOf(data, each, terms),
    each.similar || each.again || each.earlier || each.deliberations ? before(data, each, only) : null,
    each.subject || each.later ? sameSubject(data, each, only) : null,
    make("details", { className: "particulars" }, make("summary", {}, "Particulars")),
  );
  const particulars = made.lastChild;
  particulars.addEventListener("toggle", () => particulars.children.length < 2 && particulars.append(details(data, each)));
  if (only) {
    particulars.append(details(data, each));
    particulars.open = true;
  }
  return made;
}

// In which language words are, and from which side they are read.
const writtenIn = (language) => ({ lang: language, dir: RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr" });

// The same in the other languages that were compiled with it.
function inLanguages(each, terms, open) {
  const names = each.languages.map(([language]) => LANGUAGES[language] || language);
  return opening("languages", `In other languages: ${names.join(", ")}`, open || terms.length > 0, () =>
    each.languages.map(([language, number, text]) =>
      make("p", { className: "words", ...writtenIn(language) }, make("span", { className: "marker" }, number || ""), " ", ...marked(text, terms)),
    ),
  );
}

// The stem, the text and its items, each list inside the item that it belongs to.
function wordsOf(each, terms) {
  const pieces = each.stem ? [make("p", { className: "stem" }, ...marked(each.stem, terms))] : [];
  const open = [];
  for (const [depth, marker, text] of each.lines) {
    if (depth === 0) {
      open.length = 0;
      pieces.push(make("p", {}, ...marked(text, terms)));
      continue;
    }
    open.length = Math.min(open.length, depth);
    if (open.length < depth) {
      const list = make("ul");
      if (open.length) open[open.length - 1].lastElementChild.append(list);
      else pieces.push(list);
      open.push(list);
    }
    open[open.length - 1].append(
      make("li", {}, make("span", { className: "marker" }, marker), " ", ...marked(text, terms)),
    );
  }
  return pieces;
}

// Addressees, strength, deadline, position and topics, each a link to all that share it.
function labelsOf(data, each) {
  const link = (facet, value, text) =>
    make("a", { href: `#${facet}=${encodeURIComponent(value)}`, className: facet }, text);
  const [strength, position] = [data.strengths[each.strength], data.positions[each.position]];
  return make(
    "p",
    { className: "labels" },
    ...each.addressees.map(([number]) => link("addressee", data.addressees[number], data.addressees[number])),
    strength === undefined ? null : link("strength", strength, STRENGTHS[strength] || strength),
    each.deadline ? link("deadline", ends(each.deadline).value, `deadline: ${each.deadline[0]}`) : null,
    position === undefined ? null : link("position", position, POSITIONS[position] || position),
    ...each.topics.map(([number]) => link("topic", ...data.topics[number])),
  );
}

function sourceOf(data, each, terms) {
  const [, url] = each.document === null ? [] : data.documents[each.document];
  const place = [each.page === undefined ? "" : `page ${each.page}`, `line ${each.line}`].filter(Boolean).join(", ");
  return make(
    "p",
    { className: "source" },
    make("cite", {}, ...marked(each.reference, terms)),
    make("span", { className: "place" }, ` ${place}`),
    make("span", { className: "actions" },
      url ? make("a", { href: url, rel: "noopener noreferrer external", target: "_blank" }, "Document") : null,
      action("Copy citation", "cite", each),
      action("Copy link", "link", each)),
  );
}

function action(text, does, each) {
  return make("button", { type: "button", "data-does": does, "data-id": each.id, "aria-label": `${text}: ${each.label}` }, text);
}

function citation(data, each) {
  const { title, cited = title } = data.meetings[each.meeting];
  return `${[cited, each.reference].filter(Boolean).join(", ")}.`;
}

// The same before and again: other recommendations by likeness, drafts that a report replaced, what the deliberations say.
function before(data, each, open) {
  const similar = each.similar || [];
  const again = [...(each.again || [])].sort((a, b) => b[1] - a[1]);
  const parts = [];
  if (similar.length) parts.push(`Said before${howOften(data, similar)}`);
  if (again.length) parts.push(`said again${howOften(data, again)}`);
  if (each.earlier) parts.push("drafts");
  if (each.deliberations) parts.push("deliberations");
  const summary = parts.join(" · ");
  return opening("before", summary[0].toUpperCase() + summary.slice(1), open, () => [
    ...similar.flatMap((found) => otherOne(data, found, (other) => [saidOtherwise(data, found, each), compared(wordsIn(other), wordsIn(each))])),
    ...again.flatMap((found) => otherOne(data, found, (other) => [saidOtherwise(data, found, other), compared(wordsIn(each), wordsIn(other))])),
    ...(each.earlier || []).flatMap(([, document, number, text]) => [
      make("p", {}, make("cite", {}, `Draft: ${[document, number].filter(Boolean).join(", ")}`)),
      compared(text, wordsIn(each)),
    ]),
    ...(each.deliberations || []).flatMap(([document, number, text]) => [
      make("p", {}, make("cite", {}, `Deliberations: ${[document, number && `para. ${number}`].filter(Boolean).join(", ")}`)),
      make("blockquote", { dir: "auto" }, text),
    ]),
  ]);
}

// Others on the same subject, which do not say the same.
function sameSubject(data, each, open) {
  const [earlier, later] = [each.subject || [], each.later || []];
  const counts = [[earlier, "earlier"], [later, "later"]].filter(([found]) => found.length);
  const summary = `On the same subject: ${counts.map(([found, when]) => `${found.length} ${when}`).join(", ")}`;
  return opening("subject", summary, open, () => [...earlier, ...later].flatMap((found) => onSubject(data, found)));
}

function onSubject(data, [id, , shared]) {
  const other = data.byId.get(id);
  if (!other) return [];
  const words = shared.length ? ` (${shared.join(", ")})` : "";
  return [make("p", {}, linkTo(other), whenOf(data, other), make("span", { className: "score" }, words)), make("blockquote", { dir: "auto" }, wordsIn(other))];
}

// A box that is filled when it is first opened.
function opening(className, summary, open, fill) {
  const box = make("details", { className }, make("summary", {}, summary));
  const filled = () => box.children.length < 2 && box.append(...fill());
  box.addEventListener("toggle", filled);
  if (open) {
    filled();
    box.open = true;
  }
  return box;
}

// "in 2025 (word for word)", of the others the most alike.
function howOften(data, found) {
  const nearest = data.byId.get(found[0][0]);
  const year = nearest && data.meetings[nearest.meeting].year;
  const when = year ? ` in ${year}` : "";
  return `${found.length === 1 ? when : ` ${found.length} times, most alike${when}`} (${likeness(found[0])})`;
}

function otherOne(data, found, differing) {
  const other = data.byId.get(found[0]);
  if (!other) return [];
  const head = make("p", {}, linkTo(other), whenOf(data, other), make("span", { className: "score" }, ` ${likeness(found)}`));
  return found[2] ? [head] : [head, ...differing(other)];
}

const linkTo = (each) => make("a", { href: "#" + encodeURIComponent(each.id) }, each.reference);

function whenOf(data, each) {
  const { year, title } = data.meetings[each.meeting];
  return year || !ofNone[each.meeting] ? `, ${year || title}` : "";
}

// In which words two texts are alike and in which they differ, and whether the later one asks more or less strongly.
function saidOtherwise(data, [, , , shared, differing, strength], later) {
  const words = (names) => names.map((each) => `“${each}”`).join(", ");
  const said = [];
  if (shared.length) said.push(`In both: ${words(shared)}.`);
  if (differing.length) said.push(`In one only: ${words(differing)}.`);
  const named = (number) => (number === undefined ? "no word of it" : `“${STRENGTHS[data.strengths[number]]}”`);
  const change = strength === null ? "" : `Strength: ${named(strength)} became ${named(later.strength)}. `;
  return change || said.length ? make("p", { className: "explained" }, make("strong", {}, change), said.join(" ")) : "";
}

const likeness = ([, score, exact]) => (exact ? "word for word" : `${Math.floor(score)} per cent alike`);

const wordsIn = (each) =>
  each.lines.map(([, marker, text]) => (marker ? `${marker} ${text}` : text)).join(" ");

// An earlier text, with the words that have gone since struck out and those that are new underlined.
function compared(earlier, now) {
  const names = { gone: "del", new: "ins" };
  const pieces = difference(earlier, now).flatMap(([kind, words]) => [
    kind === "same" ? words : make(names[kind], {}, words),
    " ",
  ]);
  return make("blockquote", { className: "compared", dir: "auto" }, ...pieces);
}

// What each label was told from, and where the recommendation stands.
function details(data, each) {
  const list = make("dl");
  const add = (name, ...values) => {
    if (values.length) list.append(make("dt", {}, name), ...values.map((value) => make("dd", {}, value)));
  };
  const because = (label, words) => (words ? `${label} – “${words}”` : label);
  const { title, state: reviewed } = data.meetings[each.meeting];
  add(ofNone[each.meeting] ? "Document" : "Meeting", title);
  if (reviewed) add("State under review", reviewed);
  if (data.sections[each.section].length) add("Section", data.sections[each.section].join(" › "));
  add("Addressed to", ...each.addressees.map(([number, words]) => because(data.addressees[number], words)));
  if (each.operative) add("Operative verb", because(...each.operative));
  if (each.from) add("Recommended by", each.from.map((number) => data.from[number]).join(", "));
  if (each.position !== undefined) add("Position", PLAIN_POSITIONS[data.positions[each.position]]);
  if (each.deadline) add("Deadline", each.deadline[1] ? because(each.deadline[1], each.deadline[0]) : each.deadline[0]);
  add("Topics", ...each.topics.map(([number, words]) => because(data.topics[number][1], words)));
  add("Refers to", ...(each.references || []).map(([words, target]) => (words === target ? target : because(target, words))));
  add("Taken because", PLAIN_BASES[data.bases[each.basis]]);
  add("Source", `${each.file}, line ${each.line}${each.page === undefined ? "" : `, page ${each.page}`}`);
  add("Name", each.id);
  return list;
}
