import { Injectable } from '@nestjs/common';
import {
  bulletinContract,
  type BulletinId,
  type BulletinReadingRequest,
  type BulletinReadingView,
  type BulletinUnreadView,
  type BulletinView,
  type ListUnreadBulletin,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, isWithin, officesOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { BulletinDueWork } from './bulletin.due.js';
import { type Addressees, AudienceRepository } from '../audience/audience.repository.js';
import { rangeOf } from '../audience/audience.model.js';
import { isShown, requireRemindable } from './bulletin.model.js';
import { BulletinReader } from './bulletin-reader.js';
import { type BulletinRecord, BulletinRepository } from './bulletin.repository.js';
import { isAskedOfReader, requireManager } from './bulletin.view.js';
import { ReceiptRepository } from './receipt.repository.js';

/** Who has read what must be read: members confirm it, officers see how many have, and remind the others. */
@Injectable()
export class BulletinReadingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinRepository,
    private readonly receipts: ReceiptRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: BulletinReader,
    private readonly work: BulletinDueWork,
    private readonly audiences: AudienceRepository,
  ) {}

  /** Locks nothing that others lock: thousands confirm at once. */
  @Handles(bulletinContract.confirm)
  confirm({ bulletinId }: BulletinId, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.confirm, { bulletinId }, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const record = await this.reader.visible(tx, bulletinId);
      if (record.state !== 'published' || !isAskedOfReader(record, call.actor))
        throw new DomainError('BULLETIN_NOT_TO_CONFIRM');
      await this.receipts.add(tx, { bulletinId, personId: tx.personId, confirmedAt: tx.now });
      return this.reader.view(tx, record);
    });
  }

  @Handles(bulletinContract.reading)
  reading(request: BulletinReadingRequest, call: CallContext): Promise<BulletinReadingView> {
    return this.transactions.read(call, async (tx) => {
      const { record, union, addressees } = await this.asked(tx, request);
      return this.receipts.reading(tx, record.id, { addressees, path: union.path });
    });
  }

  /** Who has not is for the very union of whom it is: those above see how many. */
  @Handles(bulletinContract.listUnread)
  listUnread(request: ListUnreadBulletin, call: CallContext): Promise<Page<BulletinUnreadView>> {
    return this.transactions.read(call, async (tx) => {
      const { union, addressees } = await this.asked(tx, request, [request.unionId]);
      if (!officesOf(call.actor, actions.seeReading).includes(union.id))
        throw new DomainError('NOT_PERMITTED');
      const page = toPage(await this.receipts.unreadOf(tx, { ...request, addressees }), {
        limit: request.limit,
        cursorOf: ({ personId }) => [personId],
      });
      return {
        ...page,
        items: page.items.map(({ personId, maskedName }) => ({ personId, name: maskedName })),
      };
    });
  }

  /** The lock keeps two who remind at once to one reminder. */
  @Handles(bulletinContract.remind)
  remind({ bulletinId }: BulletinId, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinContract.remind, { bulletinId }, async (tx) => {
      const before = await this.bulletins.lock(tx, bulletinId);
      const union = before && (await this.references.findUnion(tx, before.unionId));
      requireManager(tx, before, union);
      if (before === null || union === null) throw new DomainError('NOT_FOUND');
      if (!before.mustRead) throw new DomainError('BULLETIN_NOT_MUST_READ');
      if (before.state !== 'published' || !isShown(before, tx.now)) throw new DomainError('BULLETIN_STATE');
      requireRemindable(before.remindedAt, tx.now);
      const row = { ...before, version: before.version + 1, remindedAt: tx.now };
      await this.bulletins.update(tx, row);
      await this.work.remind(tx, row);
      const [audited, after] = [before, row].map(({ version, remindedAt }) => ({ version, remindedAt }));
      tx.audit({ noun: 'bulletin', id: bulletinId, before: audited ?? null, after: after ?? null });
      const record = await this.bulletins.find(tx, bulletinId);
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.reader.view(tx, record);
    });
  }

  /**
   * A bulletin that must be read, and a union whose members are asked to read it.
   * @param among see {@link AudienceRepository.addresseesOf}
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `BULLETIN_NOT_MUST_READ`
   */
  private async asked(
    tx: Transaction,
    { bulletinId, unionId }: BulletinReadingRequest,
    among: readonly string[] | null = null,
  ): Promise<{ record: BulletinRecord; union: UnionRef; addressees: Addressees }> {
    const union = await this.references.findUnion(tx, unionId);
    tx.authorise(actions.seeReading, { paths: union === null ? [] : [union.path] });
    const record = await this.bulletins.find(tx, bulletinId);
    if (record === null || record.state === 'draft' || union === null) throw new DomainError('NOT_FOUND');
    const publisher = { id: record.unionId, path: record.unionPath };
    const all = await this.audiences.addresseesOf(tx, record, publisher, among);
    if (!isAskedOf(record, union, all)) throw new DomainError('NOT_FOUND');
    if (!record.mustRead) throw new DomainError('BULLETIN_NOT_MUST_READ');
    // Of its own union all whom it addresses, wherever they are; of another one those of its part of the tree.
    const part = union.id === publisher.id ? {} : rangeOf('members', union.path);
    return { record, union, addressees: { ...all, ...part } };
  }
}

/** Whether a bulletin is for members of a union, or of those below it. */
function isAskedOf(
  { audience, unionId, unionPath }: BulletinRecord,
  union: UnionRef,
  { unionIds }: Addressees,
): boolean {
  if (union.id === unionId) return true;
  if (audience === 'union') return false;
  return unionIds === null ? isWithin(union.path, unionPath) : unionIds.includes(union.id);
}
