import { sum } from '@gongxiang/domain';
import { type ApprovedPool, signedPools, spentBy } from '../../funding/spending/spending.model.js';

export interface PartyAmount {
  /** `union:<id>` */
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
}

/** Payments by participants. */
export interface SelfPaid {
  /** Fen. */
  readonly amount: bigint;
  readonly heads: number;
}

/** The costs of an activity in a year. Shares sum to the cost, and so do payers. */
export interface DisclosedActivity {
  readonly matterId: string;
  readonly cost: bigint;
  readonly borne: bigint;
  readonly subsidy: bigint;
  readonly selfPaid: SelfPaid;
  readonly shares: readonly PartyAmount[];
  readonly payers: readonly PartyAmount[];
}

/**
 * The costs of a union's activities in a period: pools approved in it less those reversed in it. Activities with a
 * zero result are omitted.
 * @param selfPaid payments by participants, by pool id; they count as long as the pool counts
 * @returns sorted by the amount the union bore, highest first
 */
export function disclosedActivities(
  party: string,
  pools: readonly ApprovedPool[],
  selfPaid: ReadonlyMap<string, SelfPaid>,
  period: { readonly from: string; readonly to: string },
): DisclosedActivity[] {
  const signed = signedPools(pools, period);
  const matterIds = [...new Set(signed.map(({ pool }) => pool.matterId))];
  const activities = matterIds.map((matterId): DisclosedActivity => {
    const own = signed.filter(({ pool }) => pool.matterId === matterId);
    const total = (of: (pool: ApprovedPool) => bigint): bigint =>
      sum(own.map(({ pool, sign }) => sign * of(pool)));
    return {
      matterId,
      cost: total(({ billed }) => sum(billed.map(({ amount }) => amount))),
      borne: total((pool) => sum(spentBy(party, pool.borne, pool.billed).map(({ amount }) => amount))),
      subsidy: total(({ source, subsidy }) => (source === null || source === party ? 0n : subsidy)),
      selfPaid: addedUp(own.map(({ pool, sign }) => signedOf(selfPaid.get(pool.id), sign))),
      shares: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.borne }))),
      payers: perParty(own.map(({ pool, sign }) => ({ sign, amounts: pool.paid }))),
    };
  });
  const nonZero = activities.filter((one) =>
    [one.cost, one.borne, one.selfPaid.amount].some((fen) => fen !== 0n),
  );
  return nonZero.sort((left, right) => (left.borne === right.borne ? 0 : left.borne > right.borne ? -1 : 1));
}

export function addedUp(parts: readonly SelfPaid[]): SelfPaid {
  return {
    amount: sum(parts.map(({ amount }) => amount)),
    heads: parts.reduce((count, { heads }) => count + heads, 0),
  };
}

/** Refunds appear as separate pools without payments by participants. */
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
