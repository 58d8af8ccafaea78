// Words: how they are compared, what a query asks for, and how two texts differ.

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

// The words of a text in small letters without accents, a space between them: "Réfugié" and "refugie" are the same.
const foldedWords = (text) =>
  text.replace(/[^\0-\x7f]+/g, foldedForeign).toLowerCase().replace(/[^a-z0-9\x80-\uffff]+/g, " ").trim();

// What is not ASCII recurs (dashes, quotes, a few letters), and is slow to fold.
const foreign = new Map();

function foldedForeign(run) {
  let folded = foreign.get(run);
  if (folded === undefined) {
    folded = run.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
    foreign.set(run, folded);
  }
  return folded;
}

// A query as its terms: {words, excluded}; what stands in quotes is one term, and so are words joined by a hyphen.
function parseQuery(query) {
  const terms = [];
  for (const [, minus, quoted, plain] of query.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu)) {
    const words = foldedWords(quoted ?? plain);
    if (words) terms.push({ words, excluded: minus === "-" });
  }
  return terms;
}

// Whether a text of folded words, with a space at its start, has each term at the beginning of a word.
const matches = (terms, text) =>
  terms.every(({ words, excluded }) => text.includes(UNSPACED.test(words) ? words : " " + words) !== excluded);

// The stretches [start, end] of a text that terms stand in, in order, none over another.
function stretches(terms, text) {
  const wanted = terms.filter((term) => !term.excluded).map((term) => term.words.split(" "));
  const there = wanted.length ? [...text.matchAll(WORD)].map((word) => [word.index, word[0].length, foldedWords(word[0])]) : [];
  const found = [];
  for (let at = 0; at < there.length; at += 1) {
    const lengths = wanted.filter((words) => startsHere(words, there, at)).map((words) => words.length);
    if (!lengths.length) continue;
    const last = at + Math.max(...lengths) - 1;
    found.push([there[at][0], there[last][0] + there[last][1]]);
    at = last;
  }
  return found;
}

const startsHere = (words, there, at) =>
  at + words.length <= there.length &&
  words.every((word, offset) => {
    const other = there[at + offset][2];
    if (offset < words.length - 1) return other === word;
    return other.startsWith(word) || (UNSPACED.test(word) && other.includes(word));
  });

// What has to be done to the words of one text to have another: [kind, words] with kind "same", "gone" or "new".
// Words are the same that differ only in capitals, accents or the punctuation beside them.
function difference(before, after) {
  const [wordsBefore, wordsAfter] = [before.split(/\s+/u), after.split(/\s+/u)];
  const [a, b] = [wordsBefore.map(foldedWords), wordsAfter.map(foldedWords)];
  if (a.length * b.length > 4e6) return [["gone", before], ["new", after]];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const steps = [];
  const step = (kind, word) => {
    if (steps.length && steps[steps.length - 1][0] === kind) steps[steps.length - 1][1] += " " + word;
    else steps.push([kind, word]);
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) step("same", wordsBefore[(i += 1) - 1], (j += 1));
    else if (j === b.length || (i < a.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1]))
      step("gone", wordsBefore[(i += 1) - 1]);
    else step("new", wordsAfter[(j += 1) - 1]);
  }
  return steps;
}
