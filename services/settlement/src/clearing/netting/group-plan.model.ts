import type { ZeroSumTable } from './zero-sum.model.js';

/** A transfer between two indexes; debtors have the lower ones. */
export interface Edge {
  readonly from: number;
  readonly to: number;
}

/**
 * The maximum number of cuts examined in one run. Up to 12 parties with a balance (at most 2 · 3¹² / 4 cuts) never
 * need more.
 */
const cutStepsMax = 400_000;

/** The index of the lowest bit. */
export function firstBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** Compares two lists of the same length, each ordered; a list that goes on comes before its own beginning. */
export function compareEdges(left: readonly Edge[], right: readonly Edge[]): number {
  for (const [index, edge] of left.entries()) {
    const other = right[index];
    if (other === undefined) return -1;
    if (edge.from !== other.from) return edge.from - other.from;
    if (edge.to !== other.to) return edge.to - other.to;
  }
  return right.length - left.length;
}

export function mergeEdges(left: readonly Edge[], right: readonly Edge[]): readonly Edge[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  return [...left, ...right].sort((one, other) => one.from - other.from || one.to - other.to);
}

/** The end of the removed edge whose balance is adjusted in the part, so that the part sums to zero. */
type Adjusted = 'creditor' | 'debtor';

/** The edge from `debtor` to `creditor` in a part, and the part's other members. */
interface Place {
  readonly others: number;
  readonly debtor: number;
  readonly creditor: number;
  readonly adjusted: Adjusted;
}

/**
 * Plans one group that sums to zero and can't be cut: the first list of s − 1 transfers for s parties.
 *
 * The list opens with the first debtor d paying the first creditor c, which some plan always does. Taking that edge
 * out of the plan's tree leaves two parts: T with c, and U with d. c has what T's debtors pay it, d what it pays U's
 * creditors, so each part sums to zero again with its first creditor or its first debtor adjusted, and is planned
 * in the same manner. Every cut is allowed in which all three flows are positive or their part is c or d alone. Parts
 * share no debtor, so the first list of the whole is the merge of the first lists of the parts.
 */
export function groupPlanner(table: ZeroSumTable, debtors: number): (group: number) => readonly Edge[] {
  const remembered = {
    creditor: new Map<number, readonly Edge[]>(),
    debtor: new Map<number, readonly Edge[]>(),
  };
  let stepsLeft = cutStepsMax;
  const creditorsIn = (mask: number) => (mask >> debtors) << debtors;

  function plan(part: number, adjusted: Adjusted): readonly Edge[] {
    if ((part & (part - 1)) === 0) return [];
    const known = remembered[adjusted].get(part);
    if (known !== undefined) return known;
    const debtor = firstBit(part);
    const creditor = firstBit(creditorsIn(part));
    const others = part ^ (1 << debtor) ^ (1 << creditor);
    const place = { others, debtor, creditor, adjusted };
    const result = [{ from: debtor, to: creditor }, ...firstOf(cutsOf(place), place)];
    remembered[adjusted].set(part, result);
    return result;
  }

  /**
   * What goes with the creditor in each possible cut, of those whose next edge is the first possible. Once the
   * steps are used up, only the two cuts that settle d or c at once are looked at, of which one is always possible.
   */
  function cutsOf(place: Place): readonly number[] {
    const { others } = place;
    const steps = 2 ** bitCount(others);
    if (steps > stepsLeft) return [others, 0].filter((withC) => isPossible(withC, place));
    stepsLeft -= steps;
    let nearest = 32;
    let cuts: number[] = [];
    for (let withC = others; ; withC = (withC - 1) & others) {
      const next = creditorsIn(others ^ withC);
      const step = next === 0 ? 32 : firstBit(next);
      if (step <= nearest && isPossible(withC, place)) {
        if (step < nearest) cuts = [];
        nearest = step;
        cuts.push(withC);
      }
      if (withC === 0) return cuts;
    }
  }

  function isPossible(withC: number, { others, debtor, creditor, adjusted }: Place): boolean {
    const withD = others ^ withC;
    if (withC !== 0 && table.signOf(withC) >= 0) return false;
    if (withD !== 0 && table.signOf(withD) <= 0) return false;
    // The flow from d to c, taken from the side whose balance is the original one.
    return adjusted === 'creditor'
      ? table.signOf(withD | (1 << debtor)) < 0
      : table.signOf(withC | (1 << creditor)) > 0;
  }

  /** The first merged list; d's own edges open it, so they are compared before the other part is planned. */
  function firstOf(cuts: readonly number[], place: Place): readonly Edge[] {
    let result: readonly Edge[] | undefined;
    let opening: readonly Edge[] = [];
    for (const withC of cuts) {
      const withDebtor = plan((place.others ^ withC) | (1 << place.debtor), 'debtor');
      const start = withDebtor.filter((edge) => edge.from === place.debtor);
      const order = result === undefined ? -1 : compareEdges(start, opening);
      if (order > 0) continue;
      const merged = mergeEdges(withDebtor, plan(withC | (1 << place.creditor), 'creditor'));
      if (order < 0 || result === undefined || compareEdges(merged, result) < 0) result = merged;
      opening = start;
    }
    return result ?? [];
  }

  return (group) => plan(group, 'creditor');
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
