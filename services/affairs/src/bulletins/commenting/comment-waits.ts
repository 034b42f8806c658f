import { Injectable } from '@nestjs/common';
import { type Await, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { BulletinRow } from '../bulletin/bulletin.entity.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import { CommentRepository } from '../comment/comment.repository.js';

/** Says what waits under a bulletin: one thing for all comments to be checked, one for all reports, one for all appeals. */
@Injectable()
export class CommentWaits {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** Its row has to be locked. */
  async sync(tx: Transaction, bulletin: BulletinRow): Promise<void> {
    const { id } = bulletin;
    await syncAwaits(tx, 'affairs', 'bulletin-comments', [{ id, awaits: await this.awaitsOf(tx, bulletin) }]);
  }

  /** Before somebody is erased: nobody is to check what says nothing any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    for (const id of await this.comments.waitingOf(tx, personId)) {
      const bulletin = await this.bulletins.lock(tx, id);
      await this.comments.withdrawWaiting(tx, id, personId);
      if (bulletin !== null) await this.sync(tx, bulletin);
    }
  }

  private async awaitsOf(tx: Transaction, { id, title, unionId }: BulletinRow): Promise<Await[]> {
    const { comments, reports, appeals, ...ids } = await this.comments.waiting(tx, id);
    const awaitOf = (
      kind: 'bulletinCommentWaiting' | 'bulletinCommentReported' | 'bulletinCommentAppealed',
      ...barred: readonly (readonly string[])[]
    ): Await => ({
      kind,
      why: 'publishesBulletin',
      about: { bulletinId: id },
      title,
      // Nobody decides on their own, nor on an appeal against themselves: who could decide on none of it is not asked.
      offices: {
        roles: ['officer'],
        unionIds: [unionId],
        isNearest: true,
        exceptIds: barred.flatMap((some) => (some.length === 1 ? some : [])),
      },
    });
    return [
      ...(comments > 0 ? [awaitOf('bulletinCommentWaiting', ids.authorIds)] : []),
      ...(reports > 0 ? [awaitOf('bulletinCommentReported', ids.reportedIds)] : []),
      ...(appeals > 0 ? [awaitOf('bulletinCommentAppealed', ids.appellantIds, ids.hiderIds)] : []),
    ];
  }
}
