import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payee_account')
export class PayeeAccountRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('text') accountName: string;
  @Column('text') accountNumber: string;
  @Column('text') bankName: string;
  @Column('uuid') changedBy: string;
  @Column(instant) changedAt: Date;
}
