import type {
  CommitteeElectionState,
  CommitteeKind,
  CommitteeOffice,
} from '@gongxiang/contracts/membership/members/committee.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The election of a committee, which once approved is the committee for its term; or of one member of it. */
@Entity('committee_election')
export class CommitteeElectionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: CommitteeElectionState;
  @Column('uuid') unionId: string;
  @Column('text') kind: CommitteeKind;
  /** Of a by-election: the committee that goes on. */
  @Column('uuid', { nullable: true }) committeeId: string | null;
  @Column('integer', { nullable: true }) termYears: number | null;
  @Column(day) heldOn: string;
  /** The last day of the term. */
  @Column(day) toDay: string;
  @Column('integer') entitled: number;
  @Column('integer') present: number;
  /** The filing that founded the union, where the election came with it. */
  @Column('uuid', { nullable: true }) foundingId: string | null;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) approvalNumber: string | null;
  @Column('text', { nullable: true }) refusal: string | null;
  /** Since when another committee is in office. */
  @Column({ ...instant, nullable: true }) succeededAt: Date | null;
}

@Entity('committee_seat')
export class CommitteeSeatRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') electionId: string;
  @Column('text') office: CommitteeOffice;
  @Column('integer') position: number;
  @Column('uuid', { nullable: true }) personId: string | null;
  /** Sealed, of whoever is on no record; deleted when they no longer hold it. */
  @Column('text', { nullable: true }) name: string | null;
  /** Of a by-election: the seat that it fills anew. */
  @Column('uuid', { nullable: true }) replacesId: string | null;
  /** Null until the election is approved. */
  @Column({ ...day, nullable: true }) fromDay: string | null;
  /** The first day without it; null while they hold it. */
  @Column({ ...day, nullable: true }) untilDay: string | null;
}
