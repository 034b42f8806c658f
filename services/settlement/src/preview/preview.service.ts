import { Injectable } from '@nestjs/common';
import type {
  PreviewNettingRequest,
  PreviewNettingView,
  PreviewSplitRequest,
  PreviewSplitView,
} from '@gongxiang/contracts';
import { type CallContext, fromWire, toWire } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { netDebts } from '../netting/netting.model.js';
import { nettingText } from '../netting/netting-trace.model.js';
import { readAmounts, readRule } from '../split/incoming-rule.model.js';
import { splitCost } from '../split/split.model.js';
import { traceText } from '../split/split-trace.model.js';

/** Computes and saves nothing. */
@Injectable()
export class PreviewService {
  constructor(private readonly transactions: Transactions) {}

  split(request: PreviewSplitRequest, call: CallContext): Promise<PreviewSplitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.preview, {});
      const { shares, subsidy } = splitCost({
        total: fromWire(request.total, '/total'),
        parties: request.parties,
        rotation: request.rotation ?? 0,
        rule: readRule(request.rule),
        caps: readAmounts(request.caps, '/caps'),
        floors: readAmounts(request.floors, '/floors'),
      });
      return {
        shares: shares.map(({ party, amount, trace }) => ({
          party,
          amount: toWire(amount),
          trace: trace.map((step) => traceText(step, call.locale)),
        })),
        subsidy: subsidy === null ? null : toWire(subsidy),
      };
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
