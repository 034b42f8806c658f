import { Injectable } from '@nestjs/common';
import { noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import { recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { byReason, noticeTextOf } from '../../reference/notice/notice.model.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { RoleHints } from '../../reference/role-hints.js';
import { messageDue, messageKey, messageOfKey } from './message.due.js';
import type { MessageRow } from './message.entity.js';
import { MessageRepository } from './message.repository.js';

/** Recipients per step. */
const sentPerStep = 500;

/** Delivers messages to inboxes in steps: they may be for thousands. */
@Injectable()
export class MessageWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly messages: MessageRepository,
    private readonly writer: NoticeWriter,
    private readonly hints: RoleHints,
  ) {}

  /** One step; it schedules the next. A message withdrawn meanwhile reaches nobody else. */
  async send(tx: Transaction, key: string): Promise<void> {
    const { activityId, id } = messageOfKey(key);
    const row = await this.messages.lockById(tx, activityId, id);
    if (row?.state !== 'queued') return;
    const audience = { activityId, filter: row.filter, until: row.createdAt };
    const people = await this.messages.recipients(tx, audience, row.afterId, sentPerStep);
    await this.writer.write(
      tx,
      byReason(people).map((whom) => ({
        ...whom,
        about: { activityId },
        kind: 'message',
        cause: `message/${id}`,
        textId: id,
      })),
    );
    const isDone = people.length < sentPerStep;
    const after: MessageRow = {
      ...row,
      version: row.version + 1,
      sent: row.sent + people.length,
      afterId: people.at(-1)?.personId ?? row.afterId,
      state: isDone ? 'sent' : 'queued',
    };
    await this.messages.update(tx, after);
    await this.hint(tx, after);
    if (!isDone) await schedule(tx, { kind: messageDue, key: messageKey(row), at: tx.now });
  }

  /** The words go to the inboxes once, and are taken back once. */
  tellText(tx: Transaction, row: MessageRow): Promise<void> {
    return recordEvent(tx, noticeTextEvents.changed, row.id, noticeTextOf(row));
  }

  /** Hints at the progress to those who write messages of the activity. */
  async hint(tx: Transaction, { activityId, id, version }: MessageRow): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) return;
    const audience = { rule: actions.messageParticipants, unionIds: [activity.unionId] };
    await this.hints.send(tx, { resource: 'message', id, version }, audience);
  }
}
