import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many messages of a channel have left in a month. */
@Entity('channel_month')
export class ChannelMonthRow {
  @PrimaryColumn('text') channel: NoticeChannel;
  /** `2026-11`, as it is in China. */
  @PrimaryColumn('text') month: string;
  @Column('integer') sent: number;
}
