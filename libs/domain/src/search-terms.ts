const runPattern = /[\p{L}\p{N}]+/gu;

/** The runs of letters and digits in a text, normalised: full width becomes plain, upper case lower. */
export function runsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(runPattern) ?? [];
}

/**
 * The index terms of a text: each character and each pair of neighbours. Chinese has no spaces between words, and
 * most of its words have two characters; pairs find them without a dictionary.
 */
export function indexTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const run of runsOf(text)) {
    const characters = [...run];
    characters.forEach((character, place) => {
      terms.add(character);
      const next = characters[place + 1];
      if (next !== undefined) terms.add(character + next);
    });
  }
  return [...terms].sort();
}

/** The terms a text must have to contain the words: pairs, and a single character if it stands alone. */
export function queryTerms(words: string): string[] {
  const terms = new Set<string>();
  for (const run of runsOf(words)) {
    const characters = [...run];
    if (characters.length === 1) terms.add(run);
    characters.slice(1).forEach((character, place) => terms.add(`${characters[place] ?? ''}${character}`));
  }
  return [...terms].sort();
}

/** The share, 0 to 1, of the query terms that a text has; 0 for an empty query. */
export function termsShare(words: string, terms: ReadonlySet<string>): number {
  const wanted = queryTerms(words);
  if (wanted.length === 0) return 0;
  return wanted.filter((term) => terms.has(term)).length / wanted.length;
}

/** The first text, in byte order, after all that begin with this one; not empty. */
export function beyondText(text: string): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0) ?? 0;
  // Surrogates are no characters; after the last character of all there is nothing, and its longer one serves as well.
  if (last === 0x10_ff_ff) return `${text}\u{10ffff}`;
  return [...characters, String.fromCodePoint(last === 0xd7_ff ? 0xe0_00 : last + 1)].join('');
}
