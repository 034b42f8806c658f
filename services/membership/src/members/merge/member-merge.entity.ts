import type {
  MemberMergeState,
  MergeSide,
  ServiceReferencesView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MergeService, ReferenceCountView } from '@gongxiang/contracts/words/person-merge';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The merge of two records of one person. */
@Entity('member_merge')
export class MemberMergeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: MemberMergeState;
  @Column('uuid') survivorId: string;
  @Column('uuid') mergedId: string;
  /** The nearest union above both, whose officers decide. */
  @Column('uuid') unionId: string;
  @Column('text') nameOf: MergeSide;
  @Column('text') numberOf: MergeSide;
  @Column('text') phoneOf: MergeSide;
  @Column('text') sealedReason: string;
  @Column('text', { nullable: true }) sealedAnswer: string | null;
  @Column('jsonb') preview: ServiceReferencesView[];
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column({ ...instant, nullable: true }) undoUntil: Date | null;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
}

/** What one service has done for a merge, or for undoing it. */
@Entity('member_merge_part')
export class MemberMergePartRow {
  @PrimaryColumn('uuid') mergeId: string;
  @PrimaryColumn('text') step: 'apply' | 'undo';
  @PrimaryColumn('text') service: MergeService;
  @Column('jsonb') counts: ReferenceCountView[];
  @Column(instant) doneAt: Date;
}
