import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payee_account')
export class PayeeAccountRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('text', { nullable: true }) accountName: string | null;
  @Column('text', { nullable: true }) accountNumber: string | null;
  @Column('text', { nullable: true }) bankName: string | null;
  /** Who has proposed the account that stands. */
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column({ ...instant, nullable: true }) changedAt: Date | null;
  /** Null for an account that was named before a second person was asked for. */
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('text', { nullable: true }) proposedName: string | null;
  @Column('text', { nullable: true }) proposedNumber: string | null;
  @Column('text', { nullable: true }) proposedBank: string | null;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column({ ...instant, nullable: true }) proposedAt: Date | null;
}
