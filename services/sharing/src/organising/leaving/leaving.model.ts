import type { SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import type { AgreementTerms } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { type Party, partyKey, sameParty } from '@gongxiang/domain';
import { type Host, payingParties } from '../../activities/agreement/agreement.model.js';

type WithoutKind = (rule: SplitRuleDto, key: string) => SplitRuleDto | null;

/**
 * A cost rule without a party: its own amounts and weights are removed, what it would have carried first is carried
 * by the rest, and what it would have given is not given.
 * @returns null if nothing is left that would split anything
 */
export function ruleWithout(rule: SplitRuleDto, key: string): SplitRuleDto | null {
  return withoutOf[rule.kind](rule, key);
}

const withoutOf: Readonly<Record<SplitRuleDto['kind'], WithoutKind>> = {
  equal: (rule) => rule,
  ratio: ratioWithout,
  headcount: countWithout,
  usage: countWithout,
  fixed: fixedWithout,
  hostShare: (rule, key) => firstWithout(rule, key, rule.party === key),
  subsidyFirst: (rule, key) => firstWithout(rule, key, rule.source === key),
  tiers: tiersWithout,
};

function ratioWithout(rule: SplitRuleDto, key: string): SplitRuleDto | null {
  const weights = without(rule.weights ?? {}, key);
  return Object.values(weights).some((weight) => weight > 0) ? { ...rule, weights } : null;
}

function countWithout(rule: SplitRuleDto, key: string): SplitRuleDto | null {
  if (rule.else === undefined || rule.else === null) return rule;
  const other = ruleWithout(rule.else, key);
  return other === null ? null : { ...rule, else: other };
}

function fixedWithout(rule: SplitRuleDto, key: string): SplitRuleDto | null {
  const amounts = without(rule.amounts ?? {}, key);
  const rest = restWithout(rule, key);
  if (rest === null) return null;
  return Object.keys(amounts).length > 0 ? { ...rule, ...rest, amounts } : (rest.rest ?? null);
}

/** @param isGone whether the one who carries or gives first is the leaving party */
function firstWithout(rule: SplitRuleDto, key: string, isGone: boolean): SplitRuleDto | null {
  const rest = restWithout(rule, key);
  if (rest === null) return null;
  return isGone ? (rest.rest ?? null) : { ...rule, ...rest };
}

function restWithout(rule: SplitRuleDto, key: string): { rest?: SplitRuleDto } | null {
  if (rule.rest === undefined) return {};
  const rest = ruleWithout(rule.rest, key);
  return rest === null ? null : { rest };
}

function tiersWithout(rule: SplitRuleDto, key: string): SplitRuleDto | null {
  const tiers = (rule.tiers ?? []).flatMap((tier) => {
    const inner = ruleWithout(tier.rule, key);
    return inner === null ? [] : [{ ...tier, rule: inner }];
  });
  return tiers.length === (rule.tiers ?? []).length ? { ...rule, tiers } : null;
}

function without<Value>(byParty: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(byParty).filter(([party]) => party !== key));
}

type SplitTerms = Pick<AgreementTerms, 'parties' | 'rule' | 'caps' | 'floors'>;

/**
 * The terms of a cost split without a host. A host that pays nothing itself, or pays through a union that stays,
 * changes nothing.
 * @returns null if the rule is empty without it
 */
export function termsWithout(terms: SplitTerms, stay: readonly Host[]): SplitTerms | null {
  const staying = payingParties(stay);
  const parties = terms.parties.filter((party) => staying.some((one) => sameParty(one, party)));
  const gone = terms.parties.filter((party) => !parties.includes(party)).map(partyKey);
  let rule: SplitRuleDto | null = terms.rule;
  let { caps, floors } = terms;
  for (const key of gone) {
    rule = rule === null ? null : ruleWithout(rule, key);
    caps = without(caps, key);
    floors = without(floors, key);
  }
  return rule === null || parties.length === 0 ? null : { parties, rule, caps, floors };
}

/** Heads of one union's members. */
export interface UnionHeads {
  readonly unionPath: string;
  readonly heads: number;
}

/**
 * Heads per party, counted as settlement does at the close: for the nearest party at or above a person's union; an
 * enterprise represents its union, unless that union is a party itself.
 * @param placeOf the path of the union behind a party
 */
export function headsByParty(
  parties: readonly Party[],
  placeOf: (party: Party) => string | undefined,
  heads: readonly UnionHeads[],
): Map<string, number> {
  const unionPlaces = new Set(parties.filter(({ kind }) => kind === 'union').map(placeOf));
  const counted = parties.flatMap((party) => {
    const place = placeOf(party);
    const isCounted = place !== undefined && (party.kind === 'union' || !unionPlaces.has(place));
    return isCounted ? [{ key: partyKey(party), place }] : [];
  });
  const counts = new Map(parties.map((party) => [partyKey(party), 0]));
  for (const { unionPath, heads: count } of heads) {
    const [nearest] = counted
      .filter(({ place }) => unionPath.startsWith(place))
      .sort((left, right) => right.place.length - left.place.length);
    if (nearest !== undefined) counts.set(nearest.key, (counts.get(nearest.key) ?? 0) + count);
  }
  return counts;
}

/** The pools only for a leaving host's members: no remaining host is behind the same union. */
export function poolsOfLeaver<
  Pool extends { readonly unionId: string | null; readonly sex: unknown; readonly releasedAt: Date | null },
>(pools: readonly Pool[], leaver: { readonly unionId: string }, stay: readonly Host[]): Pool[] {
  if (stay.some(({ unionId }) => unionId === leaver.unionId)) return [];
  // Seats for women or men alone are not for everybody, so they stay where they are.
  return pools.filter(
    ({ unionId, sex, releasedAt }) => unionId === leaver.unionId && sex === null && releasedAt === null,
  );
}
