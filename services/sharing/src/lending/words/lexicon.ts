import { syllablesOf } from '@gongxiang/persistence';
import { emptyWords, type Meaning, meanings } from './thesaurus.model.js';

/** A word of the thesaurus, with what it may mean; none: it says nothing. */
export interface Entry {
  readonly meanings: readonly Sense[];
}

export interface Sense {
  readonly meaning: Meaning;
  /** It only hints at the meaning. */
  readonly isHint: boolean;
}

const entries = new Map<string, Entry>();
for (const meaning of meanings.values()) {
  for (const word of [meaning.word, ...meaning.same]) add(word, { meaning, isHint: false });
  for (const word of meaning.hints) add(word, { meaning, isHint: true });
}
for (const word of emptyWords) if (!entries.has(word)) entries.set(word, { meanings: [] });

function add(word: string, sense: Sense): void {
  entries.set(word, { meanings: [...(entries.get(word)?.meanings ?? []), sense] });
}

/** The length of the longest word that begins with a character, or with a Latin word. */
const longest = new Map<string, number>();
for (const word of entries.keys()) {
  const [first = '', ...others] = partsOf(word);
  longest.set(first, Math.max(longest.get(first) ?? 0, others.length + 1));
}

export function longestWordFrom(first: string): number {
  return longest.get(first) ?? 0;
}

/** Characters of Chinese, and words of anything else. */
export function partsOf(run: string): string[] {
  return run.match(/\p{Script=Han}|\p{N}+|[^\p{Script=Han}\p{N}]+/gu) ?? [];
}

/** The topics within a longer word: 乒乓球 of 乒乓球活动室. */
const topics = new Map<string, Meaning[]>();
for (const topic of [...meanings.values()].filter(({ kind }) => kind === null))
  for (const name of [topic.word, ...topic.same])
    for (const word of entries.keys())
      if (word !== name && word.includes(name)) topics.set(word, [...(topics.get(word) ?? []), topic]);

export function topicsOf(word: string): readonly Meaning[] {
  return topics.get(word) ?? [];
}

export function entryOf(word: string): Entry | undefined {
  return entries.get(word);
}

/** Sounds that people mix up, in speech and in typing: the flat for the curled, n and l, the final n and ng. */
export function looseSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n');
}

/** How each two neighbours among some Chinese characters sound, loosely. */
export function soundPairs(run: string): string[] {
  const syllables = (run.match(/\p{Script=Han}+/gu) ?? []).map((one) => syllablesOf(one).map(looseSound));
  return syllables.flatMap((all) => all.slice(1).map((next, place) => `=${all[place] ?? ''}.${next}`));
}

const meant = [...entries].filter(([, entry]) => entry.meanings.length > 0).map(([word]) => word);
const han = /^\p{Script=Han}+$/u;
/** Where two words sound alike, such as 教师 and 教室, a slip may mean either of them: it is left alone. */
const [bySound, byLooseSound, byShape, byLetters] = [0, 1, 2, 3].map(
  () => new Map<string, string | null>(),
) as [Known, Known, Known, Known];
type Known = Map<string, string | null>;

for (const word of meant.filter((one) => han.test(one))) {
  const syllables = syllablesOf(word);
  keep(bySound, syllables.join(' '), word);
  keep(byLooseSound, syllables.map(looseSound).join(' '), word);
  keep(byLetters, syllables.join(''), word);
  for (const shape of shapesOf(word)) keep(byShape, shape, word);
}

function keep(known: Known, key: string, word: string): void {
  const before = known.get(key);
  const isSame =
    before === undefined ||
    before === null ||
    entryOf(before)?.meanings[0]?.meaning === entryOf(word)?.meanings[0]?.meaning;
  known.set(key, before === null || !isSame ? null : (before ?? word));
}

/** A word of three characters or more with one of them replaced, its characters in any order, or one left out. */
function shapesOf(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [];
  const without = characters.map((_one, place) =>
    characters.filter((_other, index) => index !== place).join(''),
  );
  const replaced = characters.map((_one, place) =>
    characters.map((other, index) => (index === place ? '·' : other)).join(''),
  );
  return [...replaced, `*${[...characters].sort().join('')}`, ...(characters.length > 3 ? without : [])];
}

/** The word that sounds exactly so; null if there is none, or more than one. */
export function wordSoundingLike(written: string): string | null {
  if (!han.test(written)) return null;
  return bySound.get(syllablesOf(written).join(' ')) ?? null;
}

/** The word of three characters or more that sounds or looks nearly so; null if there is none, or more than one. */
export function wordLike(written: string): string | null {
  if (!han.test(written) || written.length < 3) return null;
  return byLooseSound.get(syllablesOf(written).map(looseSound).join(' ')) ?? wordShapedLike(written);
}

/** One character is wrong, missing, or too much, or two have changed places. */
function wordShapedLike(written: string): string | null {
  const [sorted, ...others] = [`*${[...written].sort().join('')}`, written, ...shapesOf(written)];
  for (const shape of [sorted, ...others]) {
    const word = byShape.get(shape);
    if (word != null) return word;
  }
  // One too many.
  const characters = [...written];
  for (const place of characters.keys()) {
    const shorter = characters.filter((_one, index) => index !== place).join('');
    if (shorter.length > 2 && (entryOf(shorter)?.meanings.length ?? 0) > 0) return shorter;
  }
  return null;
}

/** Shorter ones are near too much. */
const lettersMin = 5;

/** The word that was typed in pinyin, with at most one wrong letter. */
export function wordTypedAs(letters: string): string | null {
  const exact = byLetters.get(letters.replaceAll('ü', 'v'));
  if (exact != null) return exact;
  if (letters.length < lettersMin) return null;
  for (const [typed, word] of byLetters) if (word !== null && isOneSlipAway(letters, typed)) return word;
  return null;
}

/** One letter replaced, left out, or too much. */
export function isOneSlipAway(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
