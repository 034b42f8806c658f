import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One version of the sign-up form. Never updated; of a draft, which nobody has answered, only the last is stored.
 */
@Entity('sign_up_form')
export class SignUpFormRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') questions: QuestionDto[];
  /** Days from the close until the answers are erased. */
  @Column('integer') keepDays: number;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}
