import type { ErasureState } from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { KeptDataCount } from '@gongxiang/contracts/words/person-data';
import type { ErasedDataCount } from '@gongxiang/contracts/words/person-erasure';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person has asked to erase what the platform has of them. */
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
  @Column(instant) effectiveAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
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
