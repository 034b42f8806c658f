import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsMayChange } from '../activity/activity-awaits.due.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import type { NoticeValues } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { AlbumPictureRow } from './album.entity.js';

/** Says each change of an album: hints, whom it waits for now, and notices of what became of a picture. */
@Injectable()
export class AlbumNotices {
  constructor(
    private readonly hints: RoleHints,
    private readonly writer: NoticeWriter,
  ) {}

  /** Hints to the open pages of the hosts and of the contributor; it may wait for the hosts, or for them no more. */
  async changed(tx: Transaction, activity: ActivityRow, row: AlbumPictureRow): Promise<void> {
    const { id, version, personId } = row;
    await activityAwaitsMayChange(tx, activity.id);
    const unionIds = hostUnions(activity).map((union) => union.id);
    const audience = { rule: actions.moderateAlbum, unionIds, personIds: [personId] };
    await this.hints.send(tx, { resource: 'albumPicture', id, version }, audience);
  }

  /** A contributor is notified once a day that pictures are shown. */
  async shown(tx: Transaction, { activityId, personId }: AlbumPictureRow): Promise<void> {
    const cause = `album/${activityId}/approved/${shanghaiDate(tx.now)}`;
    const notice = { kind: 'albumApproved', why: 'addedPicture', cause } as const;
    await this.writer.write(tx, [{ ...notice, personIds: [personId], about: { activityId } }]);
  }

  /**
   * The contributor is notified of each hidden picture. @param reason null if it was reported and waits for the hosts
   */
  async hidden(tx: Transaction, row: AlbumPictureRow, reason: string | null): Promise<void> {
    const { activityId, personId } = row;
    const cause = `album/${row.id}/hidden/${row.version}`;
    const notice = { kind: 'albumHidden', why: 'addedPicture', cause } as const;
    const values: NoticeValues = reason === null ? { reported: 'yes' } : { reason };
    await this.writer.write(tx, [{ ...notice, personIds: [personId], about: { activityId }, values }]);
  }

  /** The reporter is notified of the decision. @param reason why it stays hidden; null if it is shown again */
  async decided(tx: Transaction, row: AlbumPictureRow, reason: string | null): Promise<void> {
    const { activityId, reportedBy } = row;
    const cause = `album/${row.id}/decided/${row.version}`;
    const values: NoticeValues = reason === null ? { shown: 'yes' } : { reason };
    const notice = { kind: 'albumReportDecided', why: 'reportedPicture', cause } as const;
    await this.writer.write(tx, [{ ...notice, personIds: reportedBy, about: { activityId }, values }]);
  }
}
