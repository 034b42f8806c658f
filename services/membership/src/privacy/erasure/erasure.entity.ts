import type {
  ErasurePaperKind,
  ErasureState,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { KeptDataCount } from '@gongxiang/contracts/words/person-data';
import type { ErasedDataCount, ErasureObstacle } from '@gongxiang/contracts/words/person-erasure';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person has asked to erase what the platform has of them; or that a union was asked to on paper. */
@Entity('person_erasure')
export class ErasureRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: ErasureState;
  @Column('uuid') personId: string;
  /** Of which they were last a member; null if they never were. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  /** The end of a link, sealed. */
  @Column('text') receipt: string;
  @Column('text') receiptHash: string;
  @Column(instant) askedAt: Date;
  /** When it begins; of what nobody has confirmed yet, when it lapses. */
  @Column(instant) effectiveAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  /** Who has asked on paper; null, as all that follows, if the person has asked here. */
  @Column('text', { nullable: true }) paperKind: ErasurePaperKind | null;
  @Column({ ...day, nullable: true }) paperDate: string | null;
  /** Sealed. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) filedBy: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  /** Sealed. */
  @Column('text', { nullable: true }) refusal: string | null;
  /** What was in the way when somebody last wanted to confirm it, or when it lapsed. */
  @Column('text', { array: true }) obstacles: ErasureObstacle[];
}

/** What one service did. Membership's is done last, once its events are gone as well. */
@Entity('person_erasure_part')
export class ErasurePartRow {
  @PrimaryColumn('uuid') erasureId: string;
  @PrimaryColumn('text') service: MergeService;
  @Column('jsonb') erased: ErasedDataCount[];
  @Column('jsonb') kept: KeptDataCount[];
  @Column({ ...instant, nullable: true }) doneAt: Date | null;
}
