import { indexTerms, queryTerms, runsOf } from '@gongxiang/domain';
import { LRUCache } from 'lru-cache';
import { Cutter, type Token } from './cutter.js';
import { kindByEnding } from './kind-suffix.model.js';
import { Lexicon, soundPairs } from './lexicon.js';
import { plainText } from './plain-text.js';
import { shippedMeanings, type Thesaurus, type ThingKind } from './thesaurus.model.js';
import { seatsIn, titled as titledMark, type Wanted, type WantedWord } from './wanted.model.js';

/** What somebody typed into a search: its words as they are, and what they mean. */
export interface Said {
  readonly words: readonly string[];
  readonly wanted: Wanted;
}

/** A word of a further text says less than one of the title. */
const furtherWeight = 0.4;
const headWeight = 1.5;
/** Of a name that is in no line of the thesaurus: as much as of one that is. */
const unknownHeadWeight = 2;
const purposeWeight = 0.7;

/** What is sought is said at the beginning; looking for slips in a whole page would hold up everybody else. */
const textReadMax = 500;

/** Reads what people write, offers and needs alike, by the words of one thesaurus. */
export class Analyser {
  private readonly lexicon: Lexicon;
  private readonly cutter: Cutter;
  /** The same offers are read for one need after another, */
  private readonly termsKnown = new LRUCache<string, ReadonlySet<string>>({ max: 5_000 });
  /** and the same needs for one offer after another. */
  private readonly wantedKnown = new LRUCache<string, Wanted>({ max: 2_000 });

  constructor(thesaurus: Thesaurus) {
    this.lexicon = new Lexicon(thesaurus);
    this.cutter = new Cutter(this.lexicon);
  }

  /** A text with each word replaced by the first of those that mean the same. */
  plainWords(text: string): string {
    return plain(this.cutter.tokensOf(text)).trimEnd();
  }

  /** The same of what is sought, slips corrected. */
  soughtWords(text: string): string {
    return plain(this.cutter.soughtTokens(text));
  }

  /**
   * The terms of an offer for comparison, independent of its choice of words: characters and pairs, `#meaning` for what
   * its title names and `~meaning` for the rest, `^` before a meaning that covers it, and `kind:` of thing.
   */
  wordTerms(title: string, text = ''): ReadonlySet<string> {
    const key = `${title}\n${text}`;
    const known = this.termsKnown.get(key);
    if (known !== undefined) return known;
    const terms = this.termsOf(title, text);
    this.termsKnown.set(key, terms);
    return terms;
  }

  /** The meanings of {@link wordTerms}, and how each two neighbours of the title sound: `=zan.pen`. */
  meaningsOf(title: string, text: string): string[] {
    const terms = [
      ...this.meaningTerms(this.cutter.tokensOf(title), '#'),
      ...this.meaningTerms(this.cutter.tokensOf(text), '~'),
    ];
    return [...new Set([...terms, ...runsOf(plainText(title)).flatMap(soundPairs)])].sort();
  }

  /** What a title names: its last word tells. Null: it is in no line of the thesaurus. */
  kindOf(title: string): ThingKind | null {
    return kindOf(this.cutter.tokensOf(title.replaceAll(/[（(].*?[）)]/g, ' ')));
  }

  /** What a need says in its own words, or a search. */
  wantedIn(title: string, text = ''): Wanted {
    const key = `${title}\n${text}`;
    const known = this.wantedKnown.get(key);
    if (known !== undefined) return known;
    const wanted = this.readWanted(title, text.slice(0, textReadMax));
    this.wantedKnown.set(key, wanted);
    return wanted;
  }

  saidIn(query: string): Said {
    return { words: runsOf(plainText(query)), wanted: this.wantedIn(query) };
  }

  /** All variants of a phrase: itself, and with each word replaced by those that mean the same. At most `max`. */
  sayings(words: string, max: number): string[] {
    const tokens = this.cutter.soughtTokens(words);
    const said = plain(tokens);
    const meaning = tokens.flatMap(({ senses }) => senses?.find(({ isHint }) => !isHint)?.meaning ?? [])[0];
    if (meaning === undefined) return [words];
    const others = meaning.same.map((other) => said.replace(meaning.word, other));
    return [...new Set([words, said, ...others])].slice(0, max);
  }

  private termsOf(title: string, text: string): ReadonlySet<string> {
    const [titled, told] = [this.cutter.tokensOf(title), this.cutter.tokensOf(text)];
    const kind = this.kindOf(title);
    const both = [...titled, ...told];
    return new Set([
      ...indexTerms(plain(both)),
      ...indexTerms(both.map((token) => token.text).join('')),
      ...indexTerms(plainText(title)).map((term) => `${titledMark}${term}`),
      ...this.meaningTerms(titled, '#'),
      ...this.meaningTerms(told, '~'),
      ...(kind === null ? [] : [`kind:${kind}`]),
    ]);
  }

  private meaningTerms(tokens: readonly Token[], mark: string): string[] {
    return tokens.flatMap(({ text, senses }) => [
      ...(senses === null ? endingTerms(text, mark) : []),
      ...(senses ?? []).flatMap(({ meaning, isHint }) => {
        // What an offer is good for is said like a text, even in its title.
        const at = isHint ? '~' : mark;
        return [`${at}${meaning.word}`, ...this.lexicon.widerOf(meaning.word).map((word) => `${at}^${word}`)];
      }),
      ...this.lexicon.topicsOf(text).map(({ word }) => `${mark}${word}`),
    ]);
  }

  private readWanted(title: string, text: string): Wanted {
    const named = headFirst(this.wordsIn(title));
    const weight = named.some(({ meaning }) => meaning !== null) ? furtherWeight : 1;
    const known = new Set(named.map(({ word }) => word));
    const hasKind = named.some(({ kind }) => kind !== null);
    const further = this.wordsIn(text)
      .filter(({ word }) => !known.has(word))
      // What the title names, the text describes: 「礼堂，要有舞台」 asks for no stage.
      .map((one) => ({ ...one, weight: one.weight * weight, kind: hasKind ? null : one.kind }));
    return {
      words: [...named, ...further],
      seats: seatsIn(plainText(title)) ?? seatsIn(plainText(text)),
    };
  }

  private wordsIn(text: string): WantedWord[] {
    const words = this.cutter.soughtTokens(text).flatMap((token) => this.wantedOf(token));
    // Of several that mean the same the last one stays, where the name of the thing is.
    return words.filter(({ word }, place) => !words.slice(place + 1).some((later) => later.word === word));
  }

  private wantedOf({ text: word, senses }: Token): WantedWord[] {
    const pairs = queryTerms(word);
    const titledPairs = pairs.map((pair) => `${titledMark}${pair}`);
    if (senses === null) {
      const unknown = { meaning: null, wider: [], kind: null, isHint: false, isGeneral: false };
      return [
        {
          ...unknown,
          word,
          weight: unknownWeight(word),
          pairs,
          titledPairs,
          sounds: soundPairs(word),
          ...charactersOf(word),
        },
      ];
    }
    return senses.map(({ meaning, isHint }) => ({
      word: meaning.word,
      meaning: meaning.word,
      wider: this.lexicon.widerOf(meaning.word),
      kind: meaning.kind,
      isHint,
      isGeneral: generalWeights[meaning.word] !== undefined,
      weight: generalWeights[meaning.word] ?? 1,
      pairs,
      titledPairs,
      sounds: [],
      characters: [],
      titledCharacters: [],
    }));
  }
}

/** By the thesaurus as it is shipped. */
export const shippedAnalyser = new Analyser(shippedMeanings);

function plain(tokens: readonly Token[]): string {
  return tokens
    .map(({ text: word, senses }) => senses?.find(({ isHint }) => !isHint)?.meaning.word ?? word)
    .join('');
}

/** Chinese names the thing last: 会议室投影仪 is equipment. */
function kindOf(tokens: readonly Token[]): ThingKind | null {
  const kinds = tokens.flatMap(({ text, senses }) =>
    senses === null ? (kindByEnding(text) ?? []) : (senses.find(({ isHint }) => !isHint)?.meaning.kind ?? []),
  );
  return kinds.at(-1) ?? null;
}

/** Chinese names the thing last: 搬音响的货车 is a lorry first of all. A word that is said of much is no such name. */
function headFirst(words: readonly WantedWord[]): WantedWord[] {
  const head = words.findLast(isName);
  return words.map((one) => {
    if (one === head)
      return { ...one, weight: one.weight * (one.meaning === null ? unknownHeadWeight : headWeight) };
    // Where the thing is named, what it is for matters less: 露营 of 露营用的睡袋.
    return head !== undefined && one.isHint ? { ...one, weight: one.weight * purposeWeight } : one;
  });
}

/** What is in no line of the thesaurus is at least one of its kind, by its end. */
function endingTerms(text: string, mark: string): string[] {
  const general = generalOf[kindByEnding(text) ?? 'document'];
  return general === null ? [] : [`${mark}^${general}`];
}

const generalOf: Readonly<Record<ThingKind, string | null>> = {
  venue: '场地',
  equipment: '器材',
  vehicle: '车辆',
  teacher: '教练',
  helper: '人员',
  service: null,
  document: null,
};

/** It may be the name of what is sought. */
function isName({ word, meaning, kind, isHint, isGeneral }: WantedWord): boolean {
  return meaning === null ? [...word].length > 1 : kind !== null && !isHint && !isGeneral;
}

/** They make a word of a character, and say nothing: 梯子 is a 梯. */
const suffixes = /[子儿]$/;

/** One character alone says nothing, unless a suffix makes a word of it. */
function charactersOf(word: string): Pick<WantedWord, 'characters' | 'titledCharacters'> {
  const characters = [...word];
  const telling = [...new Set(word.replace(suffixes, ''))];
  const isWord = telling.length > 1 || (telling.length === 1 && characters.length > 1 && suffixes.test(word));
  return { characters, titledCharacters: isWord ? telling.map((one) => `${titledMark}${one}`) : [] };
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
