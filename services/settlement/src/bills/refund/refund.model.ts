import { allocate, DomainError } from '@gongxiang/domain';
import { type Borne, type Due, duesOf, type Paid } from '../cost-pool/dues.model.js';

/** What a party bears of a pool, and what of it it has back or is about to have, in fen. */
export interface RefundableShare {
  readonly share: bigint;
  readonly before: bigint;
}

/**
 * The original shares, negated for a part of the whole: each gets back in proportion to what is left of its share, by largest
 * remainder. The rule of the agreement is not asked again (E94). As the weights are what is left, nobody gets more than that,
 * and whatever the parts and their order, all of them together are the exact negation of the shares.
 * @param total fen, at most what is left of all shares
 * @param shares in their order, the source of the subsidy last
 * @returns one part for each share; they make the total
 */
export function partsOf(total: bigint, shares: readonly RefundableShare[], rotation: number): bigint[] {
  return allocate(
    total,
    shares.map(({ share, before }) => share - before),
    rotation,
  );
}

/**
 * Who has the money back owes of it to each other party its part: the debts of a split with the sides exchanged.
 * @param parts what each party gets back
 * @param back who has how much of the money, by the kind that it was paid from
 */
export function refundDues<Fund extends string>(
  parts: readonly Borne[],
  back: readonly Paid<Fund>[],
): Due<Fund>[] {
  return duesOf(parts, back).map(({ debtor, creditor, incomeKind, amount }) => ({
    debtor: creditor,
    creditor: debtor,
    incomeKind,
    amount,
  }));
}

/** A bill that money may come back on. */
export interface RefundableItem {
  readonly id: string;
  readonly amountFen: bigint;
  /** What has come back, or is about to. */
  readonly beforeFen: bigint;
}

/**
 * E81, E92: each line is held against its own bill and what is left of that, never against a sum.
 * @throws DomainError `ITEM_NOT_IN_POOL`, `ITEM_TWICE`, `AMOUNT_NOT_POSITIVE`, `REFUND_ABOVE_ITEM` {excessFen}
 */
export function checkLines(
  lines: readonly { readonly itemId: string; readonly amountFen: bigint }[],
  items: readonly RefundableItem[],
): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  const named = new Set<string>();
  for (const [index, { itemId, amountFen }] of lines.entries()) {
    const pointer = `/lines/${index}`;
    const item = byId.get(itemId);
    if (item === undefined) throw new DomainError('ITEM_NOT_IN_POOL', { pointer: `${pointer}/itemId` });
    if (named.has(itemId)) throw new DomainError('ITEM_TWICE', { pointer: `${pointer}/itemId` });
    if (amountFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: `${pointer}/amount` });
    const excess = amountFen - (item.amountFen - item.beforeFen);
    if (excess > 0n) {
      const params = { excessFen: String(excess) };
      throw new DomainError('REFUND_ABOVE_ITEM', { pointer: `${pointer}/amount`, params });
    }
    named.add(itemId);
  }
}

export type RefundState = 'proposed' | 'posted' | 'returned' | 'withdrawn' | 'reversed';
export type RefundVerb = 'approve' | 'return' | 'withdraw' | 'reverse';

/** The whole life of a refund. */
const transitions: Readonly<Record<RefundVerb, { readonly from: RefundState; readonly to: RefundState }>> = {
  approve: { from: 'proposed', to: 'posted' },
  return: { from: 'proposed', to: 'returned' },
  withdraw: { from: 'proposed', to: 'withdrawn' },
  reverse: { from: 'posted', to: 'reversed' },
};

/** @throws DomainError 409 `ILLEGAL_TRANSITION` */
export function nextRefundState(state: RefundState, verb: RefundVerb): RefundState {
  const { from, to } = transitions[verb];
  if (state !== from) throw new DomainError('ILLEGAL_TRANSITION');
  return to;
}
