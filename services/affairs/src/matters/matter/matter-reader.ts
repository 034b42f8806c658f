import { Injectable } from '@nestjs/common';
import {
  type ListMatters,
  type ListMyMatters,
  matterContract,
  type MatterFiguresRequest,
  type MatterFiguresView,
  type MatterHandlersView,
  type MatterId,
  type MatterLine,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { mayRead } from './matter.model.js';
import { MatterPresenter } from './matter-presenter.js';
import { type MatterRecord, MatterRepository, type ServiceFigures } from './matter.repository.js';
import { handlersMax } from './matter.service.js';

/** A mean of fewer ratings would tell who gave which. */
const ratingsMin = 5;

/** Reads matters: one's own, those in one's hands, the desk of a union, and the figures of a year. */
@Injectable()
export class MatterReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: MatterPresenter,
  ) {}

  @Handles(matterContract.get)
  get({ matterId }: MatterId, call: CallContext): Promise<MatterView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMatters, {});
      const record = await this.matters.find(tx, matterId);
      const roles = record && this.presenter.rolesOf(tx, record, record.unionPath);
      if (record === null || roles === null || !mayRead(record, roles)) throw new DomainError('NOT_FOUND');
      const entries = await this.matters.entries(tx, matterId);
      const papers = await this.matters.papers(tx, matterId);
      return this.presenter.view(tx, record, { entries, papers }, roles);
    });
  }

  @Handles(matterContract.list)
  list(request: ListMatters, call: CallContext): Promise<Page<MatterLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDesk, { paths: reachOf(call.actor, actions.seeDesk), visible: true });
      const unionIds = (call.actor?.roles ?? [])
        .filter(({ role }) => actions.seeDesk.roles.some((one) => one === role))
        .map(({ unionId }) => unionId);
      const filter = { ...request, unionIds: [...new Set(unionIds)], personId: tx.personId };
      const records = await this.matters.desk(tx, filter);
      const cursorOf =
        request.desk === 'all'
          ? ({ id }: MatterRecord) => [id]
          : ({ dueAt, id }: MatterRecord) => [dueAt.toISOString(), id];
      return this.page(records, { limit: request.limit, cursorOf }, tx.now);
    });
  }

  @Handles(matterContract.listMine)
  listMine(request: ListMyMatters, call: CallContext): Promise<Page<MatterLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMatters, {});
      const records = await this.matters.ofPerson(tx, tx.personId, request);
      return this.page(records, { limit: request.limit, cursorOf: ({ id }) => [id] }, tx.now);
    });
  }

  @Handles(matterContract.handlers)
  handlers({ matterId }: MatterId, call: CallContext): Promise<MatterHandlersView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.matters.find(tx, matterId);
      tx.authorise(actions.assignMatter, { paths: record === null ? [] : [record.unionPath] });
      if (record === null) throw new DomainError('NOT_FOUND');
      const { unionId, personId: bringer } = record;
      const holders = await this.references.holders(tx, unionId, actions.takeMatter.roles, handlersMax);
      const others = holders.filter(({ personId }) => personId !== bringer);
      const open = await this.matters.countInHand(
        tx,
        others.map(({ personId }) => personId),
      );
      return {
        items: others.map(({ personId, maskedName }) => ({
          personId,
          name: maskedName,
          open: open.get(personId) ?? 0,
        })),
      };
    });
  }

  @Handles(matterContract.figures)
  figures({ unionId, year }: MatterFiguresRequest, call: CallContext): Promise<MatterFiguresView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.seeFigures, { paths: union === null ? [] : [union.path] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const from = new Date(`${year}-01-01T00:00:00+08:00`);
      const to = new Date(`${year + 1}-01-01T00:00:00+08:00`);
      return { items: (await this.matters.figures(tx, { path: union.path, from, to })).map(figuresView) };
    });
  }

  private page(
    records: readonly MatterRecord[],
    paging: Parameters<typeof toPage<MatterRecord>>[1],
    now: Date,
  ): Page<MatterLine> {
    const page = toPage(records, paging);
    return { ...page, items: page.items.map((record) => this.presenter.line(record, now)) };
  }
}

function figuresView({ stars, ...figures }: ServiceFigures): MatterFiguresView['items'][number] {
  const { rated } = figures;
  return { ...figures, starTenths: rated < ratingsMin ? null : Math.round((stars * 10) / rated) };
}
