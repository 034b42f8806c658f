/** What is found by its name, and in Chinese by the pinyin of its name. */
export interface SpelledName {
  readonly name: string;
  /** One syllable per character, as `huo dong`. */
  readonly syllables?: string;
}

/**
 * How well a name has what was typed in its words, its pinyin or its initials: 0 as a whole, 1 at the beginning, 2 within, where
 * pinyin begins with a syllable; null if it has not. What is not typed is at the beginning of every name.
 */
export function rankOf({ name, syllables = '' }: SpelledName, typed: string): number | null {
  const q = plain(typed);
  const spelled = syllables.split(' ');
  const written = [plain(name), spelled.map((one) => one.slice(0, 1)).join('')];
  const spoken = spelled.map((_one, from) => spelled.slice(from).join(''));
  const words = [...written, ...spoken.slice(0, 1)];
  if (words.includes(q)) return 0;
  if (words.some((word) => word.startsWith(q))) return 1;
  const isWithin = written.some((word) => word.includes(q)) || spoken.some((word) => word.startsWith(q));
  return isWithin ? 2 : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
