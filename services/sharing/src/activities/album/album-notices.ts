import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import type { Notice } from '../../reference/notice/notice.model.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { AlbumPictureRow } from './album.entity.js';

/** What people are told of an album: a hint for each change, a notice where somebody has to know. */
@Injectable()
export class AlbumNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
    private readonly writer: NoticeWriter,
  ) {}

  /** Open pages of the hosts, and of who added it. */
  async hint(tx: Transaction, activity: ActivityRow, row: AlbumPictureRow): Promise<void> {
    const { id, version, personId } = row;
    const unionIds = hostUnions(activity).map((union) => union.id);
    const audience = { rule: actions.moderateAlbum, unionIds, personIds: [personId] };
    await this.hints.send(tx, { resource: 'albumPicture', id, version }, audience);
  }

  /** The hosts hear once a day that something waits for them, however much it is. */
  async waits(tx: Transaction, activity: ActivityRow): Promise<void> {
    const unionIds = hostUnions(activity).map(({ id }) => id);
    const cause = `album/${activity.id}/waiting/${shanghaiDate(tx.now)}`;
    const people = await this.references.speakersOf(tx, unionIds);
    const about = { activityId: activity.id, kind: 'albumWaiting', why: 'hosts', cause } as const;
    await this.writer.write(
      tx,
      people.map((personId) => ({ ...about, personId, details: {} })),
    );
  }

  /** Who added pictures hears once a day that they are shown. */
  async shown(tx: Transaction, { activityId, personId }: AlbumPictureRow): Promise<void> {
    const cause = `album/${activityId}/approved/${shanghaiDate(tx.now)}`;
    const about = { activityId, kind: 'albumApproved', why: 'addedPicture', cause } as const;
    await this.writer.write(tx, [{ ...about, personId, details: {} }]);
  }

  /** Of each that is not he hears by itself. @param reason null where it was reported, and waits for the hosts */
  async hidden(tx: Transaction, row: AlbumPictureRow, reason: string | null): Promise<void> {
    const { activityId, personId } = row;
    const cause = `album/${row.id}/hidden/${row.version}`;
    const details = reason === null ? {} : { reason };
    const about = { activityId, kind: 'albumHidden', why: 'addedPicture', cause } as const;
    await this.writer.write(tx, [{ ...about, personId, details }]);
  }

  /** Who reported it hears what came of it. @param reason why it stays hidden; null where it is shown again */
  async decided(tx: Transaction, row: AlbumPictureRow, reason: string | null): Promise<void> {
    const { activityId, reportedBy } = row;
    const cause = `album/${row.id}/decided/${row.version}`;
    const details = reason === null ? {} : { reason };
    const notices = reportedBy.map((personId): Notice => ({
      personId,
      activityId,
      kind: 'albumReportDecided',
      why: 'reportedPicture',
      cause,
      details,
    }));
    await this.writer.write(tx, notices);
  }
}
