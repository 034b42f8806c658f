import type {
  SplitNodeView,
  SplitPlaceView,
} from '@gongxiang/contracts/settlement/splits/split-tree.contract';
import { toWire, type MoneyWire } from '@gongxiang/domain';
import type { SplitNode } from './split-tree.model.js';

/** A node as it is told to others, but for what it gave to whom. */
export function placeView(node: Omit<SplitNode, 'gifts'>): SplitPlaceView {
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

export function nodeView({ gifts, ...node }: SplitNode): SplitNodeView {
  return { ...placeView(node), gifts: gifts.map((gift) => ({ ...gift, amount: toWire(gift.amount) })) };
}

function moneyOf(fen: bigint | null): MoneyWire | null {
  return fen === null ? null : toWire(fen);
}
