import { type BorrowForm, spanOf } from '../borrowing/borrow.js';
import { BusinessField } from '../resource/business-field.js';
import type { Resource } from '../resource/resource-filters.js';
import { useRight } from '../resource/use-right.js';
import { LentField } from '../stock/lent-field.js';
import { lentQuantityOf } from '../stock/lent-quantity.js';

interface LentWishProps {
  readonly resource: Resource;
  /** The values of the form so far; a wait has no time yet. */
  readonly values: Pick<BorrowForm, 'borrowerUnionId' | 'startsAt' | 'endsAt' | 'quantity' | 'business'>;
}

/** How many of a counted resource, and the purpose where the right is limited to some. */
export function LentWish({ resource, values }: LentWishProps) {
  const { business, borrowerUnionId } = values;
  const wish = { period: spanOf(values), business, quantity: lentQuantityOf(values.quantity) };
  const right = useRight(resource.id, borrowerUnionId?.id, wish);
  const businesses = right?.grant?.businesses ?? [];
  return (
    <>
      <LentField resource={resource} />
      {(businesses.length > 0 || business !== undefined) && <BusinessField businesses={businesses} />}
    </>
  );
}
