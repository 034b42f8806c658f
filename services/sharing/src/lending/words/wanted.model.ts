import type { ThingKind } from './thesaurus.model.js';

/** One of the words in which something is sought. */
export interface WantedWord {
  /** As the thesaurus names it; otherwise as it was written. */
  readonly word: string;
  /** Null: it is in no line of the thesaurus. */
  readonly meaning: string | null;
  /** The meanings that cover it, the nearest first. */
  readonly wider: readonly string[];
  readonly kind: ThingKind | null;
  readonly isHint: boolean;
  /** Said of so much that it decides little. */
  readonly isGeneral: boolean;
  /** How much it says of what is sought. */
  readonly weight: number;
  /** The pairs of characters, as written. */
  readonly pairs: readonly string[];
  /** The same, as terms of a title. */
  readonly titledPairs: readonly string[];
  /** Of a word without a meaning: its characters, and those that say something as terms of a title. */
  readonly characters: readonly string[];
  readonly titledCharacters: readonly string[];
  /** How its neighbours sound, loosely; none of a word with a meaning. */
  readonly sounds: readonly string[];
}

/** What a title and a text ask for. */
export interface Wanted {
  readonly words: readonly WantedWord[];
  /** People who have to find a seat; null if it does not say. */
  readonly seats: number | null;
}

export const nothingWanted: Wanted = { words: [], seats: null };

/** How well a term of an offer answers a meaning: what is named exactly, in the title, is best. */
const likeness = {
  same: 1,
  /** A 礼堂 where any 会场 would do. */
  narrower: 0.9,
  /** A 会场 where a 礼堂 is sought. */
  wider: 0.6,
  /** A 会议室 where a 礼堂 is sought. */
  beside: 0.4,
  /** 场地 where a 礼堂 is sought. */
  general: 0.3,
} as const;
/** 题目 is rather a 题库 than anything without either character. */
const characterShare = 0.4;
/** The characters of a word that has a meaning, where an offer has another one: 直播 of 直播带货 in 直播间. */
const literalMeantShare = 0.6;
const hintShare = 0.85;
const furtherShare = 0.75;

function answerTo(word: WantedWord, terms: ReadonlySet<string>): Answer {
  if (word.meaning === null) return literalAnswer(word, terms);
  return { answer: meantAnswer(word, word.meaning, terms), weight: word.weight };
}

/** 0 to 1: how well an offer, by its terms, answers a word with a meaning. */
function meantAnswer(word: WantedWord, meaning: string, terms: ReadonlySet<string>): number {
  const [parent, ...above] = word.wider;
  const isRoot = above.length === 0;
  const ways: (readonly [string, number])[] = [
    [meaning, likeness.same],
    [`^${meaning}`, likeness.narrower],
    ...(parent === undefined ? [] : [[parent, isRoot ? likeness.general : likeness.wider] as const]),
    ...(parent === undefined || isRoot ? [] : [[`^${parent}`, likeness.beside] as const]),
  ];
  const found = ways.flatMap(([term, share]) => [
    ...(terms.has(`#${term}`) ? [share] : []),
    ...(terms.has(`~${term}`) ? [share * furtherShare] : []),
  ]);
  return Math.max(
    literalMeantShare * shareOf(word.pairs, terms),
    word.isHint ? pairsShare(word.titledPairs, terms) : 0,
    Math.max(0, ...found) * (word.isHint ? hintShare : 1),
  );
}

/** What a word that is in no line of the thesaurus has in common with an offer. */
function literalAnswer(word: WantedWord, terms: ReadonlySet<string>): Answer {
  const said = shareOf(word.pairs, terms);
  const called = titledShare(word, terms);
  const characters = word.characters.length < 2 ? 0 : characterShare * shareOf(word.characters, terms);
  const weight = word.weight * (1 + Math.max(called, toldShare * said));
  return { answer: Math.max(said, called, characters), weight };
}

/** How well an offer answers a word, and how much that counts. */
interface Answer {
  readonly answer: number;
  readonly weight: number;
}

/** What stands before a character or a pair of the title. */
export const titled = ':';
/** So many pairs in a title are no chance: 缝纫机 of 缝纫机补工装. */
const pairsEnough = 2;
/** 红毯 for 红地毯: all of its characters, though not beside each other. */
const shortenedShare = 0.8;
/** 溜冰 is rather 滑冰 than anything without that character in its name. */
const relatedShare = 0.7;
/**
 * Unknown words say little, but up to twice as much for an offer that is called so, 睡袋 more than the 露营 for which it
 * is; half of that where only the description says so.
 */
const toldShare = 0.5;

/** 0 to 1: how much of an unknown word stands in the title. */
function titledShare({ titledPairs, titledCharacters }: WantedWord, terms: ReadonlySet<string>): number {
  const share = pairsShare(titledPairs, terms);
  if (share > 0) return share;
  const there = shareOf(titledCharacters, terms);
  return there === 1 ? shortenedShare : relatedShare * there;
}

function pairsShare(pairs: readonly string[], terms: ReadonlySet<string>): number {
  const found = countOf(pairs, terms);
  return found === 0 ? 0 : Math.min(1, found / Math.min(pairs.length, pairsEnough));
}

function countOf(wanted: readonly string[], terms: ReadonlySet<string>): number {
  let found = 0;
  for (const one of wanted) if (terms.has(one)) found += 1;
  return found;
}

function shareOf(wanted: readonly string[], terms: ReadonlySet<string>): number {
  return wanted.length === 0 ? 0 : countOf(wanted, terms) / wanted.length;
}

/** The share, 0 to 1, of what is wanted that an offer names; and the words that it does name. */
export function answered(
  words: readonly WantedWord[],
  terms: ReadonlySet<string>,
): { readonly share: number; readonly named: readonly string[] } {
  const answers = words.map((one) => ({ one, ...answerTo(one, terms) }));
  const weight = answers.reduce((sum, one) => sum + one.weight, 0);
  const sum = answers.reduce((total, one) => total + one.weight * one.answer, 0);
  return {
    share: weight === 0 ? 0 : sum / weight,
    named: answers.filter(({ answer }) => answer >= 0.5).map(({ one }) => one.word),
  };
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The people for whom a text asks for seats: 「能坐40人」, 「一百二十人的会」; of a range the upper end. Two to nine are company, not seats. */
export function seatsIn(text: string): number | null {
  const found = [...text.matchAll(/(\d+|[一二两三四五六七八九十百]+)(?:多|来|余)?\s*个?(?:人|座)/g)];
  const numbers = found.map(([, number = '']) => (/\d/.test(number) ? Number(number) : spelt(number)));
  const seats = Math.max(0, ...numbers);
  return seats < 10 ? null : seats;
}

/** Up to nine hundred and ninety-nine. */
function spelt(number: string): number {
  let [sum, digit] = [0, 0];
  for (const character of number) {
    if (character === '百') [sum, digit] = [sum + (digit || 1) * 100, 0];
    else if (character === '十') [sum, digit] = [sum + (digit || 1) * 10, 0];
    else digit = digits[character] ?? 0;
  }
  return sum + digit;
}
