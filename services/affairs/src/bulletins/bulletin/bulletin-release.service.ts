import { Injectable } from '@nestjs/common';
import type { BulletinId, BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  bulletinReviewContract,
  type SendBackBulletin,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BulletinDueWork } from './bulletin.due.js';
import type { BulletinRow } from './bulletin.entity.js';
import { nextBulletinState, requireNotOver, shownFromOf } from './bulletin.model.js';
import { BulletinReader } from './bulletin-reader.js';
import { BulletinRepository } from './bulletin.repository.js';
import { requireManager } from './bulletin.view.js';

/** What a union with three strikes wants to publish is released, or sent back, by the union above. */
@Injectable()
export class BulletinReleaseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: BulletinReader,
    private readonly work: BulletinDueWork,
  ) {}

  @Handles(bulletinReviewContract.release)
  release(request: BulletinId, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinReviewContract.release, request, async (tx) => {
      const { row: before, union } = await this.lock(tx, request.bulletinId);
      const state = nextBulletinState(before.state, 'release');
      await this.reader.requireCitable(tx, before, union);
      requireNotOver(before.shownUntil, tx.now);
      const shownFrom = shownFromOf(before.shownFrom, tx.now);
      await this.work.planFirst(tx, { ...before, shownFrom });
      // It may have been shown before, and disclose something.
      await this.work.standingChanged(tx, before);
      return this.save(tx, before, { state, shownFrom, withdrawReason: null });
    });
  }

  @Handles(bulletinReviewContract.sendBack)
  sendBack(request: SendBackBulletin, call: CallContext): Promise<Outcome<BulletinView>> {
    return this.transactions.command(call, bulletinReviewContract.sendBack, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.bulletinId);
      const act = before.withdrawReason === null ? 'sendBack' : 'sendBackRestored';
      const state = nextBulletinState(before.state, act);
      await raiseNotices(tx, 'affairs', [
        {
          kind: 'bulletinSentBack',
          why: 'publishesBulletin',
          about: { bulletinId: before.id },
          title: before.title,
          offices: { roles: ['officer'], unionIds: [before.unionId], isNearest: true },
          cause: `bulletinSentBack/${before.id}/${before.version}`,
        },
      ]);
      return this.save(tx, before, { state, sentBackReason: request.reason });
    });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE` */
  private async lock(
    tx: Transaction,
    bulletinId: string,
  ): Promise<{ readonly row: BulletinRow; readonly union: UnionRef }> {
    const row = await this.bulletins.lock(tx, bulletinId);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    requireManager(tx, row, union);
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    if (!(await this.reader.mayDecide(tx, row, union.path))) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, row.version);
    return { row, union };
  }

  private async save(
    tx: Transaction,
    before: BulletinRow,
    changes: Partial<BulletinRow>,
  ): Promise<BulletinView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.bulletins.update(tx, row);
    await this.work.waitForRelease(tx, row, null);
    await this.work.planReach(tx, row);
    const audited = ({ version, state, sentBackReason }: BulletinRow) => ({ version, state, sentBackReason });
    tx.audit({ noun: 'bulletin', id: row.id, before: audited(before), after: audited(row) });
    const record = await this.bulletins.find(tx, row.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.reader.view(tx, record);
  }
}
