import type {
  FundRuleDto,
  FundRuleSetState,
  FundRuleSourceDto,
} from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type { FundMeasure } from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('fund_rule_set')
export class FundRuleSetRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** Null while it is a draft. */
  @Column('integer', { nullable: true }) versionNumber: number | null;
  @Column('text') name: string;
  @Column('jsonb') source: FundRuleSourceDto;
  @Column(day) validFrom: string;
  @Column({ ...day, nullable: true }) validUntil: string | null;
  @Column('text') state: FundRuleSetState;
  @Column('jsonb') rules: FundRuleDto[];
  @Column('uuid', { nullable: true }) copiedFromId: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) supersededById: string | null;
}

/** A waived breach, limited to its extent at that time. */
@Entity('fund_rule_override')
export class FundRuleOverrideRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') itemId: string;
  @Column('text') itemTitle: string;
  /** The union that pays the bill. */
  @Column('uuid') unionId: string;
  @Column('uuid') setId: string;
  @Column('text') ruleKey: string;
  @Column('text') measure: FundMeasure;
  /** In the unit of the measure: fen, people or days; likewise `actual`. */
  @Column(fen) allowed: bigint;
  @Column(fen) actual: bigint;
  @Column(fen) overFen: bigint;
  @Column('text') reason: string;
  @Column('uuid') liftedBy: string;
  @Column(instant) liftedAt: Date;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column({ ...instant, nullable: true }) withdrawnAt: Date | null;
}
