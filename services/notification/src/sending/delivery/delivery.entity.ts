import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `sent` says that a provider has taken it, `delivered` that it said later that it has arrived. */
export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'failed' | 'dropped';

/** One message to one address: a notice, a code that proves the address, or a test. */
@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') addressId: string;
  @Column('text') channel: NoticeChannel;
  @Column('text') what: 'notice' | 'code' | 'test';
  @Column('uuid', { nullable: true }) noticeId: string | null;
  /** What somebody has written for many, of which this is one message. */
  @Column('uuid', { nullable: true }) textId: string | null;
  /** What is for many leaves last, and before that what is less urgent: 0 leaves first. */
  @Column('smallint') turn: number;
  /** What comes later with the same replaces what is still waiting. */
  @Column('text') collapse: string;
  @Column('text') state: DeliveryState;
  /** Why it failed or was dropped. */
  @Column('text', { nullable: true }) reason: string | null;
  /** When the person wants it. */
  @Column(instant) dueAt: Date;
  /** When it is tried next. */
  @Column(instant) sendAt: Date;
  /** Somebody sends it now; if it still waits after that, they have died. */
  @Column({ ...instant, nullable: true }) leasedUntil: Date | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  /** Of the message with which it left, which may be one for several, as the provider knows it; null where nothing is asked later. */
  @Column('uuid', { nullable: true }) messageId: string | null;
  /** When the provider is asked what became of it; null where it has said so, or does not any more. */
  @Column({ ...instant, nullable: true }) receiptAt: Date | null;
}
