import { Injectable } from '@nestjs/common';
import { noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import { OnDue, raiseNotices, recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noticeTextOf } from '../../reference/notice/notice.model.js';
import { NoticeSubjectRepository } from '../../reference/notice/notice-subject.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import type { AnnouncementRow } from './announcement.entity.js';
import { isToBeSent, noticeKindOf, reasonOf } from './announcement.model.js';
import { AnnouncementRepository } from './announcement.repository.js';
import { audienceOf } from './announcement.view.js';
import { type Audience, AudienceRepository } from './audience.repository.js';
import { Audiences } from './audiences.js';

/** Due work: an announcement goes to its next recipients. Its key is the id. */
export const announcementDue = 'announcement-sending';

/** Recipients per step: what one event notifies. */
const sentPerStep = 500;
/** Between steps, so that 2,500 people a second at most are written to and all other work goes on. */
const stepEveryMs = 200;

/** Sends announcements step by step. A step is one transaction with its place in the list: who dies in it has not begun it. */
@Injectable()
export class AnnouncementWork {
  constructor(
    private readonly announcements: AnnouncementRepository,
    private readonly audiences: Audiences,
    private readonly recipients: AudienceRepository,
    private readonly references: ReferenceRepository,
    private readonly subjects: NoticeSubjectRepository,
    private readonly hints: RoleHints,
  ) {}

  /** One step; it schedules the next. What is withdrawn meanwhile reaches nobody else. */
  @OnDue(announcementDue)
  async send(tx: Transaction, id: string): Promise<void> {
    const row = await this.announcements.lockById(tx, id);
    if (row === null || !isToBeSent(row, tx.now)) return;
    const union = await this.references.union(tx, row.unionId);
    // The union, club or activity may have moved to another part of the tree since it was chosen.
    const audience = await this.audiences.within(tx, audienceOf(row), union.path);
    const begun = row.state === 'sending' ? row : await this.begin(tx, row, audience);
    const people =
      audience === null ? [] : await this.recipients.after(tx, audience, begun.afterId, sentPerStep);
    await this.raise(tx, begun, union.name, people);
    const isDone = people.length < sentPerStep;
    const after: AnnouncementRow = {
      ...begun,
      version: row.version + 1,
      sent: begun.sent + people.length,
      afterId: people.at(-1) ?? begun.afterId,
      ...(isDone ? { state: 'sent', finishedAt: tx.now } : {}),
    };
    await this.announcements.update(tx, after);
    if (isDone || begun !== row) await this.hint(tx, after);
    if (!isDone) await this.plan(tx, { id, sendAt: new Date(tx.now.getTime() + stepEveryMs) });
  }

  async plan(tx: Transaction, { id, sendAt }: Pick<AnnouncementRow, 'id' | 'sendAt'>): Promise<void> {
    if (sendAt !== null) await schedule(tx, { kind: announcementDue, key: id, at: sendAt });
  }

  /** The words go to the inboxes once, and are taken back once. */
  recordText(tx: Transaction, { id, title, text, withdrawnAt }: AnnouncementRow): Promise<void> {
    const words = noticeTextOf({ id, subject: title, text, withdrawnAt });
    return recordEvent(tx, noticeTextEvents.changed, id, words);
  }

  /** To those who see the announcements of the union: once for each change of its state, as pages look by themselves while it is sent. */
  hint(tx: Transaction, { id, version, unionId }: AnnouncementRow): Promise<void> {
    const audience = { rule: actions.seeAnnouncement, unionIds: [unionId] };
    return this.hints.send(tx, { resource: 'announcement', id, version }, audience);
  }

  private async begin(
    tx: Transaction,
    row: AnnouncementRow,
    audience: Audience | null,
  ): Promise<AnnouncementRow> {
    await this.recordText(tx, row);
    const recipients = audience === null ? 0 : await this.recipients.count(tx, audience);
    return { ...row, state: 'sending', recipients, startedAt: tx.now };
  }

  /** Who reads it learns in whose name it was written. */
  private async writerName(
    tx: Transaction,
    { id, writer }: AnnouncementRow,
    unionName: string,
  ): Promise<string> {
    if (writer === 'union') return unionName;
    return (await this.announcements.namesOf(tx, [id])).get(id)?.audienceName ?? unionName;
  }

  private async raise(
    tx: Transaction,
    row: AnnouncementRow,
    unionName: string,
    personIds: readonly string[],
  ): Promise<void> {
    if (personIds.length === 0) return;
    const { id, activityId, urgency, audienceKind } = row;
    const title = await this.writerName(tx, row, unionName);
    const activities = await this.subjects.activities(tx, activityId === null ? [] : [activityId]);
    const activity = activities.get(activityId ?? '');
    await raiseNotices(tx, 'sharing', [
      {
        kind: noticeKindOf[urgency],
        why: reasonOf[audienceKind],
        personIds,
        cause: `announcement/${id}`,
        // The id of the announcement keeps those without an activity apart; only that of an activity has a page.
        about: { announcementId: id, ...(activityId === null ? {} : { activityId }) },
        title,
        values: activity === undefined ? {} : { activityTitle: activity.title },
        textId: id,
      },
    ]);
  }
}
