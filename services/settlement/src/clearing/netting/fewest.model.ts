import type { OpenBalance } from './greedy.model.js';
import { compareEdges, firstBit, groupPlanner, mergeEdges } from './group-plan.model.js';
import type { Edge } from './group-plan.model.js';
import type { Transfer } from './netting.model.js';
import { zeroSumTable } from './zero-sum.model.js';
import type { ZeroSumTable } from './zero-sum.model.js';

/** Up to this number of parties with a balance, the number of transfers is proven minimal. */
export const exactPartiesMax = 20;

/**
 * The maximum number of cuts compared in the search for the first in order; it bounds time, not the number of
 * transfers.
 */
const cutsMax = 5_000;

/**
 * The fewest transfers from debtors to creditors. A group of s parties whose balances sum to zero and that can't be
 * cut further needs s − 1 transfers, so the fewest are n − k for a cut into the most groups k (Verhoeff, 2004:
 * "Settling multiple debts efficiently").
 *
 * Among the plans with so few transfers, in which those who owe only pay and those who are owed only receive, it
 * takes the one whose list ordered by (from, to) comes first. That is exact as long as two bounds on work hold:
 * `cutsMax` here, and the steps of the group plan, which always suffice for up to 12 parties. Beyond them
 * the number of transfers is still the least, and the order follows the same rule step by step without comparing
 * all that could follow.
 * @param open at most {@link exactPartiesMax} balances that sum to zero, none zero
 */
export function fewestTransfers(open: readonly OpenBalance[]): Transfer[] {
  if (open.length === 0) return [];
  // Debtors first, each side by name: the order of the bits is the order of the list.
  const parties = [...open].sort(
    (left, right) =>
      Number(left.balance > 0n) - Number(right.balance > 0n) || (left.party < right.party ? -1 : 1),
  );
  const table = zeroSumTable(parties.map(({ balance }) => balance));
  const debtors = parties.filter(({ balance }) => balance < 0n).length;
  return withAmounts(firstCut(table, debtors), parties);
}

/** The first list over all cuts into the most groups, remembered by what is left to cut. */
function firstCut(table: ZeroSumTable, debtors: number): readonly Edge[] {
  const planOf = groupPlanner(table, debtors);
  const remembered = new Map<number, readonly Edge[]>();
  const groupsOf = groupsByFirst(table.groups);
  let compared = 0;

  function best(left: number): readonly Edge[] {
    if (left === 0) return [];
    const known = remembered.get(left);
    if (known !== undefined) return known;
    const most = table.groupsIn(left);
    const debtor = firstBit(left);
    const candidates = (groupsOf.get(debtor) ?? []).filter(
      (group) => (group & left) === group && table.groupsIn(left ^ group) === most - 1,
    );
    const result = pick(candidates, debtor, left);
    remembered.set(left, result);
    return result;
  }

  /** The first debtor's transfers open the list, so only groups in which they are the first can win. */
  function pick(candidates: readonly number[], debtor: number, left: number): readonly Edge[] {
    const creditorOf = (group: number) => firstBit((group >> debtors) << debtors);
    const nearest = Math.min(...candidates.map(creditorOf));
    let result: readonly Edge[] | undefined;
    let opening: readonly Edge[] | undefined;
    for (const group of candidates.filter((candidate) => creditorOf(candidate) === nearest)) {
      compared += 1;
      if (result !== undefined && compared > cutsMax) break;
      const plan = planOf(group);
      const start = plan.filter((edge) => edge.from === debtor);
      const order = opening === undefined ? -1 : compareEdges(start, opening);
      if (order > 0) continue;
      const merged = mergeEdges(plan, best(left ^ group));
      if (order < 0 || result === undefined || compareEdges(merged, result) < 0) result = merged;
      opening = start;
    }
    return result ?? [];
  }

  return best(table.full);
}

function groupsByFirst(groups: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const byFirst = new Map<number, number[]>();
  for (const group of groups) {
    const first = firstBit(group);
    const row = byFirst.get(first);
    if (row === undefined) byFirst.set(first, [group]);
    else row.push(group);
  }
  return byFirst;
}

/**
 * The edges are a forest, so each amount follows from the leaves inwards: a party with one edge left pays all by it.
 */
function withAmounts(edges: readonly Edge[], parties: readonly OpenBalance[]): Transfer[] {
  const left = parties.map(({ balance }) => (balance < 0n ? -balance : balance));
  const open = new Set(edges);
  const amounts = new Map<Edge, bigint>();
  const degreeOf = (index: number) =>
    [...open].filter((edge) => edge.from === index || edge.to === index).length;
  while (open.size > 0) {
    for (const edge of open) {
      const leaf = [edge.from, edge.to].find((index) => degreeOf(index) === 1);
      if (leaf === undefined) continue;
      const amount = left[leaf] ?? 0n;
      amounts.set(edge, amount);
      left[edge.from] = (left[edge.from] ?? 0n) - amount;
      left[edge.to] = (left[edge.to] ?? 0n) - amount;
      open.delete(edge);
    }
  }
  return edges.map((edge) => ({
    from: parties[edge.from]?.party ?? '',
    to: parties[edge.to]?.party ?? '',
    amount: amounts.get(edge) ?? 0n,
  }));
}
