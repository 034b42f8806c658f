import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time that one person holds for a few minutes. The time itself is in `booking`, under the same id. */
@Entity('loan_hold')
export class LoanHoldRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') resourceId: string;
  @Column('uuid') personId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('integer') quantity: number;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  /** SHA-256 in hex of the token that the holder got once. */
  @Column('text') tokenHash: string;
  @Column(instant) expiresAt: Date;
  @Column(instant) createdAt: Date;
}
