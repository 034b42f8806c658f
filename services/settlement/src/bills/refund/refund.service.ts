import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListRefundsRequest,
  type PreviewRefundRequest,
  type ProposeRefundRequest,
  refundContract,
  type RefundPreviewView,
  type RefundIdRequest,
  type RefundView,
} from '@gongxiang/contracts/settlement/bills/refund.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { requireApproved } from '../cost-pool/cost-pool.model.js';
import { RefundAccess } from './refund-access.js';
import type { RefundPartRow, RefundRow } from './refund.entity.js';
import { RefundRepository } from './refund.repository.js';
import { RefundViews } from './refund.view.js';
import { type RefundPlan, RefundPlanner } from './refund-plan.js';

/** Refunds of bills of an approved pool: previewed, then proposed. Another person decides on the proposal. */
@Injectable()
export class RefundService {
  constructor(
    private readonly transactions: Transactions,
    private readonly refunds: RefundRepository,
    private readonly planner: RefundPlanner,
    private readonly views: RefundViews,
    private readonly refundAccess: RefundAccess,
  ) {}

  /** E91: a dry run, with the total and each party's part. */
  @Handles(refundContract.preview)
  preview(request: PreviewRefundRequest, call: CallContext): Promise<RefundPreviewView> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.refundAccess.visiblePool(tx, request.costPoolId);
      requireApproved(pool);
      return this.views.preview(tx, pool, await this.planner.plan(tx, pool, request.lines));
    });
  }

  /**
   * E91: the hash of the preview is the second confirmation. The proposed amounts count as pending until it is
   * decided.
   */
  @Handles(refundContract.propose)
  propose(request: ProposeRefundRequest, call: CallContext): Promise<Outcome<RefundView>> {
    return this.transactions.command(call, refundContract.propose, request, async (tx) => {
      const pool = await this.refundAccess.lockPool(tx, request.costPoolId, actions.proposeRefund);
      requireApproved(pool);
      const plan = await this.planner.plan(tx, pool, request.lines);
      if (plan.hash !== request.previewHash) throw new DomainError('PREVIEW_STALE');
      const row = rowOf(tx, pool, request, plan);
      if (!(await this.refunds.insert(tx, row, linesOf(row, plan), partRows(row, plan)))) {
        const params = { creditNote: row.creditNote };
        throw new DomainError('CREDIT_NOTE_DUPLICATE', { pointer: '/creditNote', params });
      }
      tx.audit({
        noun: 'refund',
        id: row.id,
        after: { costPoolId: pool.id, totalFen: String(row.totalFen) },
      });
      await this.refundAccess.recordChange(tx, pool, row, 'refundProposed');
      return this.views.one(tx, pool, row);
    });
  }

  @Handles(refundContract.list)
  list(request: ListRefundsRequest, call: CallContext): Promise<Page<RefundView>> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.refundAccess.visiblePool(tx, request.costPoolId);
      const rows = await this.refunds.list(tx, request);
      const views = await this.views.all(tx, pool, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(refundContract.get)
  get(request: RefundIdRequest, call: CallContext): Promise<RefundView> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.refundAccess.visiblePool(tx, request.costPoolId);
      const row = await this.refunds.find(tx, pool.id, request.refundId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.views.one(tx, pool, row);
    });
  }
}

function rowOf(
  tx: Transaction,
  pool: CostPoolRow,
  { reason, creditNote }: ProposeRefundRequest,
  plan: RefundPlan,
): RefundRow {
  const subsidy = plan.parts.find(({ position }) => position === null);
  return {
    id: newId(),
    version: 1,
    costPoolId: pool.id,
    state: 'proposed',
    totalFen: plan.total,
    subsidyFen: subsidy?.amount ?? 0n,
    subsidyBeforeFen: subsidy?.before ?? 0n,
    reason,
    creditNote,
    previewHash: plan.hash,
    proposedBy: tx.personId,
    proposedAt: tx.now,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    entryId: null,
    postedAt: null,
  };
}

function linesOf({ id: refundId, costPoolId }: RefundRow, { lines }: RefundPlan) {
  return lines.map(({ item, amount: amountFen }) => ({ refundId, itemId: item.id, costPoolId, amountFen }));
}

function partRows({ id: refundId, costPoolId }: RefundRow, { parts }: RefundPlan): RefundPartRow[] {
  return parts.flatMap(({ position, before: beforeFen, amount: amountFen }) =>
    position === null ? [] : [{ refundId, position, costPoolId, beforeFen, amountFen }],
  );
}
