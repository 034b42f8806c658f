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
    Math.max(0, ...found) * (word.isHint ? hintShare : 1),
  );
}

/** The pairs of its characters, or at least the characters. */
function literalShare({ word, pairs }: WantedWord, terms: ReadonlySet<string>): number {
  const characters = [...word];
  const share = shareOf(pairs, terms);
  return characters.length < 2 ? share : Math.max(share, characterShare * shareOf(characters, terms));
}

function shareOf(wanted: readonly string[], terms: ReadonlySet<string>): number {
  return wanted.length === 0 ? 0 : wanted.filter((one) => terms.has(one)).length / wanted.length;
}

/** The share, 0 to 1, of what is wanted that an offer names; and the words that it does name. */
export function answered(
  words: readonly WantedWord[],
  terms: ReadonlySet<string>,
): { readonly share: number; readonly named: readonly string[] } {
  const weight = words.reduce((sum, one) => sum + one.weight, 0);
  const answers = words.map((one) => ({ one, answer: answerTo(one, terms) }));
  const sum = answers.reduce((total, { one, answer }) => total + one.weight * answer, 0);
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
