import { rankOf, type SpelledName } from '../../../kit/spelled-name.model.js';

/** A page that can be found by its name. */
export interface FindablePage extends SpelledName {
  readonly to: string;
}

const pagesMax = 6;

/**
 * The pages whose name, pinyin or initials hold what was typed: exact ones first, then those that begin with it, then
 * those that contain it, each in the order of the navigation.
 */
export function foundPages(pages: readonly FindablePage[], typed: string): FindablePage[] {
  if (typed.trim() === '') return [];
  return pages
    .flatMap((page, place) => {
      const rank = rankOf(page, typed);
      return rank === null ? [] : [{ page, place, rank }];
    })
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, pagesMax)
    .map(({ page }) => page);
}
