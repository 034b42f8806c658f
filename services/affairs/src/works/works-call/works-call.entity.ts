import type { BulletinAudience } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  WorkFileKind,
  WorksAward,
  WorksCallState,
  WorksCriterion,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A call for works. */
@Entity('works_call')
export class WorksCallRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: WorksCallState;
  @Column('text') title: string;
  @Column('text') pinyin: string;
  @Column('text') text: string;
  @Column('text') audience: BulletinAudience;
  @Column('text') audienceKey: string;
  @Column(instant) submitFrom: Date;
  @Column(instant) submitUntil: Date;
  @Column(instant) judgeFrom: Date;
  @Column(instant) judgeUntil: Date;
  @Column('integer') worksPerPerson: number;
  @Column('text', { array: true }) fileKinds: WorkFileKind[];
  @Column('jsonb') criteria: WorksCriterion[];
  @Column('integer') votesPerPerson: number;
  /** In basis points; the jury has the rest. */
  @Column('integer') voteShare: number;
  @Column('jsonb') awards: WorksAward[];
  /** How many had voted when it was closed. */
  @Column('integer', { nullable: true }) voters: number | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid') createdBy: string;
}

/** A seat on the jury of a call. */
@Entity('works_juror')
export class WorksJurorRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') personId: string;
  @Column('uuid') namedBy: string;
}

/** What somebody has chosen: one act for each person and call. */
@Entity('works_ballot')
export class WorksBallotRow {
  @PrimaryColumn('uuid') callId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid', { array: true }) workIds: string[];
  @Column(instant) castAt: Date;
}
