import { sum } from '@gongxiang/domain';
import { ruleAfter } from '../../splits/split/rule-after.model.js';
import type { FenByParty, SplitRule } from '../../splits/split/rule.model.js';
import type { Share, SplitResult } from '../../splits/split/split.model.js';

/** The rule of an agreement with its bounds, in fen. */
export interface SplitTerms {
  readonly rule: SplitRule;
  readonly caps: FenByParty;
  readonly floors: FenByParty;
}

/** An earlier pool of the same activity that is still approved. */
export interface EarlierPool {
  readonly id: string;
  readonly total: bigint;
  /** The subsidy granted, and the part of it that was refunded. */
  readonly subsidy: bigint;
  readonly subsidyReturned: bigint;
  /** Shares net of refunds, by party. */
  readonly borne: ReadonlyMap<string, bigint>;
}

/** The form stored with the shares of a supplement: fen as text. */
export interface StoredPool extends Record<'id' | 'total' | 'subsidy' | 'subsidyReturned', string> {
  readonly borne: Readonly<Record<string, string>>;
}

export function toStoredPool({ id, total, subsidy, subsidyReturned, borne }: EarlierPool): StoredPool {
  return {
    id,
    total: String(total),
    subsidy: String(subsidy),
    subsidyReturned: String(subsidyReturned),
    borne: Object.fromEntries([...borne].map(([party, amount]) => [party, String(amount)])),
  };
}

export function fromStoredPool({ id, total, subsidy, subsidyReturned, borne }: StoredPool): EarlierPool {
  return {
    id,
    total: BigInt(total),
    subsidy: BigInt(subsidy),
    subsidyReturned: BigInt(subsidyReturned),
    borne: new Map(Object.entries(borne).map(([party, amount]) => [party, BigInt(amount)])),
  };
}

/**
 * The terms by which a supplement is split, less what earlier pools have used. Caps, floors and the subsidy limit
 * bind the sum over all pools, so only the remainders bind here; they count what is borne net of refunds. Fixed
 * amounts and tiers are used up by the gross amounts that went through the rule, regardless of refunds.
 */
export function termsAfter(terms: SplitTerms, earlier: readonly EarlierPool[]): SplitTerms {
  const borne = borneBefore(earlier);
  const left = (bounds: FenByParty): FenByParty =>
    Object.fromEntries(
      Object.entries(bounds).map(([party, bound]) => [party, atLeastZero(bound - (borne.get(party) ?? 0n))]),
    );
  const rule = earlier.reduce((one, { total, subsidy }) => afterPool(one, total, subsidy), terms.rule);
  return { rule: withSubsidyLeft(rule, earlier), caps: left(terms.caps), floors: left(terms.floors) };
}

/** The amount each party has borne in all earlier pools. */
export function borneBefore(earlier: readonly EarlierPool[]): Map<string, bigint> {
  const borne = new Map<string, bigint>();
  for (const pool of earlier) {
    for (const [party, amount] of pool.borne) borne.set(party, (borne.get(party) ?? 0n) + amount);
  }
  return borne;
}

/** Prepends a `BORNE_BEFORE` step to every trace. */
export function withBefore(result: SplitResult, borne: ReadonlyMap<string, bigint>): SplitResult {
  const shares = result.shares.map((share): Share => {
    const params = { borneFen: String(borne.get(share.party) ?? 0n) };
    return { ...share, trace: [{ code: 'BORNE_BEFORE', params }, ...share.trace] };
  });
  return { ...result, shares };
}

function afterPool(rule: SplitRule, total: bigint, subsidy: bigint): SplitRule {
  if (rule.kind !== 'subsidyFirst') return ruleAfter(rule, total);
  return { ...rule, rest: ruleAfter(rule.rest, total - subsidy) };
}

function withSubsidyLeft(rule: SplitRule, earlier: readonly EarlierPool[]): SplitRule {
  if (rule.kind !== 'subsidyFirst' || rule.upTo === null || rule.upTo === undefined) return rule;
  const given = sum(earlier.map(({ subsidy, subsidyReturned }) => subsidy - subsidyReturned));
  return { ...rule, upTo: atLeastZero(rule.upTo - given) };
}

function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
