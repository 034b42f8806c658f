import type {
  SplitNodeView,
  SplitPlaceView,
} from '@gongxiang/contracts/settlement/splits/split-tree.contract';
import { toWire, type MoneyWire } from '@gongxiang/domain';
import type { SplitNode } from './split-tree.model.js';

/** The view of a node without its assignments. */
export function placeView(node: Omit<SplitNode, 'assignments'>): SplitPlaceView {
  const { pointer, depth, kind, percent, tier } = node;
  return {
    pointer,
    depth,
    kind,
    percent,
    reached: moneyOf(node.reached),
    upTo: moneyOf(node.upTo),
    tier: tier?.number ?? null,
    tierFrom: moneyOf(tier?.from ?? null),
    tierUpTo: moneyOf(tier?.upTo ?? null),
  };
}

export function nodeView({ assignments, ...node }: SplitNode): SplitNodeView {
  return { ...placeView(node), gifts: assignments.map((one) => ({ ...one, amount: toWire(one.amount) })) };
}

function moneyOf(fen: bigint | null): MoneyWire | null {
  return fen === null ? null : toWire(fen);
}
