import { sum } from '@gongxiang/domain';
import type { SplitRule, SubsidyRule } from './rule.model.js';
import type { Share } from './split.model.js';

/** The amount that a node assigned to one party, or that the source of a subsidy paid. */
export interface Assignment {
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
  /** For a leaf: the weight of the party, and the sum of all weights. */
  readonly weight: string | null;
  readonly weightSum: string | null;
}

/** One node of a rule with the amount that reached it and its assignments, in the order of the rule. */
export interface SplitNode {
  readonly pointer: string;
  /** From 1 at the root. */
  readonly depth: number;
  readonly kind: SplitRule['kind'];
  /** The fen that reached it; null if none did, such as for an unused `else` rule or a tier above the total. */
  readonly reached: bigint | null;
  /** Set for a host's share and a subsidy. */
  readonly percent: string | null;
  /** The maximum of a subsidy in fen. */
  readonly upTo: bigint | null;
  /** For a rule within a tier: the tier's cumulative bounds in fen; a null `upTo` means no bound. */
  readonly tier: { readonly number: number; readonly from: bigint; readonly upTo: bigint | null } | null;
  readonly assignments: readonly Assignment[];
}

interface SplitOutcome {
  readonly total: bigint;
  readonly rule: SplitRule;
  readonly shares: readonly Share[];
  readonly subsidy: bigint | null;
}

/**
 * The tree of a split with its amounts, read back from the traces of the shares without recomputing them.
 * @returns the nodes in pre-order; a node's assignments plus the amounts that reach its children equal the amount
 *   that reached it
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
  const assignments =
    rule.kind === 'subsidyFirst' ? subsidyOf(way, rule) : assignmentsAt(way.shares, place.pointer);
  way.nodes.push({ ...place, kind: rule.kind, ...limitsOf(rule), assignments });
  if (rule.kind === 'tiers') return walkTiers(way, rule, place);
  if ('rest' in rule) {
    const taken = sum(assignments.map(({ amount }) => amount));
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

/** Whether all weights were zero there, so that the `else` rule applied. */
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

/** The source of a subsidy is not a party, so no trace of a share contains it. */
function subsidyOf({ subsidy }: Walk, { source: party }: SubsidyRule): Assignment[] {
  return subsidy === null ? [] : [{ party, amount: subsidy, weight: null, weightSum: null }];
}

function assignmentsAt(shares: readonly Share[], at: string): Assignment[] {
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
