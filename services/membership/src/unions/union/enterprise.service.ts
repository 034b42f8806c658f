import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  type CreateEnterpriseRequest,
  enterpriseContract,
  type EnterpriseView,
  type GetEnterpriseRequest,
  type ListEnterprisesRequest,
  type UpdateEnterpriseRequest,
} from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { type CallContext, DomainError, mayDo, rootPath } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actsFromAbove } from '../pending-change/pending-change-access.js';
import { PendingChangeWriter } from '../pending-change/pending-change-writer.js';
import { changesOf, decidedAt } from '../pending-change/pending-change.model.js';
import { PendingChangeRepository } from '../pending-change/pending-change.repository.js';
import type { UnionRow } from './union.entity.js';
import { UnionRepository } from './union.repository.js';
import type { EnterpriseRow } from './enterprise.entity.js';
import { EnterpriseChanger } from './enterprise-changer.js';
import { sizeOf } from './enterprise.model.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import { enterpriseStateOf } from './enterprise-state.js';

/** Figures hidden from callers without access: the size basis is hidden too, as it mentions the figures. */
const noFigures = { employees: null, revenueWan: null, assetsWan: null, usccEvidence: null, sizeBasis: [] };

/** The fields that determine the size class. */
const figureFields = ['sector', 'employees', 'revenueWan', 'assetsWan'] as const;

@Injectable()
export class EnterpriseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly enterprises: EnterpriseRepository,
    private readonly unions: UnionRepository,
    private readonly changer: EnterpriseChanger,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
  ) {}

  @Handles(enterpriseContract.create)
  create(request: CreateEnterpriseRequest, call: CallContext): Promise<Outcome<EnterpriseView>> {
    return this.transactions.command(call, enterpriseContract.create, request, async (tx) => {
      const keeper = await this.keeperOf(tx, request.keeperUnionId ?? null);
      return this.viewOf(tx, await this.changer.create(tx, request, keeper));
    });
  }

  @Handles(enterpriseContract.update)
  update(request: UpdateEnterpriseRequest, call: CallContext): Promise<Outcome<EnterpriseView>> {
    return this.transactions.command(call, enterpriseContract.update, request, async (tx) => {
      const before = await this.enterprises.lockById(tx, request.enterpriseId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const keeper = await this.keeperOf(tx, before.keeperUnionId);
      tx.authorise(actions.changeEnterprise, { paths: [keeper.path], visible: true });
      requireVersion(tx, before.version);
      const wanted = changedBy(before, request);
      const proposed = await this.changeToConfirm(tx, before, wanted);
      if (proposed === null) {
        await this.changer.save(tx, wanted, before);
        return this.viewOf(tx, wanted);
      }
      const waiting = await this.changes.waitingOfEnterprises(tx, [before.id]);
      if (waiting.size > 0) throw new DomainError('PENDING_CHANGE_THERE');
      await this.changeWriter.propose(tx, proposed);
      const row = hasOtherChanges(request) ? withoutFigures(wanted, before) : before;
      if (row !== before) await this.changer.save(tx, row, before);
      return this.viewOf(tx, row);
    });
  }

  @Handles(enterpriseContract.get)
  get(request: GetEnterpriseRequest, call: CallContext): Promise<EnterpriseView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeEnterprise, {});
      const row = await this.enterprises.findById(tx, request.enterpriseId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, row);
    });
  }

  @Handles(enterpriseContract.list)
  list(request: ListEnterprisesRequest, call: CallContext): Promise<Page<EnterpriseView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeEnterprise, {});
      const rows = await this.enterprises.list(tx, request);
      return toPage(await this.viewsOf(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => [view.name, view.id],
      });
    });
  }

  @Republishes('enterprise')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.enterprises.after(tx, afterId, limit);
    const unionIds = await this.enterprises.unionsBehind(
      tx,
      rows.map((row) => row.id),
    );
    const events = rows.map((row) => ({
      about: row.id,
      data: enterpriseStateOf(row, unionIds.get(row.id) ?? null),
    }));
    await recordEvents(tx, membershipEvents.partyChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  /** The named union, or the caller's, or the federation. */
  private async keeperOf(tx: Transaction, unionId: string | null): Promise<UnionRow> {
    const id = unionId ?? tx.call.actor?.unionId ?? null;
    const keeper =
      id === null ? await this.unions.findByPath(tx, rootPath) : await this.unions.findById(tx, id);
    if (keeper === null) throw new DomainError('NOT_FOUND', { pointer: '/keeperUnionId' });
    return keeper;
  }

  /**
   * A change of the size class, which the union above has to confirm, as the own union may benefit from it; null if
   * no confirmation is needed. An enterprise without a union is maintained by one that is above it already.
   */
  private async changeToConfirm(
    tx: Transaction,
    before: EnterpriseRow,
    wanted: EnterpriseRow,
  ): Promise<Parameters<PendingChangeWriter['propose']>[1] | null> {
    if (before.sizeClass === wanted.sizeClass) return null;
    const union = await this.unions.lockByEnterprise(tx, before.id);
    if (union === null) return null;
    const above = union.parentId === null ? null : await this.unions.findById(tx, union.parentId);
    const place = { unionPath: union.path, abovePath: above?.path ?? null };
    if (actsFromAbove(tx.call.actor, place)) return null;
    return {
      kind: 'enterprise',
      unionId: union.id,
      enterpriseId: before.id,
      changes: changesOf([...figureFields, 'sizeClass'], before, wanted),
      decidedAt: decidedAt(place),
    };
  }

  private async viewOf(tx: Transaction, row: EnterpriseRow): Promise<EnterpriseView> {
    const [view] = await this.viewsOf(tx, [row]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  /**
   * Views with unions and waiting changes, loaded with one statement each; figures only for callers who may see them.
   */
  private async viewsOf(tx: Transaction, rows: readonly EnterpriseRow[]): Promise<EnterpriseView[]> {
    const ids = rows.map(({ id }) => id);
    const unionIds = await this.enterprises.unionIds(tx, ids);
    const waiting = await this.changes.waitingOfEnterprises(tx, ids);
    const pathsOf = await this.enterprises.pathsOf(tx, ids);
    const { actor } = tx.call;
    return rows.map((row) => {
      const paths = pathsOf.get(row.id) ?? [];
      const seesFigures = actor !== null && mayDo(actor, actions.seeFigures, { paths });
      return viewOf(seesFigures ? row : { ...row, ...noFigures }, {
        unionId: unionIds.get(row.id) ?? null,
        pendingChangeId: waiting.get(row.id) ?? null,
      });
    });
  }
}

/** Omitted fields stay; a figure that is null is removed. */
function changedBy(before: EnterpriseRow, request: UpdateEnterpriseRequest): EnterpriseRow {
  const { sector, employees, revenueWan, assetsWan } = request;
  const figures = {
    sector: sector === undefined ? before.sector : sector,
    employees: employees === undefined ? before.employees : employees,
    revenueWan: revenueWan === undefined ? before.revenueWan : revenueWan,
    assetsWan: assetsWan === undefined ? before.assetsWan : assetsWan,
  };
  const isReviewed = Boolean(request.usccEvidence) && before.usccCheck === 'failed';
  return {
    ...before,
    ...figures,
    ...sizeOf(figures),
    version: before.version + 1,
    name: request.name ?? before.name,
    usccCheck: isReviewed ? 'reviewed' : before.usccCheck,
    usccEvidence: request.usccEvidence ?? before.usccEvidence,
    active: request.active ?? before.active,
  };
}

function viewOf(
  row: EnterpriseRow,
  beside: Pick<EnterpriseView, 'unionId' | 'pendingChangeId'>,
): EnterpriseView {
  const { createdAt: _createdAt, ...rest } = row;
  return { ...rest, ...beside };
}

/** Keeps the current figures while new ones wait for confirmation; all other changes apply at once. */
function withoutFigures(wanted: EnterpriseRow, before: EnterpriseRow): EnterpriseRow {
  const { sector, employees, revenueWan, assetsWan, sizeClass, sizeBasis } = before;
  return { ...wanted, sector, employees, revenueWan, assetsWan, sizeClass, sizeBasis };
}

function hasOtherChanges(request: UpdateEnterpriseRequest): boolean {
  return [request.name, request.usccEvidence, request.active].some((value) => value !== undefined);
}
