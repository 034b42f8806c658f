import { Injectable } from '@nestjs/common';
import {
  bulletinOutsideCountContract,
  type OutsideCountId,
  outsideCountsMax,
  type OutsideCountsRequest,
  type OutsideCountView,
  type OutsideReachView,
  type RecordOutsideCount,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-outside-count.contract';
import { type CallContext, DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { BulletinRow } from '../bulletin/bulletin.entity.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import { requireManager } from '../bulletin/bulletin.view.js';
import type { OutsideCountRow } from './outside-count.entity.js';
import { reachOf, requirePastDay, requireTakenOutside } from './outside-count.model.js';
import { OutsideCountRepository } from './outside-count.repository.js';

/** Officers enter by hand what channels outside the platform say of a bulletin that they have taken there. */
@Injectable()
export class OutsideCountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly counts: OutsideCountRepository,
  ) {}

  /** The lock keeps two who enter at once to one count of a channel and day, and within what a bulletin may have. */
  @Handles(bulletinOutsideCountContract.record)
  record(request: RecordOutsideCount, call: CallContext): Promise<Outcome<OutsideCountView>> {
    return this.transactions.command(call, bulletinOutsideCountContract.record, request, async (tx) => {
      const { bulletinId, channel, name, day, readers, likes, shares } = request;
      requireTakenOutside(await this.lock(tx, bulletinId), tx.now);
      requirePastDay(day, shanghaiDate(tx.now));
      const counts = await this.counts.of(tx, bulletinId);
      const where = { channel, name: name ?? '', day };
      const before = counts.find((one) => isSame(one, where)) ?? null;
      if (before === null && counts.length >= outsideCountsMax)
        throw new DomainError('BULLETIN_OUTSIDE_COUNTS_MAX', { params: { max: outsideCountsMax } });
      const row: OutsideCountRow = {
        id: before?.id ?? newId(),
        bulletinId,
        ...where,
        readers,
        likes: likes ?? null,
        shares: shares ?? null,
        enteredBy: tx.personId,
        enteredAt: tx.now,
      };
      await this.counts.save(tx, row);
      audit(tx, bulletinId, { before, after: row });
      return viewOf(row);
    });
  }

  @Handles(bulletinOutsideCountContract.remove)
  remove(request: OutsideCountId, call: CallContext): Promise<Outcome<OutsideReachView>> {
    return this.transactions.command(call, bulletinOutsideCountContract.remove, request, async (tx) => {
      const { bulletinId, countId } = request;
      await this.lock(tx, bulletinId);
      const before = (await this.counts.of(tx, bulletinId)).find(({ id }) => id === countId);
      if (before === undefined) throw new DomainError('NOT_FOUND');
      await this.counts.remove(tx, before);
      audit(tx, bulletinId, { before, after: null });
      return this.reach(tx, bulletinId);
    });
  }

  @Handles(bulletinOutsideCountContract.list)
  list({ bulletinId }: OutsideCountsRequest, call: CallContext): Promise<OutsideReachView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.bulletins.find(tx, bulletinId);
      requireManager(tx, record, record && (await this.references.findUnion(tx, record.unionId)));
      return this.reach(tx, bulletinId);
    });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async lock(tx: Transaction, bulletinId: string): Promise<BulletinRow> {
    const row = await this.bulletins.lock(tx, bulletinId);
    requireManager(tx, row, row && (await this.references.findUnion(tx, row.unionId)));
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async reach(tx: Transaction, bulletinId: string): Promise<OutsideReachView> {
    const counts = await this.counts.of(tx, bulletinId);
    return { ...reachOf(counts), counts: counts.map(viewOf) };
  }
}

type Place = Pick<OutsideCountRow, 'channel' | 'name' | 'day'>;

function isSame(one: Place, other: Place): boolean {
  return one.channel === other.channel && one.name === other.name && one.day === other.day;
}

function viewOf({ id, channel, name, day, readers, likes, shares }: OutsideCountRow): OutsideCountView {
  return { id, channel, name: name === '' ? null : name, day, readers, likes, shares };
}

interface Change {
  readonly before: OutsideCountRow | null;
  readonly after: OutsideCountRow | null;
}

/** It is a figure of its bulletin, in whose trail it stands. */
function audit(tx: Transaction, bulletinId: string, { before, after }: Change): void {
  tx.audit({
    noun: 'bulletin',
    id: bulletinId,
    before: before && { ...viewOf(before) },
    after: after && { ...viewOf(after) },
  });
}
