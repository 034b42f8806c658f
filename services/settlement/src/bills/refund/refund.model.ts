import { allocate, DomainError } from '@gongxiang/domain';
import { type Borne, type Due, duesOf, type Paid } from '../cost-pool/dues.model.js';

/** The share of a party and its earlier refunds, posted or pending, in fen. */
interface RefundableShare {
  readonly share: bigint;
  readonly before: bigint;
}

/**
 * Splits a refund: each party gets back in proportion to the rest of its share, by largest remainder. The rule of the
 * agreement is not applied again (E94). As the weights are the rests, nobody gets back more than their rest, and a
 * full refund in any number of parts is the exact negation of the shares.
 * @param total fen, at most the sum of the rests
 * @param shares in their order, the source of the subsidy last
 * @returns one part for each share; they sum to the total
 */
export function partsOf(total: bigint, shares: readonly RefundableShare[], rotation: number): bigint[] {
  return allocate(
    total,
    shares.map(({ share, before }) => share - before),
    rotation,
  );
}

/**
 * A party that received the returned money owes the other parties their parts: the debts of a split with the sides
 * exchanged.
 * @param parts the amount each party gets back
 * @param back the returned money by recipient and by the kind it was paid from
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

/** A bill that may be refunded. */
interface RefundableItem {
  readonly id: string;
  readonly amountFen: bigint;
  /** Earlier refunds, posted or pending. */
  readonly beforeFen: bigint;
}

/**
 * E81, E92: checks each line against the rest of its own bill, never against a sum.
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

type RefundState = 'proposed' | 'posted' | 'returned' | 'withdrawn' | 'reversed';
export type RefundVerb = 'approve' | 'return' | 'withdraw' | 'reverse';

/** The state machine of a refund. */
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
