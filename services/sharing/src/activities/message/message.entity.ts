import type { MessageFilter, MessageState } from '@gongxiang/contracts/sharing/activities/message.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organiser's message to the participants of an activity. */
@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') subject: string;
  @Column('text') text: string;
  @Column('jsonb') filter: MessageFilter;
  @Column('text') state: MessageState;
  @Column('integer') total: number;
  @Column('integer') sent: number;
  /** The last recipient so far. */
  @Column('uuid', { nullable: true }) afterId: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) withdrawnAt: Date | null;
}
