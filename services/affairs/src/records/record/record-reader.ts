import { Injectable } from '@nestjs/common';
import {
  type ListMyRecords,
  type ListRecords,
  type ListTalents,
  recordContract,
  type RecordId,
  type RecordLine,
  type RecordView,
  type TalentLine,
} from '@gongxiang/contracts/affairs/records/record.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, dayMs, DomainError, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { expiringDays } from './record.model.js';
import { RecordPresenter } from './record-presenter.js';
import { type KeptRecord, RecordRepository } from './record.repository.js';

/** Reads records: one's own, those of the members of one's unions, and what their persons let others find. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: RecordRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: RecordPresenter,
  ) {}

  @Handles(recordContract.get)
  get({ recordId }: RecordId, call: CallContext): Promise<RecordView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRecords, {});
      const record = await this.records.find(tx, recordId);
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.presenter.view(tx, record);
    });
  }

  @Handles(recordContract.list)
  list({ expiring, ...request }: ListRecords, call: CallContext): Promise<Page<RecordLine>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.seeRecords);
      tx.authorise(actions.seeRecords, { paths, visible: true });
      const endsBy = shanghaiDate(new Date(tx.now.getTime() + expiringDays * dayMs));
      const filter = { ...request, paths, ...(expiring ? { endsBy } : {}) };
      return pageOf(await this.records.ofUnions(tx, filter), request.limit, (one) =>
        this.presenter.line(one),
      );
    });
  }

  @Handles(recordContract.listMine)
  listMine(request: ListMyRecords, call: CallContext): Promise<Page<RecordLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRecords, {});
      const records = await this.records.ofPerson(tx, tx.personId, request);
      return pageOf(records, request.limit, (one) => this.presenter.line(one));
    });
  }

  @Handles(recordContract.listTalents)
  listTalents({ unionId, ...request }: ListTalents, call: CallContext): Promise<Page<TalentLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.findTalents, {});
      const union = unionId === undefined ? null : await this.references.findUnion(tx, unionId);
      if (unionId !== undefined && union === null)
        throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      const records = await this.records.found(tx, union?.path ?? null, request);
      return pageOf(records, request.limit, (one) => this.presenter.talent(one));
    });
  }
}

function pageOf<Item>(
  records: readonly KeptRecord[],
  limit: number | undefined,
  shown: (record: KeptRecord) => Item,
): Page<Item> {
  const page = toPage(records, { limit, cursorOf: ({ id }) => [id] });
  return { ...page, items: page.items.map(shown) };
}
