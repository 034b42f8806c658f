import type { QuestionState } from '@gongxiang/contracts/sharing/activities/question.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member's question about an activity. */
@Entity('question')
export class QuestionRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  /** The asker is shown to nobody, not even by a masked name. */
  @Column('boolean') anonymous: boolean;
  @Column('text') text: string;
  @Column('text') state: QuestionState;
  /** The unions behind the hosts, whose officers answer. */
  @Column('uuid', { array: true }) hostUnionIds: string[];
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) hideReason: string | null;
  @Column(instant) createdAt: Date;
}
