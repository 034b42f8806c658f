import { Injectable } from '@nestjs/common';
import {
  type CreateEnterpriseRequest,
  enterpriseContract,
  type EnterpriseView,
  type GetEnterpriseRequest,
  type ListEnterprisesRequest,
  membershipEvents,
  type Page,
  type SizeClassName,
  type UpdateEnterpriseRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, rootPath } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import { unionStateOf } from '../union/union.state.js';
import type { EnterpriseRow } from './enterprise.entity.js';
import { checkBodyCode, sizeOf } from './enterprise.model.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import { enterpriseStateOf } from './enterprise.state.js';

@Injectable()
export class EnterpriseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly enterprises: EnterpriseRepository,
    private readonly unions: UnionRepository,
  ) {}

  create(request: CreateEnterpriseRequest, call: CallContext): Promise<Outcome<EnterpriseView>> {
    return this.transactions.command(call, enterpriseContract.create, request, async (tx) => {
      const keeper = await this.keeperOf(tx, request.keeperUnionId ?? null);
      tx.authorise(actions.createEnterprise, { paths: [keeper.path], visible: true });
      const { sector = null, employees = null, revenueWan = null, assetsWan = null } = request;
      const figures = { sector, employees, revenueWan, assetsWan };
      const row: EnterpriseRow = {
        id: newId(),
        version: 1,
        name: request.name,
        ...checkBodyCode(request.uscc),
        usccEvidence: null,
        ...figures,
        ...sizeOf(figures),
        keeperUnionId: keeper.id,
        active: true,
        createdAt: tx.now,
      };
      const isNew = await this.enterprises.insert(tx, row);
      if (!isNew) throw new DomainError('USCC_TAKEN', { pointer: '/uscc' });
      await this.changed(tx, row, null);
      return viewOf(row, null);
    });
  }

  update(request: UpdateEnterpriseRequest, call: CallContext): Promise<Outcome<EnterpriseView>> {
    return this.transactions.command(call, enterpriseContract.update, request, async (tx) => {
      const before = await this.enterprises.lockById(tx, request.enterpriseId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const keeper = await this.keeperOf(tx, before.keeperUnionId);
      tx.authorise(actions.changeEnterprise, { paths: [keeper.path], visible: true });
      requireVersion(tx, before.version);
      const row = changedBy(before, request);
      await this.enterprises.update(tx, row);
      const union = await this.changed(tx, row, before);
      return viewOf(row, union?.id ?? null);
    });
  }

  get(request: GetEnterpriseRequest, call: CallContext): Promise<EnterpriseView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeEnterprise, {});
      const row = await this.enterprises.findById(tx, request.enterpriseId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const unionIds = await this.enterprises.unionIds(tx, [row.id]);
      return viewOf(row, unionIds.get(row.id) ?? null);
    });
  }

  list(request: ListEnterprisesRequest, call: CallContext): Promise<Page<EnterpriseView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeEnterprise, {});
      const rows = await this.enterprises.list(tx, request);
      const unionIds = await this.enterprises.unionIds(
        tx,
        rows.map((row) => row.id),
      );
      const views = rows.map((row) => viewOf(row, unionIds.get(row.id) ?? null));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.name, view.id] });
    });
  }

  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.enterprises.after(tx, afterId, limit);
    const unionIds = await this.enterprises.unionIds(
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

  /** The union named; else that of the caller; else the federation. */
  private async keeperOf(tx: Transaction, unionId: string | null): Promise<UnionRow> {
    const id = unionId ?? tx.call.actor?.unionId ?? null;
    const keeper =
      id === null ? await this.unions.findByPath(tx, rootPath) : await this.unions.findById(tx, id);
    if (keeper === null) throw new DomainError('NOT_FOUND', { pointer: '/keeperUnionId' });
    return keeper;
  }

  /** Tells the enterprise, and its union too where that now has another size class. */
  private async changed(
    tx: Transaction,
    row: EnterpriseRow,
    before: EnterpriseRow | null,
  ): Promise<UnionRow | null> {
    const union = before === null ? null : await this.unions.lockByEnterprise(tx, row.id);
    const unionId = union?.id ?? null;
    const state = enterpriseStateOf(row, unionId);
    tx.audit({
      noun: 'enterprise',
      id: row.id,
      before: before && enterpriseStateOf(before, unionId),
      after: state,
    });
    await recordEvent(tx, membershipEvents.partyChanged, row.id, state);
    if (union === null || before?.sizeClass === row.sizeClass) return union;
    const told = { ...union, version: union.version + 1 };
    await this.unions.update(tx, told);
    await recordEvent(tx, membershipEvents.unionChanged, told.id, unionStateOf(told, row.sizeClass));
    await this.tellBranches(tx, union.path, row.sizeClass);
    return told;
  }

  /** The unions below a firm's that are of no other firm have its class. */
  private async tellBranches(tx: Transaction, path: string, sizeClass: SizeClassName): Promise<void> {
    const branches = await this.unions.raiseBranches(tx, path);
    const events = branches.map((branch) => ({ about: branch.id, data: unionStateOf(branch, sizeClass) }));
    await recordEvents(tx, membershipEvents.unionChanged, events);
  }
}

/** What the request leaves out stays; a figure that it says is null goes. */
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

function viewOf(row: EnterpriseRow, unionId: string | null): EnterpriseView {
  const { createdAt: _createdAt, ...rest } = row;
  return { ...rest, unionId };
}
