import type { BallotMajority, BallotQuorum } from '@gongxiang/domain';
import type {
  VoteAudience,
  VoteKind,
  VoteResultView,
  VoteRoll,
  VoteState,
  VoteWithdrawal,
} from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('vote')
export class VoteRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('uuid') calledBy: string;
  @Column('text') title: string;
  /** Markdown. */
  @Column('text') text: string;
  @Column('text') kind: VoteKind;
  /** The names of an election's candidates, in order; null of a motion, as are the seats. */
  @Column('jsonb', { nullable: true }) candidates: string[] | null;
  @Column('integer', { nullable: true }) seats: number | null;
  @Column('text') roll: VoteRoll;
  @Column('text') quorum: BallotQuorum;
  @Column('text') majority: BallotMajority;
  @Column('text') showTo: VoteAudience;
  @Column('text') state: VoteState;
  @Column('text', { nullable: true }) withdrawal: VoteWithdrawal | null;
  /** The keys are made when it opens. */
  @Column('jsonb', { nullable: true }) publicKey: Record<string, string | boolean | string[]> | null;
  /** PKCS #8, PEM, encrypted by the service's cipher. Deleted once nothing more is signed. */
  @Column('text', { nullable: true }) privateKey: string | null;
  /** Ballots are sealed to it; a file in the key directory opens them. */
  @Column('bytea', { nullable: true }) sealingKey: Buffer | null;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  /** How many may vote, once the roll is fixed. */
  @Column('integer', { nullable: true }) entitled: number | null;
  @Column('jsonb', { nullable: true }) result: VoteResultView | null;
  @Column(instant) createdAt: Date;
}

/** Who stands as which candidate of an election, counted from one; none of one that was called before it was kept. */
@Entity('vote_candidate')
export class CandidateRow {
  @PrimaryColumn('uuid') voteId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') personId: string;
}

/**
 * A person who may vote, and that they had a token signed. The blinded value and signature cannot be linked to the token
 * used later. No time is stored, because the order of signatures would hint at the order of ballots.
 */
@Entity('vote_voter')
export class VoterRow {
  @PrimaryColumn('uuid') voteId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('bytea', { nullable: true }) blindedHash: Buffer | null;
  @Column('bytea', { nullable: true }) blindSignature: Buffer | null;
}
