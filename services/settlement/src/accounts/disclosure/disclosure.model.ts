import { sum } from '@gongxiang/domain';
import { type ApprovedPool, signedPools, spentBy } from '../../funding/spending/spending.model.js';

export interface PartyAmount {
  /** `union:<id>` */
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
}

/** What participants paid themselves. */
export interface SelfPaid {
  /** Fen. */
  readonly amount: bigint;
  readonly heads: number;
}

/** What an activity came to in a year. Shares sum to the cost, and so do payers. */
export interface DisclosedActivity {
  readonly activityId: string;
  readonly cost: bigint;
  readonly borne: bigint;
  readonly subsidy: bigint;
  readonly selfPaid: SelfPaid;
  readonly shares: readonly PartyAmount[];
  readonly payers: readonly PartyAmount[];
}

/**
 * What the activities of a union came to in a period: pools approved in it less those reversed in it. One of which nothing
 * is left is not told.
 * @param selfPaid of each pool, by its id; it counts as long as its pool does
 * @returns the dearest for the union first
 */
export function disclosedActivities(
  party: string,
  pools: readonly ApprovedPool[],
  selfPaid: ReadonlyMap<string, SelfPaid>,
  period: { readonly from: string; readonly to: string },
): DisclosedActivity[] {
  const signed = signedPools(pools, period);
  const activityIds = [...new Set(signed.map(({ pool }) => pool.activityId))];
  const activities = activityIds.map((activityId): DisclosedActivity => {
    const own = signed.filter(({ pool }) => pool.activityId === activityId);
    const total = (of: (pool: ApprovedPool) => bigint): bigint =>
      sum(own.map(({ pool, sign }) => sign * of(pool)));
    return {
      activityId,
      cost: total(({ billed }) => sum(billed.map(({ amount }) => amount))),
      borne: total((pool) => sum(spentBy(party, pool.borne, pool.billed).map(({ amount }) => amount))),
      subsidy: total(({ source, subsidy }) => (source === null || source === party ? 0n : subsidy)),
      selfPaid: addedUp(own.map(({ pool, sign }) => signedOf(selfPaid.get(pool.id), sign))),
      shares: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.borne }))),
      payers: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.paid }))),
    };
  });
  const kept = activities.filter((one) =>
    [one.cost, one.borne, one.selfPaid.amount].some((fen) => fen !== 0n),
  );
  return kept.sort((left, right) => (left.borne === right.borne ? 0 : left.borne > right.borne ? -1 : 1));
}

export function addedUp(parts: readonly SelfPaid[]): SelfPaid {
  return {
    amount: sum(parts.map(({ amount }) => amount)),
    heads: parts.reduce((count, { heads }) => count + heads, 0),
  };
}

/** Refunds are told as pools of their own, of which participants have paid nothing. */
function signedOf(one: SelfPaid | undefined, sign: bigint): SelfPaid {
  if (one === undefined) return { amount: 0n, heads: 0 };
  return { amount: sign * one.amount, heads: Number(sign) * one.heads };
}

function perParty(
  parts: readonly { readonly sign: bigint; readonly amounts: readonly PartyAmount[] }[],
): PartyAmount[] {
  const totals = new Map<string, bigint>();
  for (const { sign, amounts } of parts) {
    for (const { party, amount } of amounts) totals.set(party, (totals.get(party) ?? 0n) + sign * amount);
  }
  return [...totals].flatMap(([party, amount]) => (amount === 0n ? [] : [{ party, amount }]));
}
