import type { OverdueBlock } from '@gongxiang/contracts/sharing/lending/overdue-rule.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The overdue policy of a union, and of those below it without their own. */
@Entity('overdue_rule')
export class OverdueRuleRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('text') overdueBlock: OverdueBlock;
  @Column('integer') graceHours: number;
  @Column('uuid') setBy: string;
  @Column(instant) setAt: Date;
}
