import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { allocate, sum } from '@gongxiang/domain';

/** Bills of one kind: what they were for, from which money they were paid, in fen. */
export interface Billed {
  readonly expenseCode: string;
  readonly incomeKind: IncomeKind;
  readonly amount: bigint;
}

/** What a party bears of a pool, in fen. */
export interface Borne {
  readonly party: string;
  readonly amount: bigint;
}

/** What one union bore of one pool: on the day of its approval, or with the sign turned on that of its reversal. */
export interface Movement {
  readonly costPoolId: string;
  readonly activityId: string;
  /** `YYYY-MM-DD` in China. */
  readonly on: string;
  readonly spent: readonly Billed[];
}

/** A pool as it was approved, or a refund of one, with what is needed to say what each party bore of what. */
export interface ApprovedPool {
  readonly id: string;
  /** -1: a refund. It is told as a pool of what came back, and counts less. */
  readonly sign: 1n | -1n;
  readonly activityId: string;
  readonly approvedOn: string;
  readonly reversedOn: string | null;
  /** In the agreement's order, the source of the subsidy last; they sum to what was billed. */
  readonly borne: readonly Borne[];
  readonly billed: readonly Billed[];
  /** Who paid the bills, and what each of them; they sum to the same. */
  readonly paid: readonly Borne[];
  /** Who gave the subsidy that was taken first, and how much; null and zero where there is none. */
  readonly source: string | null;
  readonly subsidy: bigint;
}

/**
 * What a party bore of each kind of bills. The rule: everybody bears of each kind as it is part of the whole, by largest
 * remainder; in the agreement's order each is served from what is left open. So the parts of a party sum to its share, and
 * the parts of all parties to each kind of bills, to the fen.
 * @returns parts above zero, in the order of the bills
 */
export function spentBy(party: string, borne: readonly Borne[], billed: readonly Billed[]): Billed[] {
  const open = billed.map(({ amount }) => amount);
  const spent = billed.map(() => 0n);
  for (const one of borne) {
    const parts = allocate(one.amount, open);
    for (const [index, part] of parts.entries()) {
      open[index] = (open[index] ?? 0n) - part;
      if (one.party === party) spent[index] = (spent[index] ?? 0n) + part;
    }
  }
  return billed.flatMap((kind, index) => {
    const amount = spent[index] ?? 0n;
    return amount === 0n ? [] : [{ ...kind, amount }];
  });
}

/** A pool as it counts in a period: once when it was approved, and once less when it was reversed; a refund the other way round. */
export interface SignedPool {
  readonly pool: ApprovedPool;
  readonly on: string;
  readonly sign: 1n | -1n;
}

/** What counts in a period, both days included: pools approved in it, less those reversed in it. */
export function signedPools(
  pools: readonly ApprovedPool[],
  { from, to }: { readonly from: string; readonly to: string },
): SignedPool[] {
  const isWithin = (day: string | null): day is string => day !== null && from <= day && day <= to;
  return pools.flatMap((pool): SignedPool[] => [
    ...(isWithin(pool.approvedOn) ? [{ pool, on: pool.approvedOn, sign: pool.sign }] : []),
    ...(isWithin(pool.reversedOn) ? [{ pool, on: pool.reversedOn, sign: turned(pool.sign) }] : []),
  ]);
}

const turned = (sign: 1n | -1n): 1n | -1n => (sign === 1n ? -1n : 1n);

/** What a party bore in a period, both days included. */
export function movementsOf(
  party: string,
  pools: readonly ApprovedPool[],
  period: { readonly from: string; readonly to: string },
): Movement[] {
  return signedPools(pools, period).map(({ pool, on, sign }) => ({
    costPoolId: pool.id,
    activityId: pool.activityId,
    on,
    spent: spentBy(party, pool.borne, pool.billed).map((kind) => ({ ...kind, amount: sign * kind.amount })),
  }));
}

export function totalSpent(movements: readonly Movement[]): bigint {
  return sum(movements.flatMap(({ spent }) => spent.map(({ amount }) => amount)));
}

/** Adds up what was spent by whatever a piece of it is counted under. */
export function spentPer<Key extends string>(
  movements: readonly Movement[],
  keyOf: (movement: Movement, billed: Billed) => Key,
): Map<Key, bigint> {
  const totals = new Map<Key, bigint>();
  for (const movement of movements) {
    for (const billed of movement.spent) {
      const key = keyOf(movement, billed);
      totals.set(key, (totals.get(key) ?? 0n) + billed.amount);
    }
  }
  return totals;
}
