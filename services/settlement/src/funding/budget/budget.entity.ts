import type { BudgetState } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('budget')
export class BudgetRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('integer') year: number;
  @Column('integer') number: number;
  @Column('text') state: BudgetState;
  /** The reason for amending the previous version; null for the first of a year. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column({ ...instant, nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) adoptedBy: string | null;
  @Column({ ...instant, nullable: true }) adoptedAt: Date | null;
}

@Entity('budget_line')
export class BudgetLineRow {
  @PrimaryColumn('uuid') budgetId: string;
  @PrimaryColumn('text') expenseCode: string;
  @Column(fen) amountFen: bigint;
  @Column('text', { nullable: true }) note: string | null;
}
