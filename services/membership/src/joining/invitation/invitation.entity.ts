import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which people join a union at once, by the authority of the officer who made it. */
@Entity('join_invitation')
export class InvitationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** Sealed, so that officers can show the link again. */
  @Column('text') token: string;
  @Column('text') tokenHash: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer') usesMax: number;
  @Column('integer') uses: number;
  @Column('integer') messages: number;
  @Column(instant) expiresAt: Date;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
