import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  type AddSelfPaymentRequest,
  type ListSelfPaymentsRequest,
  poolPlanContract,
  type SelfPaymentIdRequest,
  type SelfPaymentView,
} from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { type CallContext, DomainError, fromWire, newId, partyKey, toWire } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { partiesOf } from '../../agreements/agreement/verdict.model.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { requireActivity } from '../cost-pool/cost-pool.model.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import { namedParty, personName } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { SelfPaymentRow } from './pool-plan.entity.js';
import { PoolPlanRepository } from './pool-plan.repository.js';
import { VisiblePools } from './visible-pools.js';

/**
 * Payments by participants, recorded by the union of the collecting party. They are neither split nor posted, so they
 * may also be recorded after the approval.
 */
@Injectable()
export class SelfPaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PoolPlanRepository,
    private readonly references: ReferenceRepository,
    private readonly poolAccess: PoolAccess,
    private readonly visiblePools: VisiblePools,
  ) {}

  @Handles(poolPlanContract.addSelfPayment)
  add(request: AddSelfPaymentRequest, call: CallContext): Promise<Outcome<SelfPaymentView>> {
    return this.transactions.command(call, poolPlanContract.addSelfPayment, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      const { unionId } = await this.references.party(tx, request.collector, '/collector');
      const isParty = partiesOf(readTerms(pool.terms)).includes(partyKey(request.collector));
      // Authorise first: a stranger who names themselves as the collector must not learn anything about the pool.
      await this.poolAccess.authorise(tx, pool, actions.editCostItems, isParty ? unionId : pool.unionId);
      requireLive(pool);
      requireActivity(pool);
      if (!isParty) throw new DomainError('PAYER_NOT_IN_AGREEMENT', { pointer: '/collector' });
      const row = rowOf(tx, request, unionId);
      await this.plans.insertSelfPayment(tx, row);
      tx.audit({ noun: 'selfPayment', id: row.id, after: auditOf(row) });
      await this.poolAccess.recordStep(tx, pool, 'selfPaid', {
        subject: row.title,
        amountFen: row.amountFen,
      });
      await this.poolAccess.hint(tx, pool);
      const [view] = await this.views(tx, [row]);
      if (view === undefined) throw new Error('one row has one view');
      return view;
    });
  }

  @Handles(poolPlanContract.removeSelfPayment)
  remove(request: SelfPaymentIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, poolPlanContract.removeSelfPayment, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      const row = await this.plans.findSelfPayment(tx, pool.id, request.selfPaymentId);
      // Authorise before 404, so that a caller who may not see the pool does not learn its contents.
      await this.poolAccess.authorise(tx, pool, actions.editCostItems, row?.unionId ?? pool.unionId);
      if (row === null) throw new DomainError('NOT_FOUND');
      requireLive(pool);
      await this.plans.removeSelfPayment(tx, row);
      tx.audit({ noun: 'selfPayment', id: row.id, before: auditOf(row) });
      await this.poolAccess.recordStep(tx, pool, 'selfPaidRemoved', {
        subject: row.title,
        amountFen: row.amountFen,
      });
      await this.poolAccess.hint(tx, pool);
      return new Done();
    });
  }

  @Handles(poolPlanContract.listSelfPayments)
  list(request: ListSelfPaymentsRequest, call: CallContext): Promise<Page<SelfPaymentView>> {
    return this.transactions.read(call, async (tx) => {
      await this.visiblePools.find(tx, request.costPoolId);
      const views = await this.views(tx, await this.plans.pageOfSelfPayments(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async views(tx: Transaction, rows: readonly SelfPaymentRow[]): Promise<SelfPaymentView[]> {
    const names = await this.references.parties(tx, [...new Set(rows.map(collectorOf))]);
    const people = await this.references.namesOf(
      tx,
      rows.map(({ createdBy }) => createdBy),
    );
    return rows.map((row) => {
      const { id, costPoolId, title, heads } = row;
      return {
        id,
        costPoolId,
        title,
        heads,
        amount: toWire(row.amountFen),
        collector: namedParty(collectorOf(row), names),
        addedBy: row.createdBy,
        addedByName: personName(row.createdBy, people),
        createdAt: row.createdAt.toISOString(),
      };
    });
  }
}

function requireLive({ state }: CostPoolRow): void {
  if (state === 'reversed') throw new DomainError('POOL_REVERSED');
}

function collectorOf({ collectorKind: kind, collectorId: id }: SelfPaymentRow): string {
  return partyKey({ kind, id });
}

function rowOf(tx: Transaction, request: AddSelfPaymentRequest, unionId: string): SelfPaymentRow {
  const { costPoolId, title, heads, collector } = request;
  const amountFen = fromWire(request.amount, '/amount');
  if (amountFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: '/amount' });
  return {
    costPoolId,
    id: newId(),
    title,
    heads,
    amountFen,
    unionId,
    collectorKind: collector.kind,
    collectorId: collector.id,
    createdBy: tx.personId,
    createdAt: tx.now,
  };
}

function auditOf(row: SelfPaymentRow): Record<string, unknown> {
  return { ...row, amountFen: String(row.amountFen) };
}
