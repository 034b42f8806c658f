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

/** An earlier pool of the same activity that stands. */
export interface EarlierPool {
  readonly id: string;
  readonly total: bigint;
  /** What the source of the subsidy gave, and what of it came back. */
  readonly subsidy: bigint;
  readonly subsidyReturned: bigint;
  /** Shares less what was refunded, by party. */
  readonly borne: ReadonlyMap<string, bigint>;
}

/** The same as it is kept with the shares of a supplement: fen as text. */
export interface ToldPool extends Record<'id' | 'total' | 'subsidy' | 'subsidyReturned', string> {
  readonly borne: Readonly<Record<string, string>>;
}

export function toldOf({ id, total, subsidy, subsidyReturned, borne }: EarlierPool): ToldPool {
  return {
    id,
    total: String(total),
    subsidy: String(subsidy),
    subsidyReturned: String(subsidyReturned),
    borne: Object.fromEntries([...borne].map(([party, amount]) => [party, String(amount)])),
  };
}

export function fromTold({ id, total, subsidy, subsidyReturned, borne }: ToldPool): EarlierPool {
  return {
    id,
    total: BigInt(total),
    subsidy: BigInt(subsidy),
    subsidyReturned: BigInt(subsidyReturned),
    borne: new Map(Object.entries(borne).map(([party, amount]) => [party, BigInt(amount)])),
  };
}

/**
 * The terms by which a supplement is split, after what earlier pools have taken. A cap binds the sum, so what is left of it
 * binds here; so do a floor and the limit of the subsidy. These three count what is borne in the end, refunds taken off. Fixed
 * amounts are paid and tiers used up by what went through the rule, whether or not some of it came back.
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

/** What each party has borne by the earlier pools together. */
export function borneBefore(earlier: readonly EarlierPool[]): Map<string, bigint> {
  const borne = new Map<string, bigint>();
  for (const pool of earlier) {
    for (const [party, amount] of pool.borne) borne.set(party, (borne.get(party) ?? 0n) + amount);
  }
  return borne;
}

/** Says first, in every trace, what was borne before. */
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
