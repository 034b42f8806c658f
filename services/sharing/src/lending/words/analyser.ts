import { indexTerms, queryTerms, runsOf } from '@gongxiang/domain';
import { LRUCache } from 'lru-cache';
import {
  entryOf,
  longestWordFrom,
  partsOf,
  soundPairs,
  topicsOf,
  type Sense,
  wordLike,
  wordSoundingLike,
  wordTypedAs,
} from './lexicon.js';
import { plainText } from './plain-text.js';
import type { ThingKind } from './thesaurus.model.js';
import { type Wanted, type WantedWord, seatsIn, widerOf } from './wanted.model.js';

/** A part of a text: a word of the thesaurus, or characters that are in none. */
interface Token {
  readonly text: string;
  /** Null: not in the thesaurus. */
  readonly senses: readonly Sense[] | null;
}

const correctionsMax = 3;
const writtenMax = 6;
const han = /\p{Script=Han}/u;
const latin = /^[a-z]+$/;
const isNumber = /^\p{N}+$/u;

/** The words of what somebody writes who looks for something, slips corrected. That takes a while: offers are read as they are. */
function soughtTokens(text: string): Token[] {
  return runsOf(plainText(text)).flatMap((run) => {
    let written = run;
    for (let step = 0; step < correctionsMax; step += 1) {
      const tokens = cut(written);
      const corrected = correctedOf(tokens);
      if (corrected === null) return tokens.map(typed);
      written = corrected;
    }
    return cut(written).map(typed);
  });
}

/** A Latin word may be pinyin. */
function typed(token: Token): Token {
  if (token.senses !== null || !latin.test(token.text)) return token;
  const word = wordTypedAs(token.text);
  return word === null ? token : { text: word, senses: entryOf(word)?.meanings ?? null };
}

/** Each unknown character costs more than any word, so that words cover as much as they can: 大|会议室, not 大会|议|室. */
const costs = { unknown: 3, word: 1, empty: 1.2 };

/** The cheapest way to cut the rest of a run, from some part on. */
interface Cut {
  readonly cost: number;
  /** The first of it; null at the end. */
  readonly token: Token | null;
  readonly length: number;
}

function cut(run: string): Token[] {
  const parts = partsOf(run);
  const rests: Cut[] = [{ cost: 0, token: null, length: 0 }];
  for (let from = parts.length - 1; from >= 0; from -= 1) rests.push(cheapest(parts, from, rests));
  return joined(walk(rests));
}

/** @param rests the ways to cut what is behind, the end first */
function cheapest(parts: readonly string[], from: number, rests: readonly Cut[]): Cut {
  const left = parts.length - from;
  const costBehind = (length: number): number => rests[left - length]?.cost ?? 0;
  let text = parts[from] ?? '';
  const senses = isNumber.test(text) ? [] : null;
  const alone = senses === null ? costs.unknown : costs.empty;
  let best: Cut = { cost: alone + costBehind(1), token: { text, senses }, length: 1 };
  const longest = Math.min(longestWordFrom(text), left);
  for (let length = 1; length <= longest; length += 1) {
    if (length > 1) text += parts[from + length - 1] ?? '';
    const entry = entryOf(text);
    if (entry === undefined) continue;
    const cost = (entry.meanings.length === 0 ? costs.empty : costs.word) + costBehind(length);
    if (cost < best.cost) best = { cost, token: { text, senses: entry.meanings }, length };
  }
  return best;
}

function walk(rests: readonly Cut[]): Token[] {
  const tokens: Token[] = [];
  for (let left = rests.length - 1; left > 0;) {
    const { token, length } = rests[left] ?? { token: null, length: left };
    if (token !== null) tokens.push(token);
    left -= length;
  }
  return tokens;
}

/** Neighbouring unknown characters are one token. */
function joined(tokens: readonly Token[]): Token[] {
  const all: Token[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (token.senses === null && last?.senses === null && han.test(token.text) && han.test(last.text))
      all[all.length - 1] = { text: last.text + token.text, senses: null };
    else all.push(token);
  }
  return all;
}

/** The run with one slip corrected, the longest first; null if there is none. */
function correctedOf(tokens: readonly Token[]): string | null {
  const run = tokens.map(({ text }) => text).join('');
  const unknown = tokens.flatMap(({ text, senses }) => Array.from(text, () => senses === null));
  const single = tokens.flatMap(({ text, senses }) =>
    Array.from(text, () => senses === null || text.length === 1),
  );
  for (let length = Math.min(writtenMax, run.length); length > 1; length -= 1) {
    for (let from = 0; from + length <= run.length; from += 1) {
      if (!unknown.slice(from, from + length).includes(true)) continue;
      // Two characters, or a mere likeness, are little to go by: no other word takes part in them.
      const isLoose = !single.slice(from, from + length).includes(false);
      if (length === 2 && !isLoose) continue;
      const written = run.slice(from, from + length);
      const word = wordSoundingLike(written) ?? (isLoose ? wordLike(written) : null);
      if (word !== null) return run.slice(0, from) + word + run.slice(from + length);
    }
  }
  return null;
}

function tokensOf(text: string): Token[] {
  return runsOf(plainText(text)).flatMap((run) => [...cut(run), gap]);
}

/** Between runs: words on both sides of a comma are no neighbours. */
const gap: Token = { text: ' ', senses: null };

/** A text with each word replaced by the first of those that mean the same. */
export function plainWords(text: string): string {
  return runsOf(plainText(text))
    .map((run) => plain(cut(run)))
    .join(' ');
}

/** The same of what is sought, slips corrected. */
export function soughtWords(text: string): string {
  return plain(soughtTokens(text));
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map(({ text: word, senses }) => senses?.find(({ isHint }) => !isHint)?.meaning.word ?? word)
    .join('');
}

/**
 * The terms of an offer for comparison, independent of its choice of words: characters and pairs, `#meaning` for what
 * its title names and `~meaning` for the rest, `^` before a meaning that covers it, and `kind:` of thing.
 */
export function wordTerms(title: string, text = ''): ReadonlySet<string> {
  const key = `${title}\n${text}`;
  const known = termsKnown.get(key);
  if (known !== undefined) return known;
  const terms = termsOf(title, text);
  termsKnown.set(key, terms);
  return terms;
}

/** The same offers are read for one need after another. */
const termsKnown = new LRUCache<string, ReadonlySet<string>>({ max: 5_000 });

function termsOf(title: string, text: string): ReadonlySet<string> {
  const [titled, told] = [tokensOf(title), tokensOf(text)];
  const kind = kindOf(tokensOf(title.replaceAll(/[（(].*?[）)]/g, ' ')));
  const both = [...titled, ...told];
  return new Set([
    ...indexTerms(plain(both)),
    ...indexTerms(both.map((token) => token.text).join('')),
    ...meaningTerms(titled, '#'),
    ...meaningTerms(told, '~'),
    ...(kind === null ? [] : [`kind:${kind}`]),
  ]);
}

/** The meanings of {@link wordTerms}, and how each two neighbours of the title sound: `=zan.pen`. */
export function meaningsOf(title: string, text: string): string[] {
  const terms = [...meaningTerms(tokensOf(title), '#'), ...meaningTerms(tokensOf(text), '~')];
  return [...new Set([...terms, ...runsOf(plainText(title)).flatMap(soundPairs)])].sort();
}

function meaningTerms(tokens: readonly Token[], mark: string): string[] {
  return tokens.flatMap(({ text, senses }) => [
    ...(senses ?? []).flatMap(({ meaning, isHint }) => {
      // What an offer is good for is said like a text, even in its title.
      const at = isHint ? '~' : mark;
      return [`${at}${meaning.word}`, ...widerOf(meaning.word).map((word) => `${at}^${word}`)];
    }),
    ...topicsOf(text).map(({ word }) => `${mark}${word}`),
  ]);
}

/** Chinese names the thing last: 会议室投影仪 is equipment. */
function kindOf(tokens: readonly Token[]): ThingKind | null {
  const kinds = tokens.flatMap(({ senses }) => senses?.find(({ isHint }) => !isHint)?.meaning.kind ?? []);
  return kinds.at(-1) ?? null;
}

/** A word of a further text says less than one of the title. */
const furtherWeight = 0.4;
const headWeight = 1.5;

/** What is sought is said at the beginning; looking for slips in a whole page would hold up everybody else. */
const textReadMax = 500;

/** The same needs are read for one offer after another. */
const wantedKnown = new LRUCache<string, Wanted>({ max: 2_000 });

/** What a need says in its own words, or a search. */
export function wantedIn(title: string, text = ''): Wanted {
  const key = `${title}\n${text}`;
  const known = wantedKnown.get(key);
  if (known !== undefined) return known;
  const wanted = readWanted(title, text.slice(0, textReadMax));
  wantedKnown.set(key, wanted);
  return wanted;
}

function readWanted(title: string, text: string): Wanted {
  const named = headFirst(wordsIn(title));
  const weight = named.some(({ meaning }) => meaning !== null) ? furtherWeight : 1;
  const known = new Set(named.map(({ word }) => word));
  const hasKind = named.some(({ kind }) => kind !== null);
  const further = wordsIn(text)
    .filter(({ word }) => !known.has(word))
    // What the title names, the text describes: 「礼堂，要有舞台」 asks for no stage.
    .map((one) => ({ ...one, weight: one.weight * weight, kind: hasKind ? null : one.kind }));
  return {
    words: [...named, ...further],
    seats: seatsIn(plainText(title)) ?? seatsIn(plainText(text)),
  };
}

/** Chinese names the thing last: 搬音响的货车 is a lorry first of all. A word that is said of much is no such name. */
function headFirst(words: readonly WantedWord[]): WantedWord[] {
  const head = words.findLast(({ kind, isHint, isGeneral }) => kind !== null && !isHint && !isGeneral);
  return words.map((one) => (one === head ? { ...one, weight: one.weight * headWeight } : one));
}

function wordsIn(text: string): WantedWord[] {
  const words = soughtTokens(text).flatMap(({ text: word, senses }): WantedWord[] => {
    if (senses === null)
      return [
        {
          word,
          meaning: null,
          kind: null,
          isHint: false,
          isGeneral: false,
          weight: unknownWeight(word),
          pairs: queryTerms(word),
          sounds: soundPairs(word),
        },
      ];
    return senses.map(({ meaning, isHint }) => ({
      word: meaning.word,
      meaning: meaning.word,
      kind: meaning.kind,
      isHint,
      isGeneral: generalWeights[meaning.word] !== undefined,
      weight: generalWeights[meaning.word] ?? 1,
      pairs: queryTerms(word),
      sounds: [],
    }));
  });
  // Of several that mean the same the last one stays, where the name of the thing is.
  return words.filter(({ word }, place) => !words.slice(place + 1).some((later) => later.word === word));
}

/** A single unknown character is hardly a word. */
function unknownWeight(word: string): number {
  return [...word].length === 1 ? 0.3 : 0.5;
}

/** Said of much: they decide less than what it is about. */
const generalWeights: Readonly<Record<string, number>> = {
  场地: 0.4,
  器材: 0.4,
  车辆: 0.5,
  人员: 0.4,
  服务: 0.4,
  资料: 0.4,
  会场: 0.5,
  活动室: 0.5,
  会议室: 0.7,
  教练: 0.5,
  模板: 0.5,
  课程: 0.7,
  管理办法: 0.7,
};

/** What somebody typed into a search: its words as they are, and what they mean. */
export interface Said {
  readonly words: readonly string[];
  readonly wanted: Wanted;
}

export function saidIn(query: string): Said {
  return { words: runsOf(plainText(query)), wanted: wantedIn(query) };
}

/** All variants of a phrase: itself, and with each word replaced by those that mean the same. At most `max`. */
export function sayings(words: string, max: number): string[] {
  const tokens = soughtTokens(words);
  const said = plain(tokens);
  const meaning = tokens.flatMap(({ senses }) => senses?.find(({ isHint }) => !isHint)?.meaning ?? [])[0];
  if (meaning === undefined) return [words];
  return [...new Set([words, said, ...meaning.same.map((other) => said.replace(meaning.word, other))])].slice(
    0,
    max,
  );
}
