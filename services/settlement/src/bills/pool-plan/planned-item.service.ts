import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  type AddPlannedItemRequest,
  type ListPlannedItemsRequest,
  type PlannedItemIdRequest,
  type PlannedItemView,
  poolPlanContract,
} from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { type CallContext, DomainError, fromWire, newId, toWire } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nextState, requireActivity } from '../cost-pool/cost-pool.model.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import { personName } from '../../reference/named-party.js';
import { type PersonNames, ReferenceRepository } from '../../reference/reference.repository.js';
import type { PlannedItemRow } from './pool-plan.entity.js';
import { PoolPlanRepository } from './pool-plan.repository.js';
import { VisiblePools } from './visible-pools.js';

/** Items that the organiser expects to spend on, before bills arrive. */
@Injectable()
export class PlannedItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PoolPlanRepository,
    private readonly references: ReferenceRepository,
    private readonly poolAccess: PoolAccess,
    private readonly visiblePools: VisiblePools,
  ) {}

  @Handles(poolPlanContract.addPlanned)
  add(request: AddPlannedItemRequest, call: CallContext): Promise<Outcome<PlannedItemView>> {
    return this.transactions.command(call, poolPlanContract.addPlanned, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, actions.planCosts, pool.unionId);
      nextState(pool.state, 'edit');
      requireActivity(pool);
      const { costPoolId, title, expenseCode } = request;
      const amountFen = fromWire(request.amount, '/amount');
      if (amountFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: '/amount' });
      const by = { createdBy: tx.personId, createdAt: tx.now };
      const row = { costPoolId, id: newId(), title, expenseCode, amountFen, ...by };
      await this.plans.insertPlanned(tx, row);
      tx.audit({ noun: 'plannedItem', id: row.id, after: auditOf(row) });
      await this.poolAccess.recordStep(tx, pool, 'planned', { subject: title, amountFen });
      await this.poolAccess.hint(tx, pool);
      return viewOf(row, await this.references.namesOf(tx, [row.createdBy]));
    });
  }

  @Handles(poolPlanContract.removePlanned)
  remove(request: PlannedItemIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, poolPlanContract.removePlanned, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, actions.planCosts, pool.unionId);
      const row = await this.plans.findPlanned(tx, pool.id, request.plannedItemId);
      if (row === null) throw new DomainError('NOT_FOUND');
      nextState(pool.state, 'edit');
      await this.plans.removePlanned(tx, row);
      tx.audit({ noun: 'plannedItem', id: row.id, before: auditOf(row) });
      await this.poolAccess.recordStep(tx, pool, 'plannedRemoved', {
        subject: row.title,
        amountFen: row.amountFen,
      });
      await this.poolAccess.hint(tx, pool);
      return new Done();
    });
  }

  @Handles(poolPlanContract.listPlanned)
  list(request: ListPlannedItemsRequest, call: CallContext): Promise<Page<PlannedItemView>> {
    return this.transactions.read(call, async (tx) => {
      await this.visiblePools.find(tx, request.costPoolId);
      const rows = await this.plans.pageOfPlanned(tx, request);
      const people = await this.references.namesOf(
        tx,
        rows.map(({ createdBy }) => createdBy),
      );
      const views = rows.map((row) => viewOf(row, people));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}

function auditOf(row: PlannedItemRow): Record<string, unknown> {
  return { ...row, amountFen: String(row.amountFen) };
}

function viewOf(row: PlannedItemRow, people: PersonNames): PlannedItemView {
  const { id, costPoolId, title, expenseCode } = row;
  return {
    id,
    costPoolId,
    title,
    expenseCode,
    amount: toWire(row.amountFen),
    addedBy: row.createdBy,
    addedByName: personName(row.createdBy, people),
    createdAt: row.createdAt.toISOString(),
  };
}
