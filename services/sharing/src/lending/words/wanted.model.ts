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

/** 0 to 1: how well an offer, by its terms, answers a word. */
export function answerTo(word: WantedWord, terms: ReadonlySet<string>): number {
  const literal = literalShare(word, terms);
  if (word.meaning === null) return literal;
  const [parent, ...above] = word.wider;
  const isRoot = above.length === 0;
  const ways: (readonly [string, number])[] = [
    [word.meaning, likeness.same],
    [`^${word.meaning}`, likeness.narrower],
    ...(parent === undefined ? [] : [[parent, isRoot ? likeness.general : likeness.wider] as const]),
    ...(parent === undefined || isRoot ? [] : [[`^${parent}`, likeness.beside] as const]),
  ];
  const found = ways.flatMap(([term, share]) => [
    ...(terms.has(`#${term}`) ? [share] : []),
    ...(terms.has(`~${term}`) ? [share * furtherShare] : []),
  ]);
  return Math.max(
    literalMeantShare * shareOf(word.pairs, terms),
    word.isHint ? pairsIn(word.pairs, terms) : 0,
    Math.max(0, ...found) * (word.isHint ? hintShare : 1),
  );
}

/** The pairs of its characters, or at least the characters; in the title a part of it is enough. */
function literalShare(word: WantedWord, terms: ReadonlySet<string>): number {
  const characters = [...word.word];
  const share = Math.max(shareOf(word.pairs, terms), titledShare(word, terms));
  return characters.length < 2 ? share : Math.max(share, characterShare * shareOf(characters, terms));
}

/** What stands before a character or a pair of the title. */
export const titled = ':';
/** So many pairs in a title are no chance: 缝纫机 of 缝纫机补工装. */
const pairsEnough = 2;
/** 红毯 for 红地毯: all of its characters, though not beside each other. */
const shortenedShare = 0.8;
/** 溜冰 is rather 滑冰 than anything without that character in its name. */
const relatedShare = 0.7;
/** They make a word of a character, and say nothing: 梯子 is a 梯. */
const suffixes = /[子儿]$/;

/** 0 to 1: how much of a word that is in no line of the thesaurus stands in the title. */
function titledShare({ word, pairs }: WantedWord, terms: ReadonlySet<string>): number {
  const share = pairsIn(pairs, terms);
  if (share > 0) return share;
  const characters = new Set(word.replace(suffixes, ''));
  const there = [...characters].filter((one) => terms.has(`${titled}${one}`)).length;
  if (there === 0 || [...word].length < 2 || (characters.size < 2 && !suffixes.test(word))) return 0;
  return there === characters.size ? shortenedShare : (relatedShare * there) / characters.size;
}

function pairsIn(pairs: readonly string[], terms: ReadonlySet<string>): number {
  const found = pairs.filter((pair) => terms.has(`${titled}${pair}`)).length;
  return found === 0 ? 0 : Math.min(1, found / Math.min(pairs.length, pairsEnough));
}

/** Unknown words say little, but for an offer that is called so: 睡袋 more than the 露营 for which it is. */
const calledSoTimes = 1;
/** Half of that where only the description says so. */
const toldShare = 0.5;

function weightFor(word: WantedWord, terms: ReadonlySet<string>): number {
  if (word.meaning !== null) return word.weight;
  const said = Math.max(titledShare(word, terms), toldShare * shareOf(word.pairs, terms));
  return word.weight * (1 + calledSoTimes * said);
}

function shareOf(wanted: readonly string[], terms: ReadonlySet<string>): number {
  return wanted.length === 0 ? 0 : wanted.filter((one) => terms.has(one)).length / wanted.length;
}

/** The share, 0 to 1, of what is wanted that an offer names; and the words that it does name. */
export function answered(
  words: readonly WantedWord[],
  terms: ReadonlySet<string>,
): { readonly share: number; readonly named: readonly string[] } {
  const answers = words.map((one) => ({ one, answer: answerTo(one, terms), weight: weightFor(one, terms) }));
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
