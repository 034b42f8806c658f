import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { allocate, sum } from '@gongxiang/domain';

/** Bills with the same expense code and kind of money, in fen. */
export interface Billed {
  readonly expenseCode: string;
  readonly incomeKind: IncomeKind;
  readonly amount: bigint;
}

/** The amount a party bears of a pool, in fen. */
export interface Borne {
  readonly party: string;
  readonly amount: bigint;
}

/**
 * The amount one union bore of one pool, on the day of its approval, or negated on the day of its reversal; or paid for a
 * matter, on the day of the payment, or negated on the day on which it came back.
 */
export interface Movement {
  /** The activity, or the shared bill itself; null for a payment to a person, which is no cost of an activity. */
  readonly matterId: string | null;
  /** `YYYY-MM-DD` in China. */
  readonly on: string;
  readonly spent: readonly Billed[];
}

/** An approved pool, or a refund of one, with the data to attribute its bills to the parties. */
export interface ApprovedPool {
  readonly id: string;
  /** -1 for a refund, which is represented as a pool of the returned amounts and subtracted. */
  readonly sign: 1n | -1n;
  /** The activity, or the shared bill itself. */
  readonly matterId: string;
  readonly approvedOn: string;
  readonly reversedOn: string | null;
  /** In the agreement's order, the source of the subsidy last; they sum to the bills. */
  readonly borne: readonly Borne[];
  readonly billed: readonly Billed[];
  /** The payers with their amounts; they sum to the bills too. */
  readonly paid: readonly Borne[];
  /** The source of the subsidy and its amount; null and zero if there is none. */
  readonly source: string | null;
  readonly subsidy: bigint;
}

/**
 * The amount a party bore of each kind of bills. Every party bears each kind in proportion to its part of the total,
 * by largest remainder, served in the agreement's order from the open amounts. The parts of a party therefore sum to
 * its share, and the parts of all parties to each kind of bills, to the fen.
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

/**
 * A pool's contribution to a period: positive at its approval and negative at its reversal; the opposite for a
 * refund.
 */
interface SignedPool {
  readonly pool: ApprovedPool;
  readonly on: string;
  readonly sign: 1n | -1n;
}

/** The contributions to an inclusive period: pools approved in it, less those reversed in it. */
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

/** The amounts a party bore in an inclusive period. */
export function movementsOf(
  party: string,
  pools: readonly ApprovedPool[],
  period: { readonly from: string; readonly to: string },
): Movement[] {
  return signedPools(pools, period).map(({ pool, on, sign }) => ({
    matterId: pool.matterId,
    on,
    spent: spentBy(party, pool.borne, pool.billed).map((kind) => ({ ...kind, amount: sign * kind.amount })),
  }));
}

export function totalSpent(movements: readonly Movement[]): bigint {
  return sum(movements.flatMap(({ spent }) => spent.map(({ amount }) => amount)));
}

/** Sums spending by a key. */
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
