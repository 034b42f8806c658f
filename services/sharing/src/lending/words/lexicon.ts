import { syllablesOf } from '@gongxiang/persistence';
import { emptyWords, type Meaning, type Thesaurus } from './thesaurus.model.js';

/** A word of the thesaurus, with what it may mean; none: it says nothing. */
export interface Entry {
  readonly meanings: readonly Sense[];
}

export interface Sense {
  readonly meaning: Meaning;
  /** It only hints at the meaning. */
  readonly isHint: boolean;
}

const han = /^\p{Script=Han}+$/u;
/** Shorter ones are near too much. */
const lettersMin = 5;

/** The words of a thesaurus, and those that somebody may have meant instead of what they wrote. */
export class Lexicon {
  private readonly entries = new Map<string, Entry>();
  /** The length of the longest word that begins with a character, or with a Latin word. */
  private readonly longest = new Map<string, number>();
  /** The topics within a longer word: 乒乓球 of 乒乓球活动室. */
  private readonly topics = new Map<string, Meaning[]>();
  /** Where two words sound alike, such as 教师 and 教室, a slip may mean either of them: it is left alone. */
  private readonly bySound = new Map<string, string | null>();
  private readonly byLooseSound = new Map<string, string | null>();
  private readonly byShape = new Map<string, string | null>();
  private readonly byLetters = new Map<string, string | null>();

  constructor(private readonly thesaurus: Thesaurus) {
    for (const meaning of thesaurus.values()) {
      for (const word of [meaning.word, ...meaning.same]) this.add(word, { meaning, isHint: false });
      for (const word of meaning.hints) this.add(word, { meaning, isHint: true });
    }
    for (const word of emptyWords) if (!this.entries.has(word)) this.entries.set(word, { meanings: [] });
    this.measure();
    this.placeTopics();
    this.placeSlips();
  }

  entryOf(word: string): Entry | undefined {
    return this.entries.get(word);
  }

  longestWordFrom(first: string): number {
    return this.longest.get(first) ?? 0;
  }

  topicsOf(word: string): readonly Meaning[] {
    return this.topics.get(word) ?? [];
  }

  /** The meanings that cover one, the nearest first. */
  widerOf(word: string): string[] {
    const wider = this.thesaurus.get(word)?.wider ?? null;
    return wider === null ? [] : [wider, ...this.widerOf(wider)];
  }

  /** The word that sounds exactly so; null if there is none, or more than one. */
  wordSoundingLike(written: string): string | null {
    if (!han.test(written)) return null;
    return this.bySound.get(syllablesOf(written).join(' ')) ?? null;
  }

  /** The word of three characters or more that sounds or looks nearly so; null if there is none, or more than one. */
  wordLike(written: string): string | null {
    if (!han.test(written) || written.length < 3) return null;
    const sounding = this.byLooseSound.get(syllablesOf(written).map(looseSound).join(' '));
    return sounding ?? this.wordShapedLike(written);
  }

  /** The word that was typed in pinyin, with at most one wrong letter. */
  wordTypedAs(letters: string): string | null {
    const exact = this.byLetters.get(letters.replaceAll('ü', 'v'));
    if (exact != null) return exact;
    if (letters.length < lettersMin) return null;
    for (const [typed, word] of this.byLetters)
      if (word !== null && isOneSlipAway(letters, typed)) return word;
    return null;
  }

  /** One character is wrong, missing, or too much, or two have changed places. */
  private wordShapedLike(written: string): string | null {
    const [sorted, ...others] = [`*${[...written].sort().join('')}`, written, ...shapesOf(written)];
    for (const shape of [sorted, ...others]) {
      const word = this.byShape.get(shape);
      if (word != null) return word;
    }
    // One too many.
    const characters = [...written];
    for (const place of characters.keys()) {
      const shorter = characters.filter((_one, index) => index !== place).join('');
      if (shorter.length > 2 && (this.entryOf(shorter)?.meanings.length ?? 0) > 0) return shorter;
    }
    return null;
  }

  private add(word: string, sense: Sense): void {
    this.entries.set(word, { meanings: [...(this.entries.get(word)?.meanings ?? []), sense] });
  }

  private measure(): void {
    for (const word of this.entries.keys()) {
      const [first = '', ...others] = partsOf(word);
      this.longest.set(first, Math.max(this.longestWordFrom(first), others.length + 1));
    }
  }

  private placeTopics(): void {
    for (const topic of [...this.thesaurus.values()].filter(({ kind }) => kind === null))
      for (const name of [topic.word, ...topic.same])
        for (const word of this.entries.keys())
          if (word !== name && word.includes(name)) this.topics.set(word, [...this.topicsOf(word), topic]);
  }

  private placeSlips(): void {
    const meant = [...this.entries].filter(([, entry]) => entry.meanings.length > 0);
    for (const [word] of meant.filter(([one]) => han.test(one))) {
      const syllables = syllablesOf(word);
      this.keep(this.bySound, syllables.join(' '), word);
      this.keep(this.byLooseSound, syllables.map(looseSound).join(' '), word);
      this.keep(this.byLetters, syllables.join(''), word);
      if (!this.isHint(word)) for (const shape of shapesOf(word)) this.keep(this.byShape, shape, word);
    }
  }

  /** What only hints at a meaning is a phrase, of which many are alike: 部门会 and 部门约. */
  private isHint(word: string): boolean {
    return this.entryOf(word)?.meanings.every(({ isHint }) => isHint) ?? false;
  }

  private keep(known: Map<string, string | null>, key: string, word: string): void {
    const before = known.get(key);
    const isSame =
      before === undefined ||
      before === null ||
      this.entryOf(before)?.meanings[0]?.meaning === this.entryOf(word)?.meanings[0]?.meaning;
    known.set(key, before === null || !isSame ? null : (before ?? word));
  }
}

/** Characters of Chinese, and words of anything else. */
export function partsOf(run: string): string[] {
  return run.match(/\p{Script=Han}|\p{N}+|[^\p{Script=Han}\p{N}]+/gu) ?? [];
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

/**
 * A word of three characters or more with one of them replaced, its characters in any order, or one left out. The last
 * one is not replaced: it says what sort of thing it is, and a 救生衣 is no 救生员.
 */
function shapesOf(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [];
  const without = characters.map((_one, place) =>
    characters.filter((_other, index) => index !== place).join(''),
  );
  const replaced = replaceable(characters).map((place) =>
    characters.map((other, index) => (index === place ? '·' : other)).join(''),
  );
  return [...replaced, `*${[...characters].sort().join('')}`, ...(characters.length > 3 ? without : [])];
}

/** The places of characters that may be wrong: not the last, nor one that leaves too little of 做面包. */
function replaceable(characters: readonly string[]): number[] {
  const [first = ''] = characters;
  const telling = characters.length - (emptyWords.includes(first) ? 1 : 0);
  return telling < 3 ? [] : [...characters.keys()].slice(0, -1);
}

/** One letter replaced, left out, or too much. */
export function isOneSlipAway(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
