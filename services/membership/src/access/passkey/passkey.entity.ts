import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('passkey')
export class PasskeyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** As the authenticator names it, base64url. */
  @Column('text') credentialId: string;
  /** COSE, base64url. */
  @Column('text') publicKey: string;
  /** Signatures so far, by the authenticator's own count. PostgreSQL's bigint is read as text. */
  @Column('bigint') counter: string;
  @Column('text') name: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
}

/** A challenge that was answered: it is answered once. */
@Entity('answered_challenge')
export class AnsweredChallengeRow {
  @PrimaryColumn('text') nonce: string;
  @Column(instant) expiresAt: Date;
}
