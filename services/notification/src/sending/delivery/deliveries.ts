import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryReportView } from '@gongxiang/contracts/notification/delivery.contract';
import { noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import type { NoticeRule } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import type { OutcomesView } from '@gongxiang/contracts/notification/notice.contract';
import type { NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { dayMs, DomainError, minuteMs, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { NoticeAddressRow } from '../address/notice-address.entity.js';
import { CHANNELS, type Channels } from '../channels.js';
import { sendTime } from '../preference/send-time.model.js';
import type { DeliveryRow } from './delivery.entity.js';
import { ChannelBudget } from './channel-budget.js';
import { DeliveryRepository } from './delivery.repository.js';
import { deliveryReport, type LastDays } from './delivery-report.js';
import { outcomesBy } from './outcomes.js';
import { turnOf } from './turn.js';

/** Due work: what was sent long ago is removed, once a day. */
export const deliveryErasureDue = 'delivery-erasure';
const retentionDays = 90;
const erasedPerStep = 5_000;
/** A message that has waited for so long is late: operators are told of it then (`MessagesLate`). */
const lateMs = 10 * minuteMs;

/** What is to be sent beside the inbox, in the transaction that makes it necessary; a loop of its own sends it. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly budget: ChannelBudget,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  /** Notices of one cause that have just come to inboxes: to each address whose owner wants them there, at its time. */
  async plan(
    tx: Transaction,
    { kind, about, textId }: Pick<NoticeRaised, 'kind' | 'about' | 'textId'>,
    notices: readonly { readonly id: string; readonly personId: string }[],
  ): Promise<void> {
    if (notices.length === 0 || Object.keys(this.channels.adapters).length === 0) return;
    const ids = new Map(notices.map(({ id, personId }) => [personId, id]));
    const { urgency, always }: NoticeRule = noticeRules[kind];
    const collapse = [kind, ...Object.values(about)].join(' ');
    const reachable = await this.deliveries.reachable(tx, [...ids.keys()]);
    const rows = reachable.flatMap(({ addressId, personId, channel, preferences }): DeliveryRow[] => {
      const sendAt = sendTime(preferences, { channel, kind, urgency, always }, tx.now);
      const noticeId = ids.get(personId);
      if (sendAt === null || noticeId === undefined) return [];
      return [
        {
          ...waiting(tx),
          addressId,
          channel,
          what: 'notice',
          noticeId,
          textId,
          turn: turnOf(kind),
          collapse,
          dueAt: sendAt,
          sendAt,
        },
      ];
    });
    await this.deliveries.insert(tx, rows);
  }

  /** A code, or a test: at once, by night as well, as the person waits for it. @throws DomainError `CHANNEL_SPENT` */
  async sendNow(
    tx: Transaction,
    { id: addressId, channel }: Pick<NoticeAddressRow, 'id' | 'channel'>,
    what: 'code' | 'test',
  ): Promise<void> {
    if (await this.budget.isSpent(tx, channel)) throw new DomainError('CHANNEL_SPENT');
    const row = {
      ...waiting(tx),
      addressId,
      channel,
      what,
      noticeId: null,
      textId: null,
      turn: 0,
      collapse: what,
      dueAt: tx.now,
      sendAt: tx.now,
    };
    await this.deliveries.insert(tx, [row]);
  }

  /** What became of the messages of one text. */
  async outcomesOf(tx: Transaction, textId: string): Promise<Pick<OutcomesView, 'channels' | 'failures'>> {
    return outcomesBy(await this.deliveries.outcomesOf(tx, textId));
  }

  /** What became of all messages of these days. */
  async reportOf(
    tx: Transaction,
    { dates, begin }: LastDays,
  ): Promise<Pick<DeliveryReportView, 'channels' | 'days' | 'unsent'>> {
    return deliveryReport(dates, {
      setUp: new Set(noticeChannels.filter((channel) => this.channels.adapters[channel] !== undefined)),
      reported: new Set(
        noticeChannels.filter((channel) => this.channels.adapters[channel]?.receipt !== undefined),
      ),
      months: await this.budget.ofMonth(tx),
      ended: await this.deliveries.endedSince(tx, begin),
      waiting: await this.deliveries.waitingByChannel(tx, new Date(tx.now.getTime() - lateMs)),
    });
  }

  @OnDue(deliveryErasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const before = new Date(tx.now.getTime() - retentionDays * dayMs);
    const gone = await this.deliveries.erase(tx, before, erasedPerStep);
    const at = gone < erasedPerStep ? new Date(tx.now.getTime() + dayMs) : tx.now;
    await schedule(tx, { kind: deliveryErasureDue, key, at });
  }
}

function waiting(
  tx: Transaction,
): Pick<
  DeliveryRow,
  'id' | 'state' | 'reason' | 'leasedUntil' | 'createdAt' | 'endedAt' | 'messageId' | 'receiptAt'
> {
  return {
    id: newId(),
    state: 'waiting',
    reason: null,
    leasedUntil: null,
    createdAt: tx.now,
    endedAt: null,
    messageId: null,
    receiptAt: null,
  };
}
