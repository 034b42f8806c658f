import { Injectable } from '@nestjs/common';
import type {
  PreviewNettingRequest,
  PreviewNettingView,
  PreviewSplitRequest,
  PreviewSplitView,
  SplitTreeView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, fromWire, toWire } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { netDebts } from '../netting/netting.model.js';
import { nettingText } from '../netting/netting-trace.model.js';
import { readAmounts, readRule } from '../split/incoming-rule.model.js';
import type { SplitInput } from '../split/rule.model.js';
import { splitCost, type SplitResult } from '../split/split.model.js';
import { type SplitNode, treeOf } from '../split/split-tree.model.js';
import { nodeView } from '../split/split-tree.view.js';
import { traceText } from '../split/split-trace.model.js';

/** Computes and saves nothing. */
@Injectable()
export class PreviewService {
  constructor(private readonly transactions: Transactions) {}

  split(request: PreviewSplitRequest, call: CallContext): Promise<PreviewSplitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      return splitView(splitCost(splitOf(request)), call.locale);
    });
  }

  /** The same with every node of the rule: what came to it, and what it gave to whom. */
  tree(request: PreviewSplitRequest, call: CallContext): Promise<SplitTreeView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      const input = splitOf(request);
      const result = splitCost(input);
      const nodes = treeOf({ ...input, ...result });
      requireShowable(nodes);
      return { ...splitView(result, call.locale), nodes: nodes.map(nodeView) };
    });
  }

  netting(request: PreviewNettingRequest, call: CallContext): Promise<PreviewNettingView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      const debts = request.debts.map(({ from, to, amount }, index) => ({
        from,
        to,
        amount: fromWire(amount, `/debts/${index}/amount`),
      }));
      const { transfers, balances, optimal, trace } = netDebts({
        mode: request.mode,
        hub: request.hub ?? null,
        debts,
      });
      return {
        transfers: transfers.map(({ from, to, amount }) => ({ from, to, amount: toWire(amount) })),
        balances: Object.fromEntries([...balances].map(([party, balance]) => [party, String(balance)])),
        optimal,
        trace: trace.map((step) => nettingText(step, call.locale)),
      };
    });
  }
}

/** A tree for the eye: beyond this it would be too much for one answer, and for any reader. */
const giftsMax = 10_000;

function requireShowable(nodes: readonly SplitNode[]): void {
  const count = nodes.reduce((sum, { gifts }) => sum + gifts.length, 0);
  if (count > giftsMax) throw new DomainError('TOO_MANY', { pointer: '/parties', params: { max: giftsMax } });
}

function splitOf(request: PreviewSplitRequest): SplitInput {
  return {
    total: fromWire(request.total, '/total'),
    parties: request.parties,
    rotation: request.rotation ?? 0,
    rule: readRule(request.rule),
    caps: readAmounts(request.caps, '/caps'),
    floors: readAmounts(request.floors, '/floors'),
  };
}

function splitView({ shares, subsidy }: SplitResult, locale: CallContext['locale']): PreviewSplitView {
  return {
    shares: shares.map(({ party, amount, trace }) => ({
      party,
      amount: toWire(amount),
      trace: trace.map((step) => traceText(step, locale)),
    })),
    subsidy: subsidy === null ? null : toWire(subsidy),
  };
}
