import { runsOf } from '@gongxiang/domain';
import { type Lexicon, partsOf, type Sense } from './lexicon.js';
import { plainText } from './plain-text.js';

/** A part of a text: a word of the thesaurus, or characters that are in none. */
export interface Token {
  readonly text: string;
  /** Null: not in the thesaurus. */
  readonly senses: readonly Sense[] | null;
}

const correctionsMax = 3;
const writtenMax = 6;
const han = /\p{Script=Han}/u;
const latin = /^[a-z]+$/;
const isNumber = /^\p{N}+$/u;

/** Each unknown character costs more than any word, so that words cover as much as they can: 大|会议室, not 大会|议|室. */
const costs = { unknown: 3, word: 1, empty: 1.2 };

/** The cheapest way to cut the rest of a run, from some part on. */
interface Cut {
  readonly cost: number;
  /** The first of it; null at the end. */
  readonly token: Token | null;
  readonly length: number;
}

/** Between runs: words on both sides of a comma are no neighbours. */
const gap: Token = { text: ' ', senses: null };

/** Cuts texts into words of a thesaurus. */
export class Cutter {
  constructor(private readonly lexicon: Lexicon) {}

  /** The words of what somebody writes who looks for something, slips corrected. That takes a while: offers are read as they are. */
  soughtTokens(text: string): Token[] {
    return runsOf(plainText(text)).flatMap((run) => {
      let written = run;
      for (let step = 0; step < correctionsMax; step += 1) {
        const tokens = this.cut(written);
        const corrected = this.correctedOf(tokens);
        if (corrected === null) return tokens.map((token) => this.typed(token));
        written = corrected;
      }
      return this.cut(written).map((token) => this.typed(token));
    });
  }

  tokensOf(text: string): Token[] {
    return runsOf(plainText(text)).flatMap((run) => [...this.cut(run), gap]);
  }

  /** A Latin word may be pinyin. */
  private typed(token: Token): Token {
    if (token.senses !== null || !latin.test(token.text)) return token;
    const word = this.lexicon.wordTypedAs(token.text);
    return word === null ? token : { text: word, senses: this.lexicon.entryOf(word)?.meanings ?? null };
  }

  private cut(run: string): Token[] {
    const parts = partsOf(run);
    const rests: Cut[] = [{ cost: 0, token: null, length: 0 }];
    for (let from = parts.length - 1; from >= 0; from -= 1) rests.push(this.cheapest(parts, from, rests));
    return joined(walk(rests));
  }

  /** @param rests the ways to cut what is behind, the end first */
  private cheapest(parts: readonly string[], from: number, rests: readonly Cut[]): Cut {
    const left = parts.length - from;
    const costBehind = (length: number): number => rests[left - length]?.cost ?? 0;
    let text = parts[from] ?? '';
    const senses = isNumber.test(text) ? [] : null;
    const alone = senses === null ? costs.unknown : costs.empty;
    let best: Cut = { cost: alone + costBehind(1), token: { text, senses }, length: 1 };
    const longest = Math.min(this.lexicon.longestWordFrom(text), left);
    for (let length = 1; length <= longest; length += 1) {
      if (length > 1) text += parts[from + length - 1] ?? '';
      const entry = this.lexicon.entryOf(text);
      if (entry === undefined) continue;
      const cost = (entry.meanings.length === 0 ? costs.empty : costs.word) + costBehind(length);
      if (cost < best.cost) best = { cost, token: { text, senses: entry.meanings }, length };
    }
    return best;
  }

  /** The run with one slip corrected, the longest first; null if there is none. */
  private correctedOf(tokens: readonly Token[]): string | null {
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
        const word =
          this.lexicon.wordSoundingLike(written) ?? (isLoose ? this.lexicon.wordLike(written) : null);
        if (word !== null) return run.slice(0, from) + word + run.slice(from + length);
      }
    }
    return null;
  }
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
