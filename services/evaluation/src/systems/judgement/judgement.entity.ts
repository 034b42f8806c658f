import type {
  JudgedGroup,
  JudgementRoundState,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type { GivenJudgements } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judgement_round')
export class JudgementRoundRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') indicatorSystemId: string;
  @Column('text') name: string;
  @Column('text') state: JudgementRoundState;
  @Column('jsonb') groups: JudgedGroup[];
  @Column(instant) closesAt: Date;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column(instant) createdAt: Date;
}

@Entity('judge')
export class JudgeRow {
  @PrimaryColumn('uuid') judgementRoundId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** SHA-256 of the token: it has 256 random bits, so nothing slower is needed. */
  @Column('text') tokenHash: string;
  /** The groups in which they have judged something. */
  @Column('jsonb') judgements: GivenJudgements[];
  @Column(instant) invitedAt: Date;
  @Column({ ...instant, nullable: true }) savedAt: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
