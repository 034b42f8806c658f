/** A page that can be found by its name, and in Chinese by the pinyin of its name. */
export interface FindablePage {
  readonly to: string;
  readonly name: string;
  /** One syllable per character, as `huo dong`. */
  readonly syllables?: string;
}

const pagesMax = 6;

/**
 * The pages whose name, pinyin or initials hold what was typed: exact ones first, then those that begin with it, then
 * those that contain it, each in the order of the navigation.
 */
export function foundPages(pages: readonly FindablePage[], typed: string): FindablePage[] {
  const q = plain(typed);
  if (q === '') return [];
  return pages
    .map((page, place) => ({ page, place, rank: rankOf(page, q) }))
    .filter(({ rank }) => rank < notFound)
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, pagesMax)
    .map(({ page }) => page);
}

const notFound = 3;

function rankOf({ name, syllables = '' }: FindablePage, q: string): number {
  const spelled = syllables.split(' ');
  const words = [plain(name), spelled.join(''), spelled.map((one) => one.slice(0, 1)).join('')];
  if (words.includes(q)) return 0;
  if (words.some((word) => word.startsWith(q))) return 1;
  return words.some((word) => word.includes(q)) ? 2 : notFound;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
