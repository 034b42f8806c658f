import { useSearchParams } from 'react-router';
import { orderOf, wordOf } from './list-order.model.js';

/**
 * The order of the list as it stands in the address, as the platform is asked for it.
 * @param columns in whose order the platform answers; they stand in `served` of the table, too
 * @returns nothing where the order is another one, which the page makes by itself
 */
export function useServedOrder<Column extends string>(
  columns: readonly Column[],
): { readonly order?: Column | `-${Column}` } {
  const [search] = useSearchParams();
  const order = orderOf(search.get('by'), columns);
  return order === null ? {} : { order: wordOf(order) as Column | `-${Column}` };
}
