import { DomainError } from '@gongxiang/domain';
import type { SplitInput } from '../../splits/split/rule.model.js';
import { type Share, splitCost } from '../../splits/split/split.model.js';
import type { TraceStep } from '../../splits/split/split-trace.model.js';
import type { SplitNode } from '../../splits/split/split-tree.model.js';

export interface ExplainedNode extends Omit<SplitNode, 'assignments'> {
  /** Fen that the node assigns to the party itself; null if nothing. */
  readonly mine: bigint | null;
  readonly others: bigint;
  readonly weight: string | null;
  readonly weightSum: string | null;
}

/** The nodes of a split tree from the perspective of one party. */
export function nodesFor(party: string, nodes: readonly SplitNode[]): ExplainedNode[] {
  return nodes.map(({ assignments, ...node }) => {
    const mine = assignments.filter((one) => one.party === party);
    const others = assignments.filter((one) => one.party !== party);
    return {
      ...node,
      mine: mine.length === 0 ? null : sumOf(mine),
      others: sumOf(others),
      weight: mine[0]?.weight ?? null,
      weightSum: mine[0]?.weightSum ?? null,
    };
  });
}

function sumOf(assignments: readonly { readonly amount: bigint }[]): bigint {
  return assignments.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * E75: recomputes a split from its stored inputs.
 * @returns the shares with the places of their steps; null if they differ from the stored ones
 */
export function reproduce(input: SplitInput, stored: readonly Share[]): readonly Share[] | null {
  try {
    const { shares } = splitCost(input);
    const isSame =
      shares.length === stored.length && shares.every((share, index) => isEqual(share, stored[index]));
    return isSame ? shares : null;
  } catch (error) {
    // Stored terms that can no longer be split are reported as not reproducible, not as an error of the request.
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function isEqual(share: Share, stored: Share | undefined): boolean {
  return share.party === stored?.party && share.amount === stored.amount;
}

/** The order in which ties of remainders are resolved: the agreement's order, rotated left. */
export function tieOrderOf(parties: readonly string[], rotation: number): string[] {
  const turn = parties.length === 0 ? 0 : rotation % parties.length;
  return [...parties.slice(turn), ...parties.slice(0, turn)];
}

export function hasOddFen(trace: readonly TraceStep[]): boolean {
  return trace.some(({ code }) => code === 'ODD_FEN');
}
