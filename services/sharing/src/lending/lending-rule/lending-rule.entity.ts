import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FairUse, ReservedShare } from './lending-rule.model.js';

/** Who may request when, and how much. Without a row anybody with a right may, at any time. */
@Entity('lending_rule')
export class LendingRuleRow {
  @PrimaryColumn('uuid') resourceId: string;
  @Column('integer') version: number;
  @Column('integer', { nullable: true }) bookableDaysAhead: number | null;
  @Column('integer') noticeHours: number;
  @Column('integer') smallEarlierDays: number;
  @Column('jsonb', { nullable: true }) reserved: ReservedShare | null;
  @Column('jsonb', { nullable: true }) fairUse: FairUse | null;
  @Column('uuid') changedBy: string;
  @Column(instant) changedAt: Date;
}
