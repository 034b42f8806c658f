import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateMaintenancePlanRequest,
  type EditMaintenancePlanRequest,
  type ListMaintenancePlansRequest,
  maintenancePlanContract,
  type MaintenancePlanIdRequest,
  maintenancePlansMax,
  type MaintenancePlanView,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { type CallContext, DomainError, newId, type PartyKind } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { toldTitle } from '../../reference/whom.model.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import type { BookableResource } from '../resource/booking.service.js';
import { civilDate } from '../resource/civil-time.model.js';
import { MaintenanceTasks } from './maintenance-tasks.js';
import type { MaintenancePlanRow } from './maintenance.entity.js';
import { checkFirstDay, dayAfter } from './maintenance-days.js';
import { MaintenanceRepository } from './maintenance.repository.js';
import { planView, taskView } from './maintenance.view.js';

const usualStart = '09:00';

/** Recurring maintenance of a resource, planned by its manager. */
@Injectable()
export class MaintenancePlanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: MaintenanceTasks,
    private readonly maintenance: MaintenanceRepository,
    private readonly custody: CustodyRepository,
  ) {}

  /**
   * The first time is booked at once. @throws DomainError `MAINTENANCE_TIME_TAKEN`, as {@link checkFirstDay} does
   */
  @Handles(maintenancePlanContract.create)
  create(request: CreateMaintenancePlanRequest, call: CallContext): Promise<Outcome<MaintenancePlanView>> {
    return this.transactions.command(call, maintenancePlanContract.create, request, async (tx) => {
      const locked = await this.tasks.lock(tx, request.resourceId);
      const plan = planOf(tx, request);
      checkFirstDay(plan.unit, plan.firstOn, civilDate(tx.now));
      await this.checkPiece(tx, plan);
      if ((await this.maintenance.countPlans(tx, plan.resourceId)) >= maintenancePlansMax) {
        throw new DomainError('MAINTENANCE_PLANS_TOO_MANY', { params: { max: maintenancePlansMax } });
      }
      await this.maintenance.insertPlan(tx, plan);
      const task = await this.tasks.open(tx, plan, plan.firstOn);
      await this.tasks.take(tx, locked, { plan, task, pointer: '/firstOn' });
      return this.saved(tx, locked, plan, null);
    });
  }

  /** For the manager of the resource. */
  @Handles(maintenancePlanContract.list)
  list(request: ListMaintenancePlansRequest, call: CallContext): Promise<Page<MaintenancePlanView>> {
    return this.transactions.read(call, async (tx) => {
      await this.tasks.authoriseUnlocked(tx, request.resourceId);
      const rows = await this.maintenance.plans(tx, request);
      const { items, nextCursor } = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { items: await this.views(tx, items), nextCursor };
    });
  }

  /** Changes apply from the next time on; a changed time out of service is booked again. */
  @Handles(maintenancePlanContract.edit)
  edit(request: EditMaintenancePlanRequest, call: CallContext): Promise<Outcome<MaintenancePlanView>> {
    return this.transactions.command(call, maintenancePlanContract.edit, request, async (tx) => {
      const { locked, plan: before } = await this.lock(tx, request);
      const { title = before.title, every = before.every, byWhom = before.byWhom } = request;
      const { blockHours = before.blockHours, blockFrom = before.blockFrom } = request;
      const plan = { ...before, title, every, byWhom, blockHours, blockFrom, version: before.version + 1 };
      await this.maintenance.updatePlan(tx, plan);
      const isOtherTime = blockHours !== before.blockHours || blockFrom !== before.blockFrom;
      if (isOtherTime && before.endedAt === null) await this.retake(tx, locked, plan);
      return this.saved(tx, locked, plan, before);
    });
  }

  /** Nothing is due any more, and the reserved time is free for loans. */
  @Handles(maintenancePlanContract.end)
  end(request: MaintenancePlanIdRequest, call: CallContext): Promise<Outcome<MaintenancePlanView>> {
    return this.transactions.command(call, maintenancePlanContract.end, request, async (tx) => {
      const { locked, plan: before } = await this.lock(tx, request);
      if (before.endedAt !== null) return this.view(tx, before);
      const plan = { ...before, endedAt: tx.now, version: before.version + 1 };
      await this.maintenance.updatePlan(tx, plan);
      const task = await this.maintenance.openTask(tx, plan.id);
      if (task !== null) await this.tasks.releaseTime(tx, task);
      return this.saved(tx, locked, plan, before);
    });
  }

  /** In force again: the open task returns, on its day or, if that has passed, on the next of the rhythm. */
  @Handles(maintenancePlanContract.resume)
  resume(request: MaintenancePlanIdRequest, call: CallContext): Promise<Outcome<MaintenancePlanView>> {
    return this.transactions.command(call, maintenancePlanContract.resume, request, async (tx) => {
      const { locked, plan: before } = await this.lock(tx, request);
      if (before.endedAt === null) return this.view(tx, before);
      await this.checkPiece(tx, before);
      const plan = { ...before, endedAt: null, version: before.version + 1 };
      await this.maintenance.updatePlan(tx, plan);
      const open = await this.maintenance.openTask(tx, plan.id);
      if (open !== null) {
        const today = civilDate(tx.now);
        const isPast = open.dueOn !== null && open.dueOn < today && plan.unit !== 'loan';
        const day = isPast ? dayAfter(plan, open, today) : open.dueOn;
        const plannedOn = isPast ? day : open.plannedOn;
        const task = { ...open, plannedOn, dueOn: day, version: open.version + 1 };
        await this.maintenance.updateTask(tx, task);
        await this.tasks.tryTake(tx, locked, { plan, task });
        await this.tasks.remind(tx, task);
      }
      return this.saved(tx, locked, plan, before);
    });
  }

  private async retake(tx: Transaction, locked: BookableResource, plan: MaintenancePlanRow): Promise<void> {
    const task = await this.maintenance.openTask(tx, plan.id);
    if (task === null) return;
    await this.tasks.releaseTime(tx, task);
    await this.tasks.take(tx, locked, { plan, task, pointer: '/blockFrom' });
    await this.tasks.remind(tx, task);
  }

  private async lock(
    tx: Transaction,
    { resourceId, planId }: MaintenancePlanIdRequest,
  ): Promise<{ locked: BookableResource; plan: MaintenancePlanRow }> {
    const locked = await this.tasks.lock(tx, resourceId);
    const plan = await this.maintenance.findPlan(tx, resourceId, planId);
    if (plan === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, plan.version);
    return { locked, plan };
  }

  private async checkPiece(tx: Transaction, { resourceId, pieceId }: MaintenancePlanRow): Promise<void> {
    if (pieceId === null) return;
    const pointer = '/pieceId';
    const piece = await this.custody.findById(tx, resourceId, pieceId);
    if (piece === null) throw new DomainError('NOT_FOUND', { pointer });
    if (piece.retiredAt !== null) {
      throw new DomainError('PIECE_RETIRED', { pointer, params: { label: piece.label } });
    }
  }

  private saved(
    tx: Transaction,
    { resource: { ownerKind } }: BookableResource,
    row: MaintenancePlanRow,
    before: MaintenancePlanRow | null,
  ): Promise<MaintenancePlanView> {
    tx.audit({
      noun: 'maintenancePlan',
      id: row.id,
      before: before && audited(before, ownerKind),
      after: audited(row, ownerKind),
    });
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: MaintenancePlanRow): Promise<MaintenancePlanView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  private async views(tx: Transaction, rows: readonly MaintenancePlanRow[]): Promise<MaintenancePlanView[]> {
    const ids = rows.map(({ id }) => id);
    const open = await this.maintenance.openLines(tx, ids);
    const today = civilDate(tx.now);
    return rows.map((row) => {
      const line = open.get(row.id);
      const next = line === undefined ? null : taskView(line, today);
      return planView(row, { next, pieceLabel: line?.pieceLabel ?? null });
    });
  }
}

function planOf(tx: Transaction, request: CreateMaintenancePlanRequest): MaintenancePlanRow {
  const { resourceId, pieceId = null, title, every, unit, firstOn = null } = request;
  const { byWhom = null, blockHours = null, blockFrom = usualStart } = request;
  return {
    id: newId(),
    version: 1,
    resourceId,
    pieceId,
    title,
    every,
    unit,
    firstOn,
    byWhom,
    blockHours,
    blockFrom,
    endedAt: null,
    createdBy: tx.personId,
    createdAt: tx.now,
  };
}

function audited(row: MaintenancePlanRow, ownerKind: PartyKind): Record<string, unknown> {
  const { resourceId, pieceId, every, unit, firstOn, blockHours, blockFrom, endedAt } = row;
  return {
    resourceId,
    pieceId,
    title: toldTitle(ownerKind, row.title),
    every,
    unit,
    firstOn,
    blockHours,
    blockFrom,
    ended: endedAt !== null,
  };
}
