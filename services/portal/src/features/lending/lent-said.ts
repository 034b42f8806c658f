import type { BorrowForm } from '../resource/borrow.js';
import { lentQuantityOf } from '../stock/lent-quantity.js';

type Business = NonNullable<BorrowForm['business']>;

/** What is said of how many, what for, and of the conditions, as far as it is. */
export function lentSaid({
  quantity: typed,
  business,
  conditionsVersion,
}: Pick<BorrowForm, 'quantity' | 'business' | 'conditionsVersion'>): {
  quantity?: number;
  business?: Business;
  conditionsVersion?: number;
} {
  const quantity = lentQuantityOf(typed);
  return {
    ...(quantity === null ? {} : { quantity }),
    ...(business === undefined ? {} : { business }),
    ...(conditionsVersion === undefined ? {} : { conditionsVersion }),
  };
}
