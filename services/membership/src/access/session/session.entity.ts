import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** Counts the issued refresh tokens; only the last one renews. */
  @Column('integer') generation: number;
  @Column('text') origin: string;
  /** Browser and system at sign-in, as far as they are known by name. */
  @Column('text', { nullable: true }) device: string | null;
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
