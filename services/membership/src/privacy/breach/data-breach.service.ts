import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  breachHandoversMax,
  dataBreachContract,
  type DataBreachId,
  type DataBreachView,
  type HandOverBreachReport,
  type ListDataBreaches,
  type OwnDataBreachesView,
  type OwnDataBreachView,
  type RecordDataBreach,
  type RefuseDataBreach,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import { type CallContext, DomainError, newId, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { auditOf, BreachNotifying } from './breach-notifying.js';
import type { BreachHandoverRow, DataBreachRow } from './data-breach.entity.js';
import { requireCorrectable, requireHandover, requireWhole } from './data-breach.model.js';
import {
  type BreachProgress,
  type DataBreachRecord,
  DataBreachRepository,
} from './data-breach.repository.js';
import { breachView, ownBreachView } from './data-breach.view.js';

const here = { paths: [rootPath], visible: true } as const;

/** Breaches of personal information: recorded by one person, confirmed by another, and told to those affected (PIPL 57). */
@Injectable()
export class DataBreachService {
  constructor(
    private readonly transactions: Transactions,
    private readonly breaches: DataBreachRepository,
    private readonly unions: UnionRepository,
    private readonly notifying: BreachNotifying,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND` with the union, person or record that is none, `DATA_BREACH_AUDIENCE`,
   * `DATA_BREACH_CHANGES`, `DATA_BREACH_CORRECTED`, `DATA_BREACH_CORRECTION_TOLD`, `DATA_BREACH_REASON`,
   * `DATA_BREACH_TIMES`
   */
  @Handles(dataBreachContract.record)
  record(request: RecordDataBreach, call: CallContext): Promise<Outcome<DataBreachView>> {
    return this.transactions.command(call, dataBreachContract.record, request, async (tx) => {
      tx.authorise(actions.keepDataBreaches, here);
      // A program that acts for somebody is no hand of the two.
      refuseApiKey(tx.call.actor);
      requireWhole(request, tx.now);
      await this.requireKnown(tx, request);
      const row = rowOf(tx, request);
      if (!(await this.breaches.insert(tx, row)))
        throw new DomainError('DATA_BREACH_CORRECTED', { pointer: '/correctsId' });
      const personIds = [...new Set(request.personIds)];
      if ((await this.breaches.namePeople(tx, row.id, personIds)) < personIds.length)
        throw new DomainError('NOT_FOUND', { pointer: '/personIds' });
      tx.audit({ noun: 'dataBreach', id: row.id, before: null, after: auditOf(row) });
      await awaitsMayChange(tx, 'dataBreach', row.id);
      return this.viewOf(tx, row.id);
    });
  }

  /** @throws DomainError `SAME_PERSON`, `VERSION_STALE`, `ILLEGAL_TRANSITION` */
  @Handles(dataBreachContract.confirm)
  confirm({ dataBreachId }: DataBreachId, call: CallContext): Promise<Outcome<DataBreachView>> {
    return this.transactions.command(call, dataBreachContract.confirm, { dataBreachId }, async (tx) => {
      const row = await this.lockToDecide(tx, dataBreachId);
      const affected = await this.breaches.countAffected(tx, row.id);
      if (!row.isTold)
        return this.save(tx, row, { state: 'filed', affected, finishedAt: tx.now, ...decided(tx) });
      await this.notifying.begin(tx, row.id);
      return this.save(tx, row, { state: 'notifying', affected, ...decided(tx) });
    });
  }

  /** @throws DomainError `SAME_PERSON`, `VERSION_STALE`, `ILLEGAL_TRANSITION` */
  @Handles(dataBreachContract.refuse)
  refuse(request: RefuseDataBreach, call: CallContext): Promise<Outcome<DataBreachView>> {
    return this.transactions.command(call, dataBreachContract.refuse, request, async (tx) => {
      const row = await this.lockToDecide(tx, request.dataBreachId);
      return this.save(tx, row, { state: 'refused', refusal: request.reason, ...decided(tx) });
    });
  }

  /** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` */
  @Handles(dataBreachContract.withdraw)
  withdraw({ dataBreachId }: DataBreachId, call: CallContext): Promise<Outcome<DataBreachView>> {
    return this.transactions.command(call, dataBreachContract.withdraw, { dataBreachId }, async (tx) => {
      tx.authorise(actions.keepDataBreaches, here);
      const row = await this.lock(tx, dataBreachId);
      tx.authorise(actions.withdrawDataBreach, { personId: row.recordedBy, visible: true });
      requireWaiting(tx, row);
      return this.save(tx, row, { state: 'withdrawn', finishedAt: tx.now });
    });
  }

  /**
   * Records that the report is with the authority. What was recorded of that stays, and a further entry corrects it.
   * @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION`, `DATA_BREACH_HANDOVER_TIME`, `DATA_BREACH_HANDOVER_CHANGES`,
   * `DATA_BREACH_HANDOVERS_MANY`
   */
  @Handles(dataBreachContract.handOver)
  handOver(request: HandOverBreachReport, call: CallContext): Promise<Outcome<DataBreachView>> {
    return this.transactions.command(call, dataBreachContract.handOver, request, async (tx) => {
      tx.authorise(actions.keepDataBreaches, here);
      const breach = await this.lock(tx, request.dataBreachId);
      requireVersion(tx, breach.version);
      const before = await this.breaches.handoversOf(tx, [breach.id]);
      const limits = { handovers: before.length, max: breachHandoversMax, now: tx.now };
      requireHandover(breach, request, limits);
      await this.breaches.addHandover(tx, handoverOf(tx, request, before.length + 1));
      return this.save(tx, breach, {}, { handovers: before.length + 1 });
    });
  }

  @Handles(dataBreachContract.get)
  get({ dataBreachId }: DataBreachId, call: CallContext): Promise<DataBreachView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.keepDataBreaches, here);
      return this.viewOf(tx, dataBreachId);
    });
  }

  @Handles(dataBreachContract.list)
  list(request: ListDataBreaches, call: CallContext): Promise<Page<DataBreachView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.keepDataBreaches, here);
      const records = await this.breaches.list(tx, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const handovers = await this.breaches.handoversOf(
        tx,
        page.items.map(({ id }) => id),
      );
      const items: DataBreachView[] = [];
      for (const record of page.items) items.push(await this.view(tx, record, handovers));
      return { ...page, items };
    });
  }

  @Handles(dataBreachContract.listOwn)
  listOwn(_request: NoRequest, call: CallContext): Promise<OwnDataBreachesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnDataBreaches, {});
      return { items: (await this.breaches.listOwn(tx, tx.personId, null)).map(ownBreachView) };
    });
  }

  /** One of which the caller was not notified is NOT_FOUND. */
  @Handles(dataBreachContract.getOwn)
  getOwn({ dataBreachId }: DataBreachId, call: CallContext): Promise<OwnDataBreachView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnDataBreaches, {});
      const [record] = await this.breaches.listOwn(tx, tx.personId, dataBreachId);
      if (record === undefined) throw new DomainError('NOT_FOUND');
      return ownBreachView(record);
    });
  }

  private async requireKnown(
    tx: Transaction,
    { unionId, correctsId, isTold }: RecordDataBreach,
  ): Promise<void> {
    if (unionId !== null && (await this.unions.findById(tx, unionId)) === null)
      throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
    if (correctsId !== null) requireCorrectable(await this.breaches.lockById(tx, correctsId), isTold);
  }

  private async lock(tx: Transaction, id: string): Promise<DataBreachRow> {
    const row = await this.breaches.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async lockToDecide(tx: Transaction, id: string): Promise<DataBreachRow> {
    tx.authorise(actions.keepDataBreaches, here);
    refuseApiKey(tx.call.actor);
    const row = await this.lock(tx, id);
    if (row.recordedBy === tx.personId) throw new DomainError('SAME_PERSON');
    requireWaiting(tx, row);
    return row;
  }

  private async save(
    tx: Transaction,
    before: DataBreachRow,
    change: Partial<BreachProgress>,
    facts: { readonly handovers?: number } = {},
  ): Promise<DataBreachView> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.breaches.update(tx, row);
    tx.audit({
      noun: 'dataBreach',
      id: row.id,
      before: auditOf(before),
      after: { ...auditOf(row), ...facts },
    });
    await awaitsMayChange(tx, 'dataBreach', row.id);
    this.notifying.hint(tx, row);
    return this.viewOf(tx, row.id);
  }

  private async viewOf(tx: Transaction, id: string): Promise<DataBreachView> {
    const record = await this.breaches.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.view(tx, record, await this.breaches.handoversOf(tx, [id]));
  }

  private async view(
    tx: Transaction,
    record: DataBreachRecord,
    handovers: readonly BreachHandoverRow[],
  ): Promise<DataBreachView> {
    const affected = record.affected ?? (await this.breaches.countAffected(tx, record.id));
    const own = handovers.filter(({ breachId }) => breachId === record.id);
    return breachView(record, { affected, handovers: own }, tx.personId);
  }
}

function handoverOf(
  tx: Transaction,
  { dataBreachId, handedOverAt, authority, handedOverBy, reference, changes }: HandOverBreachReport,
  number: number,
): BreachHandoverRow {
  return {
    breachId: dataBreachId,
    number,
    handedOverAt: new Date(handedOverAt),
    authority,
    handedOverBy,
    reference,
    changes,
    recordedBy: tx.personId,
    recordedAt: tx.now,
  };
}

function rowOf(tx: Transaction, { personIds: _named, ...content }: RecordDataBreach): DataBreachRow {
  return {
    ...content,
    id: newId(),
    version: 1,
    state: 'waiting',
    noticedAt: new Date(content.noticedAt),
    happenedAt: content.happenedAt === null ? null : new Date(content.happenedAt),
    recordedBy: tx.personId,
    recordedAt: tx.now,
    decidedBy: null,
    decidedAt: null,
    refusal: null,
    affected: null,
    notified: 0,
    position: null,
    finishedAt: null,
  };
}

function decided(tx: Transaction): Pick<DataBreachRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}

/** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` */
function requireWaiting(tx: Transaction, { version, state }: DataBreachRow): void {
  requireVersion(tx, version);
  if (state !== 'waiting') throw new DomainError('ILLEGAL_TRANSITION');
}
