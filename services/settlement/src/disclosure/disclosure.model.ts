import { sum } from '@gongxiang/domain';
import { type ApprovedPool, signedPools, spentBy } from '../spending/spending.model.js';

export interface PartyAmount {
  /** `union:<id>` */
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
}

/** What an activity came to in a year. Shares sum to the cost, and so do payers. */
export interface DisclosedActivity {
  readonly activityId: string;
  readonly cost: bigint;
  readonly borne: bigint;
  readonly subsidy: bigint;
  readonly shares: readonly PartyAmount[];
  readonly payers: readonly PartyAmount[];
}

/**
 * What the activities of a union came to in a period: pools approved in it less those reversed in it. One of which nothing
 * is left is not told.
 * @returns the dearest for the union first
 */
export function disclosedActivities(
  party: string,
  pools: readonly ApprovedPool[],
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
      shares: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.borne }))),
      payers: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.paid }))),
    };
  });
  const kept = activities.filter(({ cost, borne }) => cost !== 0n || borne !== 0n);
  return kept.sort((left, right) => (left.borne === right.borne ? 0 : left.borne > right.borne ? -1 : 1));
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
