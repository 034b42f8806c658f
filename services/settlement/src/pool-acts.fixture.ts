import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { refundContract } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { DomainError, newId, toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { bill, holder } from './network.fixture.js';

/** Ignores refusals by a rule: they change nothing, and the history continues. */
export async function tried(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'INTERNAL') throw error;
  }
}

/** The element at an index, modulo the length. */
export const at = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)];

/** Acts of the organising union's officers on the pools of its activity, for random histories. */
export class PoolActs {
  constructor(
    private readonly settlement: ServiceFixture,
    private readonly organiser: UnionState,
  ) {}

  async supplement(first: CostPoolView, payer: UnionState, fen: bigint): Promise<CostPoolView> {
    const finance = holder('finance', this.organiser);
    const request = { costPoolId: first.id };
    const { id: costPoolId } = await this.settlement.ask(supplementContract.open, request, finance);
    await this.settlement.ask(
      costPoolContract.addItem,
      bill(costPoolId, payer, fen),
      holder('finance', payer),
    );
    await this.settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    await this.settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    return this.settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', this.organiser));
  }

  async refund({ id: costPoolId }: CostPoolView, item: number, percent: number): Promise<void> {
    const finance = holder('finance', this.organiser);
    const { items } = await this.settlement.ask(costPoolContract.listItems, { costPoolId }, finance);
    const chosen = at(items, item);
    const fen = (BigInt(chosen?.amount.amount ?? 0) * BigInt(percent) + 99n) / 100n;
    const lines = [{ itemId: chosen?.id ?? newId(), amount: toWire(fen) }];
    const { previewHash } = await this.settlement.ask(refundContract.preview, { costPoolId, lines }, finance);
    const request = { costPoolId, lines, reason: '退款', creditNote: newId(), previewHash };
    const { id: refundId } = await this.settlement.ask(refundContract.propose, request, finance);
    const again = { idempotencyKey: `approve ${refundId}` };
    const approver = holder('approver', this.organiser);
    // Requested twice with one idempotency key, it must be posted once.
    await this.settlement.ask(refundContract.approve, { costPoolId, refundId }, approver, again);
    await this.settlement.ask(refundContract.approve, { costPoolId, refundId }, approver, again);
  }

  async reverseRefund({ id: costPoolId }: CostPoolView, which: number): Promise<void> {
    const finance = holder('finance', this.organiser);
    const { items } = await this.settlement.ask(refundContract.list, { costPoolId }, finance);
    const refundId = at(items, which)?.id ?? newId();
    const request = { costPoolId, refundId, reason: '退票' };
    await this.settlement.ask(refundContract.reverse, request, holder('approver', this.organiser));
  }

  reversePool({ entryId }: CostPoolView): Promise<unknown> {
    const request = { entryId: entryId ?? newId(), reason: '作废' };
    return this.settlement.ask(ledgerContract.reverse, request, holder('approver', this.organiser));
  }
}
