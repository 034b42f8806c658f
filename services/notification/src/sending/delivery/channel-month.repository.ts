import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { EntityManager } from 'typeorm';

@Injectable()
export class ChannelMonthRepository {
  /** How many have left this month, locked. */
  async lock(tx: Transaction, channel: NoticeChannel): Promise<number> {
    await tx.sql.query(
      `INSERT INTO channel_month (channel, month, sent) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`,
      [channel, monthOf(tx.now)],
    );
    const rows: { sent: number }[] = await tx.sql.query(
      `SELECT m.sent FROM channel_month m WHERE m.channel = $1 AND m.month = $2 FOR UPDATE`,
      [channel, monthOf(tx.now)],
    );
    return rows[0]?.sent ?? 0;
  }

  /** @param count less than none gives some back */
  async add(tx: Transaction, channel: NoticeChannel, count: number): Promise<void> {
    await tx.sql.query(
      `UPDATE channel_month m SET sent = greatest(0, m.sent + $3) WHERE m.channel = $1 AND m.month = $2`,
      [channel, monthOf(tx.now), count],
    );
  }

  /** How many have left this month, by channel. */
  async sent(sql: EntityManager, now: Date): Promise<{ channel: NoticeChannel; sent: number }[]> {
    return sql.query(`SELECT m.channel, m.sent FROM channel_month m WHERE m.month = $1`, [monthOf(now)]);
  }
}

function monthOf(now: Date): string {
  return shanghaiDate(now).slice(0, 7);
}
