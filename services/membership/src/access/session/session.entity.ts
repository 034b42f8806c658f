import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** Counts the issued refresh tokens; only the last one renews. */
  @Column('integer') generation: number;
  @Column('text') origin: string;
  @Column(instant) createdAt: Date;
  /** When the current generation began. */
  @Column(instant) renewedAt: Date;
  @Column(instant) expiresAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}

@Entity('sign_in_attempt')
export class SignInAttemptRow {
  /** The keyed hash of what was typed, even if no such account exists. */
  @PrimaryColumn('text') accountHash: string;
  @PrimaryColumn('text') origin: string;
  @Column('integer') failures: number;
  @Column(instant) lastAt: Date;
}
