// Words: how they are compared, what a query asks for, and how two texts differ.

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LETTERS = "a-z0-9\\x80-\\uffff"; // of a folded text: what of it is not ASCII are letters and digits
const NO_LETTERS = new RegExp(`[^${LETTERS}]+`, "g");

// A text in small letters without accents, whose punctuation is ASCII: "Réfugié" and "refugie" are the same.
const folded = (text) => text.replace(/[^\0-\x7f]+/g, foldedForeign).toLowerCase();

// Its words, a space between them.
const foldedWords = (text) => folded(text).replace(NO_LETTERS, " ").trim();

// What is not ASCII recurs (dashes, quotes, a few letters), and is slow to fold.
const foreign = new Map();

function foldedForeign(run) {
  let made = foreign.get(run);
  if (made === undefined) {
    made = run.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
    foreign.set(run, made);
  }
  return made;
}

// A query as its terms; what stands in quotes is one term, and so are words joined by a hyphen.
function parseQuery(query) {
  const terms = [];
  for (const [, minus, quoted, plain] of query.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu)) {
    const words = foldedWords(quoted ?? plain).split(" ");
    if (!words[0]) continue;
    const start = UNSPACED.test(words[0]) ? "" : `(?<![${LETTERS}])`;
    terms.push({ words, excluded: minus === "-", pattern: new RegExp(start + words.join(`[^${LETTERS}]+`)) });
  }
  return terms;
}

// Whether a folded text has each term at the beginning of a word, and none that is excluded.
const matches = (terms, text) =>
  terms.every(({ words, excluded, pattern }) => (text.includes(words[0]) && pattern.test(text)) !== excluded);

// The stretches [start, end] of a text that terms stand in, in order, none over another.
function stretches(terms, text) {
  const wanted = terms.filter((term) => !term.excluded).map((term) => term.words);
  const found = [];
  if (!wanted.length) return found;
  const there = [...text.matchAll(WORD)];
  const words = there.map(([word]) => (ASCII.test(word) ? word.toLowerCase() : foldedWords(word)));
  for (let at = 0; at < there.length; at += 1) {
    const longest = Math.max(0, ...wanted.filter((each) => startsHere(each, words, at)).map((each) => each.length));
    if (!longest) continue;
    const last = there[at + longest - 1];
    found.push([there[at].index, last.index + last[0].length]);
    at += longest - 1;
  }
  return found;
}

const startsHere = (wanted, words, at) =>
  at + wanted.length <= words.length &&
  wanted.every((word, offset) => {
    const other = words[at + offset];
    if (offset < wanted.length - 1) return other === word;
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
