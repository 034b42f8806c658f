import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListMessagesRequest,
  messageContract,
  type MessageIdRequest,
  type MessagePreviewView,
  type MessageView,
  type PreviewMessageRequest,
  type SendMessageRequest,
} from '@gongxiang/contracts/sharing/activities/message.contract';
import { type CallContext, dayMs, DomainError, newId } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { messageDue, messageKey } from './message.due.js';
import type { MessageRow } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { messageViewOf } from './message.view.js';
import { MessageWork } from './message-work.js';

/** Per activity within 24 hours: nobody reads an inbox full of messages. */
const messagesMax = 5;

/** Messages of an activity's organiser to its participants. */
@Injectable()
export class MessageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly messages: MessageRepository,
    private readonly work: MessageWork,
  ) {}

  @Handles(messageContract.preview)
  preview(request: PreviewMessageRequest, call: CallContext): Promise<MessagePreviewView> {
    return this.transactions.read(call, async (tx) => {
      const { activityId, filter } = request;
      await this.manageable(tx, await this.activities.findById(tx, activityId));
      const audience = { activityId, filter, until: tx.now };
      return { recipients: await this.messages.countRecipients(tx, audience) };
    });
  }

  /** People who sign up afterwards do not get it. @throws DomainError `NO_RECIPIENTS`, `MESSAGES_TOO_MANY` */
  @Handles(messageContract.send)
  send(request: SendMessageRequest, call: CallContext): Promise<Outcome<MessageView>> {
    return this.transactions.command(call, messageContract.send, request, async (tx) => {
      const { activityId, filter, subject, text } = request;
      await this.manageable(tx, await this.activities.lockById(tx, activityId));
      const lately = await this.messages.countSince(tx, activityId, new Date(tx.now.getTime() - dayMs));
      if (lately >= messagesMax) throw new DomainError('MESSAGES_TOO_MANY', { params: { max: messagesMax } });
      const total = await this.messages.countRecipients(tx, { activityId, filter, until: tx.now });
      if (total === 0) throw new DomainError('NO_RECIPIENTS', { pointer: '/filter' });
      const row: MessageRow = {
        activityId,
        id: newId(),
        version: 1,
        subject,
        text,
        filter,
        state: 'queued',
        total,
        sent: 0,
        afterId: null,
        createdBy: tx.personId,
        createdAt: tx.now,
        withdrawnAt: null,
      };
      await this.messages.insert(tx, row);
      await this.work.tellText(tx, row);
      await schedule(tx, { kind: messageDue, key: messageKey(row), at: tx.now });
      // The text may name people: the audit records the number of recipients, and the row the text.
      tx.audit({ noun: 'message', id: row.id, after: { activityId, filter, total } });
      await this.work.hint(tx, row);
      return messageViewOf(row);
    });
  }

  @Handles(messageContract.list)
  list(request: ListMessagesRequest, call: CallContext): Promise<Page<MessageView>> {
    return this.transactions.read(call, async (tx) => {
      await this.manageable(tx, await this.activities.findById(tx, request.activityId));
      const rows = await this.messages.list(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map(messageViewOf) };
    });
  }

  /** Recipients see that it was withdrawn, and no longer its text. @throws DomainError `MESSAGE_WITHDRAWN` */
  @Handles(messageContract.withdraw)
  withdraw(request: MessageIdRequest, call: CallContext): Promise<Outcome<MessageView>> {
    return this.transactions.command(call, messageContract.withdraw, request, async (tx) => {
      const { activityId, messageId } = request;
      await this.manageable(tx, await this.activities.lockById(tx, activityId));
      const before = await this.messages.lockById(tx, activityId, messageId);
      if (before === null) throw new DomainError('NOT_FOUND');
      if (before.state === 'withdrawn') throw new DomainError('MESSAGE_WITHDRAWN');
      const version = before.version + 1;
      const row: MessageRow = { ...before, version, state: 'withdrawn', withdrawnAt: tx.now };
      await this.messages.update(tx, row);
      await this.work.tellText(tx, row);
      await unschedule(tx, messageDue, messageKey(row));
      tx.audit({ noun: 'message', id: row.id, before: { state: before.state }, after: { state: row.state } });
      await this.work.hint(tx, row);
      return messageViewOf(row);
    });
  }

  private async manageable(tx: Transaction, activity: ActivityRow | null): Promise<void> {
    tx.authorise(actions.seeActivity, {});
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.manage(tx, activity, actions.messageParticipants);
  }
}
