// Words: how they are compared, what a query asks for, and how two texts differ.

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LETTERS = "a-z0-9\\x80-\\uffff"; // of a folded text: what of it is not ASCII are letters and digits
const NO_LETTERS = new RegExp(`[^${LETTERS}]+`, "g");
const AROUND_A_HYPHEN = /(?<=^|\s)[^\s‐‑-]+[‐‑-]\S+/gu; // quicker to find than what stands in it
const HYPHENATED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;
const POSSESSIVE = /(?<=[\p{L}\p{N}_])['’]s(?![\p{L}\p{N}_])/giu; // "children's" is to find "children" too
const JOINED = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", þ: "th", ð: "d" }; // what NFKD leaves whole
const JOINED_LETTER = /[œæßøđłþð]/g;
const SPELLINGS = [["is", "iz"], ["ys", "yz"], ["our", "or"], ["ntre", "nter"], ["gramme", "gram"], ["cence", "cense"], ["fence", "fense"], ["ell", "el"], ["logue", "log"]];
const BEFORE = 2; // letters that stand before what two spellings write differently: "labour", but "four" is not "for"
const MOST_WAYS = 16; // of writing a phrase that are looked for

// A text in small letters without accents, whose punctuation is ASCII: "Réfugié" and "refugie" are the same.
const folded = (text) => text.replace(/[^\0-\x7f]+/g, foldedForeign).toLowerCase();

// Its words, a space between them.
const foldedWords = (text) => folded(text).replace(NO_LETTERS, " ").trim();

// What is not ASCII recurs (dashes, quotes, a few letters), and is slow to fold.
const foreign = new Map();

function foldedForeign(run) {
  let made = foreign.get(run);
  if (made === undefined) {
    const whole = run.toLowerCase().replace(JOINED_LETTER, (letter) => JOINED[letter]);
    made = whole.normalize("NFKD").replace(/[\p{M}\u0640]+/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
    foreign.set(run, made);
  }
  return made;
}

// The forms of words joined by a hyphen under which they are to be found too: "coordinators" for "co-ordinators".
const otherForms = (text) =>
  (text.match(AROUND_A_HYPHEN) || []).flatMap((each) => each.match(HYPHENATED) || []).map((each) => foldedWords(each).replaceAll(" ", ""));

// A query as its terms, read as `wgtip search` does: what stands in quotes is one term, and so are words joined by a hyphen,
// which may be one word, as may words beside each other. `ways` are all ways of writing a term, each as its words.
function parseQuery(query) {
  const terms = [];
  for (const [, minus, quoted, plain] of query.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu)) {
    const words = foldedWords(quoted ?? plain.replace(POSSESSIVE, "")).split(" ");
    if (!words[0]) continue;
    const joined = quoted === undefined && words.length > 1 ? [words.join("")] : [];
    const single = quoted === undefined && words.length === 1 && minus !== "-";
    terms.push({ words, excluded: minus === "-", single, others: joined });
  }
  terms.slice(1).forEach((term, at) => {
    if (!term.single || !terms[at].single) return;
    for (const each of [terms[at], term]) each.others.push(terms[at].words[0] + term.words[0]);
  });
  return terms.map(withPattern);
}

function withPattern({ words, excluded, others }) {
  let ways = [[]];
  for (const word of words) ways = ways.flatMap((way) => waysOfWriting(word).map((each) => [...way, each])).slice(0, MOST_WAYS);
  ways.push(...others.flatMap(waysOfWriting).map((way) => [way]));
  const start = UNSPACED.test(words[0]) ? "" : `(?<![${LETTERS}])`;
  const pattern = new RegExp(`${start}(?:${ways.map((way) => way.join(`[^${LETTERS}]+`)).join("|")})`);
  return { ways, excluded, pattern, begins: ways.map(([first]) => first).reduce(commonBeginning) };
}

// A word and its other spellings, in British and American English.
function waysOfWriting(word) {
  const found = [word];
  for (const pair of SPELLINGS)
    for (const [here, there] of [pair, [...pair].reverse()])
      for (const each of [...found]) {
        const at = each.lastIndexOf(here);
        if (at >= BEFORE) found.push(each.slice(0, at) + there + each.slice(at + here.length));
      }
  return [...new Set(found)];
}

function commonBeginning(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

// Whether a folded text has each term at the beginning of a word, and none that is excluded.
const matches = (terms, text) =>
  terms.every(({ begins, excluded, pattern }) => (text.includes(begins) && pattern.test(text)) !== excluded);

// The stretches [start, end] of a text that terms stand in, in order, none over another.
function stretches(terms, text) {
  const wanted = terms.filter((term) => !term.excluded).flatMap((term) => term.ways);
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
