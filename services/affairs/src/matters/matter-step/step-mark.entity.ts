import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something written in a step of a matter. It is never changed, and taken back with a reason that stands in the history. */
@Entity('matter_step_mark')
export class StepMarkRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  @Column('text') stepId: string;
  @Column('uuid') writtenBy: string;
  @Column(instant) at: Date;
  /** Null once the person of the matter was erased. */
  @Column('text', { nullable: true }) sealedWords: string | null;
  /** Of a public notice, what anybody may read: the only part of a matter that is not sealed. */
  @Column('text', { nullable: true }) publicText: string | null;
  @Column({ ...day, nullable: true }) noticeFrom: string | null;
  @Column({ ...day, nullable: true }) noticeUntil: string | null;
  @Column({ ...instant, nullable: true }) takenBackAt: Date | null;
  /** A new version of a plan, which holds once a second person has confirmed it. */
  @Column('boolean') waits: boolean;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
}
