import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountTextKind } from './account-text.js';

export type TextMessageState = 'waiting' | 'sent' | 'failed' | 'dropped';

/** A text message about an account. It is gone once its time is over. */
@Entity('text_message')
export class TextMessageRow {
  /** That of the event, so that one that is heard twice is one message. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: AccountTextKind;
  /** Phone and words, as they came; null once it waits no more. */
  @Column('text', { nullable: true }) sealed: string | null;
  /** It is of no use after that. */
  @Column(instant) until: Date;
  @Column('text') state: TextMessageState;
  /** Why it failed or was dropped. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column(instant) createdAt: Date;
  /** When it is tried next. */
  @Column(instant) sendAt: Date;
  /** Somebody sends it now; if it still waits after that, they have died. */
  @Column({ ...instant, nullable: true }) leasedUntil: Date | null;
}
