import type { CodePurpose } from '@gongxiang/contracts/membership/membership-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By text message to the phone on record, or printed by an officer. */
export type EntryChannel = 'textMessage' | 'printed';

@Entity('entry_code')
export class EntryCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') purpose: CodePurpose;
  @Column('text') channel: EntryChannel;
  /** A keyed hash, bound to person and purpose. */
  @Column('text') codeHash: string;
  @Column('uuid', { nullable: true }) issuedBy: string | null;
  /** The change that a second person has to confirm before the code is accepted. */
  @Column('uuid', { nullable: true }) pendingChangeId: string | null;
  @Column(instant) createdAt: Date;
  @Column(instant) expiresAt: Date;
  /** Wrong attempts while it was the newest. */
  @Column('integer') tries: number;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
}

/** Wrong attempts for one claim, over all addresses, within a day from the first of them. */
@Entity('entry_attempt')
export class EntryAttemptRow {
  @PrimaryColumn('text') claimHash: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('integer') failures: number;
  @Column(instant) beganAt: Date;
}

/** How often one address asked for a code within an hour. */
@Entity('entry_request')
export class EntryRequestRow {
  @PrimaryColumn('text') origin: string;
  @PrimaryColumn('timestamptz') hour: Date;
  @Column('integer') asked: number;
}
