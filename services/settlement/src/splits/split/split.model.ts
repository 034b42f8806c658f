import { allocate, DomainError, percentOf, sum } from '@gongxiang/domain';
import { allocateBounded } from './bounded-leaf.model.js';
import type { BoundedWeight } from './bounded-leaf.model.js';
import { type Leaf, weightOf } from './leaf-weight.model.js';
import { checkSplit, token } from './rule.model.js';
import type { SplitInput, SplitRule, SubsidyRule } from './rule.model.js';
import type { TraceCode, TraceStep } from './split-trace.model.js';

export interface Share {
  readonly party: string;
  /** Fen. */
  readonly amount: bigint;
  readonly trace: readonly TraceStep[];
}

export interface SplitResult {
  /** One per party, in the parties' order. */
  readonly shares: readonly Share[];
  /** The fen paid by the source of `subsidyFirst`; null if the rule has none. */
  readonly subsidy: bigint | null;
}

/**
 * Splits a total by a rule tree; shares + subsidy = total, always. Each leaf rounds by largest remainder (Hamilton),
 * equal remainders in the parties' order rotated left by `rotation` over the whole list.
 * A tier that no money reaches is not computed.
 * @throws DomainError 422: see {@link checkSplit}; `NO_WEIGHT`, `HEADCOUNT_REQUIRED`, `USAGE_REQUIRED`,
 *   `FIXED_ABOVE_TOTAL` {excessFen}, `AMOUNT_ABOVE_CAP`, `AMOUNT_BELOW_FLOOR`, `CAPS_BELOW_TOTAL` {missingFen},
 *   `FLOORS_ABOVE_TOTAL` {excessFen}
 */
export function splitCost(input: SplitInput): SplitResult {
  checkSplit(input);
  const split = start(input);
  const everyone = input.parties.map(() => true);
  const root = input.rule;
  const subsidy = root.kind === 'subsidyFirst' ? takeSubsidy(split, root) : null;
  if (root.kind === 'subsidyFirst') {
    descend(split, root.rest, {
      amount: input.total - (subsidy ?? 0n),
      inScope: everyone,
      pointer: '/rule/rest',
    });
  } else {
    descend(split, root, { amount: input.total, inScope: everyone, pointer: '/rule' });
  }
  const shares = input.parties.map((party, index) => ({
    party: party.id,
    amount: split.amounts[index] ?? 0n,
    trace: split.traces[index] ?? [],
  }));
  return { shares, subsidy };
}

/** A split in progress, with the amount assigned to each party so far, by index. */
interface Split {
  readonly input: SplitInput;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly caps: ReadonlyMap<string, bigint>;
  readonly floors: ReadonlyMap<string, bigint>;
  readonly amounts: bigint[];
  readonly traces: TraceStep[][];
}

/** The amount and parties that reach a node of the rule tree. */
interface Node {
  readonly amount: bigint;
  readonly inScope: readonly boolean[];
  readonly pointer: string;
}

function start(input: SplitInput): Split {
  return {
    input,
    indexOf: new Map(input.parties.map((party, index) => [party.id, index])),
    caps: new Map(Object.entries(input.caps ?? {})),
    floors: new Map(Object.entries(input.floors ?? {})),
    amounts: input.parties.map(() => 0n),
    traces: input.parties.map(() => []),
  };
}

function takeSubsidy(split: Split, rule: SubsidyRule): bigint {
  const { total } = split.input;
  const percent = rule.percent ?? null;
  const upTo = rule.upTo ?? null;
  const asked = percent === null ? total : percentOf(total, percent);
  const subsidy = upTo !== null && upTo < asked ? upTo : asked;
  const params = {
    source: rule.source,
    subsidyFen: String(subsidy),
    totalFen: String(total),
    restFen: String(total - subsidy),
  };
  split.traces.forEach((trace) => trace.push({ code: 'SUBSIDY_TAKEN', params, pointer: '/rule' }));
  return subsidy;
}

function descend(split: Split, rule: SplitRule, node: Node): void {
  switch (rule.kind) {
    case 'fixed':
      return assignFixed(split, rule, node);
    case 'hostShare':
      return assignHost(split, rule, node);
    case 'tiers':
      return splitTiers(split, rule, node);
    case 'subsidyFirst':
      // checkSplit permits it only at the root, where it is handled before the descent.
      throw new DomainError('SUBSIDY_NOT_AT_ROOT', { pointer: node.pointer });
    default:
      return splitLeaf(split, rule, node);
  }
}

function assignFixed(split: Split, rule: Extract<SplitRule, { kind: 'fixed' }>, node: Node): void {
  const entries = Object.entries(rule.amounts);
  const rest = node.amount - sum(entries.map(([, amount]) => amount));
  if (rest < 0n) {
    throw new DomainError('FIXED_ABOVE_TOTAL', {
      pointer: `${node.pointer}/amounts`,
      params: { excessFen: String(-rest) },
    });
  }
  for (const [party, amount] of entries) {
    assign(split, split.indexOf.get(party) ?? 0, amount, {
      code: 'FIXED_AMOUNT',
      params: { amountFen: String(amount) },
      pointer: node.pointer,
    });
  }
  descend(split, rule.rest, { ...node, amount: rest, pointer: `${node.pointer}/rest` });
}

function assignHost(split: Split, rule: Extract<SplitRule, { kind: 'hostShare' }>, node: Node): void {
  const host = split.indexOf.get(rule.party) ?? 0;
  const amount = percentOf(node.amount, rule.percent);
  assign(split, host, amount, {
    code: 'HOST_SHARE',
    params: { ofFen: String(node.amount), percent: rule.percent, amountFen: String(amount) },
    pointer: node.pointer,
  });
  descend(split, rule.rest, {
    amount: node.amount - amount,
    inScope: node.inScope.map((inScope, index) => inScope && index !== host),
    pointer: `${node.pointer}/rest`,
  });
}

function splitTiers(split: Split, rule: Extract<SplitRule, { kind: 'tiers' }>, node: Node): void {
  let from = 0n;
  for (const [index, tier] of rule.tiers.entries()) {
    const to = tier.upTo !== null && tier.upTo < node.amount ? tier.upTo : node.amount;
    if (to <= from) return;
    const params = {
      number: index + 1,
      fromFen: String(from),
      toFen: tier.upTo === null ? '' : String(tier.upTo),
      ofFen: String(to - from),
    };
    addStepInScope(split, node, { code: 'TIER', params, pointer: node.pointer });
    const pointer = `${node.pointer}/tiers/${index}/rule`;
    descend(split, tier.rule, { amount: to - from, inScope: node.inScope, pointer });
    from = to;
  }
}

function splitLeaf(split: Split, rule: Leaf, node: Node): void {
  if (rule.kind === 'headcount') addHeadsOutside(split, node);
  const weights = split.input.parties.map((party, index) =>
    node.inScope[index] === true ? weightOf(party, index, rule) : 0n,
  );
  if (weights.some((weight) => weight > 0n)) return shareOut(split, { rule, node, weights });
  if ((rule.kind !== 'headcount' && rule.kind !== 'usage') || !rule.else) {
    // If a subsidy paid for everything, there is nothing to split and no weight is needed.
    if (node.amount === 0n) return shareOut(split, { rule, node, weights });
    throw new DomainError('NO_WEIGHT', { pointer: node.pointer });
  }
  const code = rule.kind === 'headcount' ? 'ELSE_HEADCOUNT' : 'ELSE_USAGE';
  addStepInScope(split, node, { code, params: {}, pointer: node.pointer });
  descend(split, rule.else, { ...node, pointer: `${node.pointer}/else` });
}

/** Explains a headcount below the actual attendance: the trace states how many attendees count for no party. */
function addHeadsOutside(split: Split, node: Node): void {
  const { headsOutside: heads = 0 } = split.input;
  if (heads > 0)
    addStepInScope(split, node, { code: 'HEADS_OUTSIDE', params: { heads }, pointer: node.pointer });
}

/** The headcount outside all parties recorded in a trace, or 0. */
export function headsOutsideIn(trace: readonly TraceStep[]): number {
  return Number(trace.find(({ code }) => code === 'HEADS_OUTSIDE')?.params['heads'] ?? 0);
}

const leafCodes: Readonly<Record<Leaf['kind'], TraceCode>> = {
  equal: 'EQUAL_SHARE',
  ratio: 'RATIO_SHARE',
  headcount: 'HEADCOUNT_SHARE',
  usage: 'USAGE_SHARE',
};

interface WeighedLeaf {
  readonly rule: Leaf;
  readonly node: Node;
  /** One weight per party of the whole list, so that the rotation includes parties outside the leaf. */
  readonly weights: readonly bigint[];
}

function shareOut(split: Split, { rule, node, weights }: WeighedLeaf): void {
  const isBounded = split.caps.size + split.floors.size > 0;
  const places = isBounded ? boundedPlaces(split, node, weights) : [];
  const shares = isBounded
    ? allocateBounded(node.amount, places, split.input.rotation)
    : allocate(node.amount, weights, split.input.rotation);
  const weightSum = sum(weights);
  const proportional = (index: number) =>
    weightSum === 0n ? 0n : (node.amount * (weights[index] ?? 0n)) / weightSum;
  const isShifted = isBounded && shares.some((share, index) => share - proportional(index) < 0n);
  for (const [index, amount] of shares.entries()) {
    if (node.inScope[index] !== true) continue;
    const weight = String(weights[index] ?? 0n);
    const ofFen = String(node.amount);
    const params = { ofFen, weight, weightSum: String(weightSum), amountFen: String(amount) };
    const { pointer } = node;
    assign(split, index, amount, { code: leafCodes[rule.kind], params, pointer });
    if (isShifted) addBoundSteps(split, index, places[index], pointer);
    else if (amount > proportional(index)) addStep(split, index, { code: 'ODD_FEN', params: {}, pointer });
  }
}

/**
 * Bounds apply to the whole share, so amounts assigned before the leaf are subtracted.
 * @throws DomainError `AMOUNT_ABOVE_CAP`, `AMOUNT_BELOW_FLOOR` if fixed and host amounts alone break a bound
 */
function boundedPlaces(split: Split, node: Node, weights: readonly bigint[]): BoundedWeight[] {
  return split.input.parties.map(({ id }, index) => {
    const assigned = split.amounts[index] ?? 0n;
    const cap = split.caps.get(id) ?? null;
    const floor = split.floors.get(id) ?? 0n;
    const isInScope = node.inScope[index] === true;
    checkAssigned(id, assigned, { cap, floor: isInScope ? 0n : floor });
    if (!isInScope) return { weight: 0n, floor: 0n, cap: 0n };
    return {
      weight: weights[index] ?? 0n,
      floor: floor > assigned ? floor - assigned : 0n,
      cap: cap === null ? null : cap - assigned,
    };
  });
}

/** Amounts already assigned, fixed or by host share, must themselves respect bounds that no leaf can correct. */
function checkAssigned(party: string, assigned: bigint, bounds: { cap: bigint | null; floor: bigint }): void {
  const { cap, floor } = bounds;
  if (cap !== null && assigned > cap) {
    throw new DomainError('AMOUNT_ABOVE_CAP', {
      pointer: `/caps/${token(party)}`,
      params: { party, excessFen: String(assigned - cap) },
    });
  }
  if (assigned < floor) {
    throw new DomainError('AMOUNT_BELOW_FLOOR', {
      pointer: `/floors/${token(party)}`,
      params: { party, missingFen: String(floor - assigned) },
    });
  }
}

function addBoundSteps(split: Split, index: number, place: BoundedWeight | undefined, pointer: string): void {
  const id = split.input.parties[index]?.id ?? '';
  const whole = split.amounts[index] ?? 0n;
  const cap = split.caps.get(id);
  const floor = split.floors.get(id);
  const add = (code: TraceCode, params = {}): void => addStep(split, index, { code, params, pointer });
  if (cap === whole) add('CAP_REACHED', { capFen: String(cap) });
  else if (floor === whole) add('FLOOR_REACHED', { floorFen: String(floor) });
  else if (place !== undefined && place.weight > 0n) add('BOUNDS_OF_OTHERS');
}

function assign(split: Split, index: number, amount: bigint, step: TraceStep): void {
  split.amounts[index] = (split.amounts[index] ?? 0n) + amount;
  addStep(split, index, step);
}

function addStepInScope(split: Split, node: Node, step: TraceStep): void {
  for (const [index, inScope] of node.inScope.entries()) if (inScope) addStep(split, index, step);
}

function addStep(split: Split, index: number, step: TraceStep): void {
  split.traces[index]?.push(step);
}
