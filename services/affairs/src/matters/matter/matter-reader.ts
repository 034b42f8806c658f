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
  type PublicServiceFiguresPage,
  type PublicServiceFiguresRequest,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { CountedPage, Page } from '@gongxiang/contracts/core/contract';
import {
  type CallContext,
  DomainError,
  officesOf,
  publicFiguresMin,
  reachOf,
  spanOfYear,
} from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import {
  type CursorValues,
  orderCursorOf,
  orderedBy,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { HouseholdRepository } from '../household/household.repository.js';
import { type Naming, ServiceHandlerRepository } from '../service-handler/service-handler.repository.js';
import { monthFigures, publicServiceFigures, serviceFigures, topicFigures } from './figures.model.js';
import { dueOf, mayRead } from './matter.model.js';
import { MatterPresenter } from './matter-presenter.js';
import { type MatterRecord, MatterRepository } from './matter.repository.js';
import { MatterWriter } from './matter-writer.js';

type Paging = Parameters<typeof toPage<MatterRecord>>[1] & {
  /** Where the caller is named. */
  readonly namings: readonly Naming[];
};

/** Reads matters: one's own, those in one's hands, the desk of a union, and the figures of a year. */
@Injectable()
export class MatterReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: MatterPresenter,
    private readonly writer: MatterWriter,
    private readonly serviceHandlers: ServiceHandlerRepository,
    private readonly households: HouseholdRepository,
  ) {}

  @Handles(matterContract.get)
  get({ matterId }: MatterId, call: CallContext): Promise<MatterView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMatters, {});
      const record = await this.matters.find(tx, matterId);
      const roles = record && (await this.presenter.rolesOf(tx, record, record.unionPath));
      if (record === null || roles === null || !mayRead(record, roles)) throw new DomainError('NOT_FOUND');
      return this.presenter.view(tx, record, await this.writer.content(tx, record), roles);
    });
  }

  @Handles(matterContract.list)
  list(request: ListMatters, call: CallContext): Promise<CountedPage<MatterLine>> {
    return this.transactions.read(call, async (tx) => {
      const { actor } = call;
      const namings = actor === null ? [] : await this.serviceHandlers.namingsOf(tx, actor);
      if (namings.length > 0) tx.authorise(actions.seeNamedDesk, {});
      else tx.authorise(actions.seeDesk, { paths: reachOf(actor, actions.seeDesk), visible: true });
      const unionIds = officesOf(actor, actions.seeDesk);
      const filter = { ...request, unionIds, namings, personId: tx.personId };
      const records = await this.matters.desk(tx, filter);
      const paging = { limit: request.limit, cursorOf: cursorOf(request), namings };
      const page = await this.page(tx, records, paging);
      return { ...page, count: await this.matters.countOfDesk(tx, filter) };
    });
  }

  @Handles(matterContract.listMine)
  listMine(request: ListMyMatters, call: CallContext): Promise<CountedPage<MatterLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnMatters, {});
      const records = await this.matters.ofPerson(tx, tx.personId, request);
      const paging: Paging = { limit: request.limit, cursorOf: ({ id }) => [id], namings: [] };
      const page = await this.page(tx, records, paging);
      // What it is about is for those who deal with it: its person knows better.
      const items = page.items.map((line) => ({ ...line, topic: null, topicConfirmed: false }));
      return { ...page, items, count: await this.matters.countOfPerson(tx, tx.personId, request) };
    });
  }

  @Handles(matterContract.handlers)
  handlers({ matterId }: MatterId, call: CallContext): Promise<MatterHandlersView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.matters.find(tx, matterId);
      const roles = record && (await this.presenter.rolesOf(tx, record, record.unionPath));
      // Whoever has it in hand asks others to work on it with them, and need not hold an office.
      if (!roles?.isHandler)
        tx.authorise(actions.assignMatter, { paths: record === null ? [] : [record.unionPath] });
      if (record === null) throw new DomainError('NOT_FOUND');
      const { personId: bringer } = record;
      const holders = await this.writer.candidates(tx, record);
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
      const sentBelow = { path: union.path, ...spanOfYear(year) };
      return {
        items: (await this.matters.figures(tx, sentBelow)).map(serviceFigures),
        topics: (await this.matters.topicFigures(tx, { ...sentBelow, sentMin: publicFiguresMin })).map(
          topicFigures,
        ),
        months: monthFigures(year, await this.matters.monthFigures(tx, sentBelow)),
      };
    });
  }

  @Handles(matterContract.publicFigures)
  publicFigures({ year }: PublicServiceFiguresRequest, call: CallContext): Promise<PublicServiceFiguresPage> {
    return this.transactions.read(call, async (tx) => {
      const sent = { ...spanOfYear(year), sentMin: publicFiguresMin };
      return { items: (await this.matters.networkFigures(tx, sent)).map(publicServiceFigures) };
    });
  }

  private async page(
    tx: Transaction,
    records: readonly MatterRecord[],
    { namings, ...paging }: Paging,
  ): Promise<Page<MatterLine>> {
    const page = toPage(records, paging);
    const ids = page.items.map(({ id }) => id);
    const ground = { namings, concerned: await this.households.concerned(tx, ids) };
    return {
      ...page,
      items: page.items.map((record) =>
        this.presenter.line(record, this.presenter.rolesWith(tx, record, ground), tx.now),
      ),
    };
  }
}

/** Of a page of the desk, see {@link MatterRepository.desk}. */
function cursorOf({ desk, order }: ListMatters): (record: MatterRecord) => CursorValues {
  if (order === undefined && desk === 'followUps') return ({ nextDueOn, id }) => [nextDueOn, id];
  if (order === undefined) return ({ dueAt, id }) => (desk === 'all' ? [id] : [dueAt.toISOString(), id]);
  const valueOf = orderedBy(order) === 'dueAt' ? dueOf : ({ sentAt }: MatterRecord) => sentAt;
  return (record) => orderCursorOf(order, { value: valueOf(record)?.toISOString() ?? null, id: record.id });
}
