import { sum } from '@gongxiang/domain';
import type { SplitRule, SubsidyRule } from './rule.model.js';
import type { Share } from './split.model.js';

/** What a node gave to one party; of a subsidy what its source gave. */
export interface Gift {
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
  /** Of a leaf: what the party weighs in it, and what all do. */
  readonly weight: string | null;
  readonly weightSum: string | null;
}

/** One node of a rule with what came to it and what it gave, in the order in which the rule is written. */
export interface SplitNode {
  readonly pointer: string;
  /** From 1 at the root. */
  readonly depth: number;
  readonly kind: SplitRule['kind'];
  /** Fen that reached it; null where none did: another rule than the first, or a tier above the total. */
  readonly reached: bigint | null;
  /** Of a host's share and a subsidy. */
  readonly percent: string | null;
  /** Fen, of a subsidy: at most so much. */
  readonly upTo: bigint | null;
  /** Of a rule within a tier: the cumulative bounds of it in fen; null above for none. */
  readonly tier: { readonly number: number; readonly from: bigint; readonly upTo: bigint | null } | null;
  readonly gifts: readonly Gift[];
}

export interface SplitOutcome {
  readonly total: bigint;
  readonly rule: SplitRule;
  readonly shares: readonly Share[];
  readonly subsidy: bigint | null;
}

/**
 * The tree of a split with its numbers, read back from the traces of the shares: what was given is not computed again.
 * @returns the nodes, each before those below it; a node's gifts and what reaches those below it make what reached it
 */
export function treeOf({ total, rule, shares, subsidy }: SplitOutcome): SplitNode[] {
  const nodes: SplitNode[] = [];
  walk({ nodes, shares, subsidy }, rule, {
    pointer: '/rule',
    depth: 1,
    reached: total,
    tier: null,
  });
  return nodes;
}

interface Walk {
  readonly nodes: SplitNode[];
  readonly shares: readonly Share[];
  readonly subsidy: bigint | null;
}

type Place = Pick<SplitNode, 'pointer' | 'depth' | 'reached' | 'tier'>;

function walk(way: Walk, rule: SplitRule, place: Place): void {
  const gifts = rule.kind === 'subsidyFirst' ? subsidyOf(way, rule) : giftsAt(way.shares, place.pointer);
  way.nodes.push({ ...place, kind: rule.kind, ...limitsOf(rule), gifts });
  if (rule.kind === 'tiers') return walkTiers(way, rule, place);
  if ('rest' in rule) {
    const taken = sum(gifts.map(({ amount }) => amount));
    const reached = place.reached === null ? null : place.reached - taken;
    return walk(way, rule.rest, below(place, 'rest', reached));
  }
  if ('else' in rule && rule.else)
    walk(way, rule.else, below(place, 'else', isElse(way, place.pointer) ? place.reached : null));
}

function limitsOf(rule: SplitRule): Pick<SplitNode, 'percent' | 'upTo'> {
  if (rule.kind === 'hostShare') return { percent: rule.percent, upTo: null };
  if (rule.kind !== 'subsidyFirst') return { percent: null, upTo: null };
  return { percent: rule.percent ?? null, upTo: rule.upTo ?? null };
}

/** Did all weigh nothing there, so that the other rule applied? */
function isElse({ shares }: Walk, at: string): boolean {
  return shares.some(({ trace }) =>
    trace.some(({ pointer, code }) => pointer === at && code.startsWith('ELSE_')),
  );
}

function walkTiers(way: Walk, rule: Extract<SplitRule, { kind: 'tiers' }>, place: Place): void {
  const amount = place.reached ?? 0n;
  let from = 0n;
  for (const [index, { upTo, rule: inner }] of rule.tiers.entries()) {
    const to = upTo !== null && upTo < amount ? upTo : amount;
    const at = below(place, `tiers/${index}/rule`, to > from ? to - from : null);
    walk(way, inner, { ...at, tier: { number: index + 1, from, upTo } });
    from = upTo ?? to;
  }
}

function below(place: Place, step: string, reached: bigint | null): Place {
  return { pointer: `${place.pointer}/${step}`, depth: place.depth + 1, reached, tier: null };
}

/** Its source is no party: no trace of a share tells of it. */
function subsidyOf({ subsidy }: Walk, { source: party }: SubsidyRule): Gift[] {
  return subsidy === null ? [] : [{ party, amount: subsidy, weight: null, weightSum: null }];
}

function giftsAt(shares: readonly Share[], at: string): Gift[] {
  return shares.flatMap(({ party, trace }) =>
    trace
      .filter(({ pointer, params }) => pointer === at && params['amountFen'] !== undefined)
      .map(({ params }) => ({
        party,
        amount: BigInt(params['amountFen'] ?? 0),
        weight: textOf(params['weight']),
        weightSum: textOf(params['weightSum']),
      })),
  );
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
