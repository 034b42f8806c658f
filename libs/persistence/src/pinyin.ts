import { pinyin } from 'pinyin-pro';
import { runsOf } from '@gongxiang/domain';
import { escapeLike } from './keyset.js';

/** Further readings of a character occur only in old texts. */
const readingsMax = 3;
/** As far as people type before they look. */
const charactersMax = 8;
const han = /\p{Script=Han}/u;
/** ü is typed as v. */
const style = { toneType: 'none', type: 'array', v: true } as const;

/**
 * The pinyin words of a title, each after a blank: from each of its characters on, in full and by initials, as in
 * `yinyueting yueting ting yyt yt t`. A reader types the beginning of any of them. A character with several readings
 * appears in the one that its neighbours suggest; and in each of the others, one character at a time.
 */
export function pinyinOf(title: string): string {
  const words = new Set<string>();
  for (const run of runsOf(title)) if (han.test(run)) for (const word of wordsOf(run)) words.add(word);
  return [...words].map((word) => ` ${word}`).join('');
}

function wordsOf(run: string): string[] {
  const characters = [...run];
  const usual = pinyin(run, style);
  const each = characters.map((character, place) => readingsOf(character, usual[place] ?? character));
  return characters.flatMap((character, from) => {
    // Nobody begins to type in the middle of a Latin word.
    const isWithin = from > 0 && !han.test(character) && !han.test(characters[from - 1] ?? '');
    return isWithin ? [] : spellings(each.slice(from, from + charactersMax));
  });
}

/** The usual reading first. */
function readingsOf(character: string, usual: string): string[] {
  if (!han.test(character)) return [character];
  return [...new Set([usual, ...allReadingsOf(character)])].slice(0, readingsMax);
}

/** Names are made of few characters: looking each of them up again for a whole roster takes longer than sealing it. */
const readings = new Map<string, readonly string[]>();
const charactersKeptMax = 10_000;

function allReadingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const found = pinyin(character, { ...style, multiple: true });
  if (readings.size < charactersKeptMax) readings.set(character, found);
  return found;
}

function spellings(readings: readonly (readonly string[])[]): string[] {
  const usual = readings.map(([first = '']) => first);
  const variants = readings.flatMap(([, ...others], place) =>
    others.map((other) => usual.map((reading, index) => (index === place ? other : reading))),
  );
  return [usual, ...variants].flatMap((syllables) => [
    syllables.join(''),
    syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  ]);
}

/** A typed query in the form of {@link pinyinOf}. */
export function typedPinyin(run: string): string {
  return run.replaceAll('ü', 'v');
}

const nameCharactersMax = 12;

/** The pinyin of a whole name, in full and by initials, in each reading; none of a name without Chinese characters. */
export function namePinyin(name: string): string[] {
  const characters = [...runsOf(name).join('')].slice(0, nameCharactersMax);
  if (!characters.some((character) => han.test(character))) return [];
  const usual = pinyin(characters.join(''), style);
  const each = characters.map((character, place) => readingsOf(character, usual[place] ?? character));
  return [...new Set(spellings(each))].filter(({ length }) => length > 1);
}

/** The usual syllable of each character of a run; a character without one stands for itself. */
export function syllablesOf(run: string): string[] {
  return pinyin(run, style);
}

/** Patterns of what is typed for a list: wherever it stands in a title (ILIKE), or at the start of a word of its pinyin (LIKE). */
export function titlePatternsOf(q: string): { readonly contained: string; readonly typed: string } {
  const text = q.trim();
  return {
    contained: `%${escapeLike(text)}%`,
    typed: `% ${escapeLike(typedPinyin(text.toLowerCase()))}%`,
  };
}
