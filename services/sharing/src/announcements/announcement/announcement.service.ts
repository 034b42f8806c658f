import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  announcementContract,
  type AnnouncementId,
  type AnnouncementPreviewView,
  type AnnouncementView,
  type CreateAnnouncement,
  type EditAnnouncement,
  type ListAnnouncements,
  type PreviewAnnouncement,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { announcementDue, AnnouncementWork } from './announcement-work.js';
import { AnnouncementWriters } from './announcement-writers.js';
import type { AnnouncementRow } from './announcement.entity.js';
import {
  plannedOf,
  requireDays,
  requireEditable,
  requireRoomInWeek,
  requireRoomOnDay,
} from './announcement.model.js';
import { AnnouncementRepository } from './announcement.repository.js';
import { announcementViewOf, audienceOf } from './announcement.view.js';
import { AudienceRepository } from './audience.repository.js';
import { Audiences } from './audiences.js';

type Words = Pick<
  AnnouncementRow,
  | 'title'
  | 'text'
  | 'audienceKind'
  | 'audienceId'
  | 'audienceDays'
  | 'urgency'
  | 'activityId'
  | 'state'
  | 'sendAt'
>;

/** What a union writes to its members, to a club or to who took part, and what clubs and groups write to their own. */
@Injectable()
export class AnnouncementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly announcements: AnnouncementRepository,
    private readonly audiences: Audiences,
    private readonly recipients: AudienceRepository,
    private readonly writers: AnnouncementWriters,
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
    private readonly work: AnnouncementWork,
  ) {}

  /** @throws DomainError `WRITER_AUDIENCE`, `AUDIENCE_OUTSIDE`, `AUDIENCE_DAYS`, `PARTY_CLOSED` */
  @Handles(announcementContract.preview)
  preview(
    { unionId, writer = 'union', audience }: PreviewAnnouncement,
    call: CallContext,
  ): Promise<AnnouncementPreviewView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.writers.required(tx, { writer, unionId, audience });
      return { recipients: await this.countNow(tx, audience, union) };
    });
  }

  /**
   * @throws DomainError `WRITER_AUDIENCE`, `AUDIENCE_OUTSIDE`, `AUDIENCE_DAYS`, `SEND_TIME`, `SEND_TIME_PAST`, `SEND_TIME_FAR`, `NO_RECIPIENTS`,
   * `ANNOUNCED_ACTIVITY_HIDDEN`, `PARTY_CLOSED`, `ANNOUNCEMENTS_TOO_MANY`, `ANNOUNCEMENTS_TOO_MANY_IN_WEEK`
   */
  @Handles(announcementContract.create)
  create(request: CreateAnnouncement, call: CallContext): Promise<Outcome<AnnouncementView>> {
    return this.transactions.command(call, announcementContract.create, request, async (tx) => {
      const { writer = 'union', audience } = request;
      const union = await this.writers.required(tx, { writer, unionId: request.unionId, audience });
      const row: AnnouncementRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        writer,
        ...(await this.wordsOf(tx, request, union)),
        recipients: null,
        sent: 0,
        afterId: null,
        createdBy: tx.personId,
        createdAt: tx.now,
        startedAt: null,
        finishedAt: null,
        withdrawnAt: null,
      };
      await this.requireRoom(tx, row);
      await this.announcements.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  /** @throws DomainError what `create` refuses, `ANNOUNCEMENT_SENT`, `ANNOUNCEMENT_WITHDRAWN`, `VERSION_STALE` */
  @Handles(announcementContract.edit)
  edit(request: EditAnnouncement, call: CallContext): Promise<Outcome<AnnouncementView>> {
    return this.transactions.command(call, announcementContract.edit, request, async (tx) => {
      const before = await this.locked(tx, request);
      requireVersion(tx, before.version);
      requireEditable(before.state);
      const { writer, unionId } = before;
      const union = await this.writers.required(tx, { writer, unionId, audience: request.audience });
      const words = await this.wordsOf(tx, request, union);
      const row = { ...before, ...words, version: before.version + 1 };
      await this.requireRoom(tx, row);
      await this.announcements.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  /** Whoever has it sees that it was withdrawn, and no longer its words. @throws DomainError `ANNOUNCEMENT_WITHDRAWN` */
  @Handles(announcementContract.withdraw)
  withdraw(request: AnnouncementId, call: CallContext): Promise<Outcome<AnnouncementView>> {
    return this.transactions.command(call, announcementContract.withdraw, request, async (tx) => {
      const before = await this.locked(tx, request);
      if (before.state === 'withdrawn') throw new DomainError('ANNOUNCEMENT_WITHDRAWN');
      const row: AnnouncementRow = {
        ...before,
        version: before.version + 1,
        state: 'withdrawn',
        withdrawnAt: tx.now,
      };
      await this.announcements.update(tx, row);
      // Nobody has words that were never sent.
      if (row.startedAt !== null) await this.work.recordText(tx, row);
      return this.changed(tx, row, before);
    });
  }

  @Handles(announcementContract.get)
  get({ announcementId }: AnnouncementId, call: CallContext): Promise<AnnouncementView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listAnnouncements, {});
      const row = await this.announcements.findById(tx, announcementId);
      if (row === null) throw new DomainError('NOT_FOUND');
      await this.writers.authorise(tx, actions.seeAnnouncement, row);
      return this.view(tx, row);
    });
  }

  @Handles(announcementContract.list)
  list(request: ListAnnouncements, call: CallContext): Promise<Page<AnnouncementView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listAnnouncements, {});
      const rows = await this.found(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.views(tx, page.items) };
    });
  }

  private async found(tx: Transaction, request: ListAnnouncements): Promise<AnnouncementRow[]> {
    const { writerId } = request;
    if (writerId === undefined)
      return this.announcements.list(tx, request, reachOf(tx.call.actor, actions.seeAnnouncement));
    await this.writers.authoriseList(tx, writerId);
    return this.announcements.listOwn(tx, request, writerId);
  }

  private async locked(tx: Transaction, { announcementId }: AnnouncementId): Promise<AnnouncementRow> {
    const row = await this.announcements.lockById(tx, announcementId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.writers.authorise(tx, actions.writeAnnouncement, row);
    return row;
  }

  private async countNow(
    tx: Transaction,
    audience: PreviewAnnouncement['audience'],
    union: UnionRef,
  ): Promise<number> {
    requireDays(audience);
    return this.recipients.count(tx, await this.audiences.required(tx, audience, union.path));
  }

  /** What is asked for, once it is checked. */
  private async wordsOf(
    tx: Transaction,
    request: Omit<CreateAnnouncement, 'unionId' | 'writer'>,
    union: UnionRef,
  ): Promise<Words> {
    const { audience, title, text, urgency, release, activityId = null } = request;
    const planned = plannedOf(request, tx.now);
    await this.requireReadable(tx, activityId);
    const recipients = await this.countNow(tx, audience, union);
    // A club or an activity may have people by then.
    if (release === 'now' && recipients === 0)
      throw new DomainError('NO_RECIPIENTS', { pointer: '/audience' });
    return {
      title,
      text,
      audienceKind: audience.kind,
      audienceId: audience.id,
      audienceDays: audience.days ?? null,
      urgency,
      activityId,
      ...planned,
    };
  }

  /**
   * Under the lock of the union, as two may write at once. What clubs and groups write takes nothing from their union.
   * @throws DomainError `ANNOUNCEMENTS_TOO_MANY`, `ANNOUNCEMENTS_TOO_MANY_IN_WEEK`
   */
  private async requireRoom(tx: Transaction, row: AnnouncementRow): Promise<void> {
    if (row.sendAt === null) return;
    await this.references.unionLocked(tx, row.unionId);
    if (row.writer === 'union')
      return requireRoomOnDay(await this.announcements.countOnDay(tx, row, row.sendAt));
    requireRoomInWeek(await this.announcements.countOwnInWeek(tx, row, row.sendAt));
  }

  private async requireReadable(tx: Transaction, activityId: string | null): Promise<void> {
    if (activityId === null) return;
    const activity = await this.activities.findById(tx, activityId);
    if (activity?.publishedAt == null)
      throw new DomainError('ANNOUNCED_ACTIVITY_HIDDEN', { pointer: '/activityId' });
  }

  private async changed(
    tx: Transaction,
    row: AnnouncementRow,
    before: AnnouncementRow | null,
  ): Promise<AnnouncementView> {
    if (row.state === 'scheduled') await this.work.plan(tx, row);
    else if (before !== null) await unschedule(tx, announcementDue, row.id);
    tx.audit({
      noun: 'announcement',
      id: row.id,
      before: before && recordOf(before),
      after: recordOf(row),
    });
    await this.work.hint(tx, row);
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: AnnouncementRow): Promise<AnnouncementView> {
    const names = await this.announcements.namesOf(tx, [row.id]);
    return announcementViewOf(row, names.get(row.id));
  }

  private async views(tx: Transaction, rows: readonly AnnouncementRow[]): Promise<AnnouncementView[]> {
    const names = await this.announcements.namesOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => announcementViewOf(row, names.get(row.id)));
  }
}

/** The text may name people: the audit records to whom it goes and when, and the row the text. */
function recordOf(row: AnnouncementRow): Record<string, unknown> {
  const { unionId, writer, title, urgency, activityId, state, sendAt } = row;
  return { unionId, writer, title, audience: audienceOf(row), urgency, activityId, state, sendAt };
}
