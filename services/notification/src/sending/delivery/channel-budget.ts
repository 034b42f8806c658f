import { Inject, Injectable } from '@nestjs/common';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { Measures } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { CHANNELS, type Channels } from '../channels.js';
import { ChannelMonthRepository } from './channel-month.repository.js';

/** How many messages leave in a month by a way that is paid for. What is more than that stays in the inbox. */
@Injectable()
export class ChannelBudget {
  constructor(
    private readonly months: ChannelMonthRepository,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  /** Counts messages that are about to leave, so that several senders together keep the bound. @returns how many may */
  async take(tx: Transaction, channel: NoticeChannel, count: number): Promise<number> {
    const max = this.channels.monthMax[channel];
    if (max === undefined || count === 0) return count;
    const granted = Math.max(0, Math.min(count, max - (await this.months.lock(tx, channel))));
    await this.months.add(tx, channel, granted);
    return granted;
  }

  /** Counts messages that have left and are never held back: those by which people get into their accounts. */
  async note(tx: Transaction, channel: NoticeChannel, count: number): Promise<void> {
    if (this.channels.monthMax[channel] === undefined || count === 0) return;
    await this.months.lock(tx, channel);
    await this.months.add(tx, channel, count);
  }

  /** Those that have not left. */
  async giveBack(tx: Transaction, channel: NoticeChannel, count: number): Promise<void> {
    if (this.channels.monthMax[channel] !== undefined && count > 0)
      await this.months.add(tx, channel, -count);
  }

  async isSpent(tx: Transaction, channel: NoticeChannel): Promise<boolean> {
    const max = this.channels.monthMax[channel];
    return (
      max !== undefined &&
      (await this.months.sent(tx.sql, tx.now)).some((one) => one.channel === channel && one.sent >= max)
    );
  }

  /** Of each way that is bounded, how many have left this month, and how many may. */
  async ofMonth(
    tx: Transaction,
  ): Promise<ReadonlyMap<NoticeChannel, { readonly sent: number; readonly max: number }>> {
    const sent = await this.months.sent(tx.sql, tx.now);
    return new Map(
      noticeChannels.flatMap((channel) => {
        const max = this.channels.monthMax[channel];
        if (max === undefined) return [];
        return [[channel, { sent: sent.find((one) => one.channel === channel)?.sent ?? 0, max }] as const];
      }),
    );
  }

  @Measures({
    name: 'gongxiang_channel_month_ratio',
    help: 'How much of its messages of this month the channel that has the fewest left has sent; 1 is all of them, more where texts of accounts went on',
    everySeconds: 60,
  })
  async ratio(sql: DataSource, now: Date): Promise<number> {
    const ratios = (await this.months.sent(sql.manager, now)).map(
      ({ channel, sent }) => sent / (this.channels.monthMax[channel] ?? Infinity),
    );
    return Math.max(0, ...ratios);
  }
}
