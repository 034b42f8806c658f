import type { BulletinAttachmentDto } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  AssignmentDelayState,
  AssignmentFigureDto,
  AssignmentKind,
  AssignmentPartState,
  AssignmentScope,
  AssignmentState,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { FormQuestionDto } from '@gongxiang/contracts/words/form-question';
import type { StoredAnswers } from '@gongxiang/domain/forms';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a union asks of the unions below it. */
@Entity('assignment')
export class AssignmentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** The part of that union in an assignment from above, which it hands on. */
  @Column('uuid', { nullable: true }) parentPartId: string | null;
  @Column('text') state: AssignmentState;
  @Column('text') kind: AssignmentKind;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('jsonb') questions: FormQuestionDto[];
  @Column(day) dueOn: string;
  @Column('text') scope: AssignmentScope;
  @Column('uuid', { array: true }) unionIds: string[];
  /** Of `chosen`: each with all below it. */
  @Column('uuid', { array: true }) branchIds: string[];
  @Column('jsonb') attachments: BulletinAttachmentDto[];
  @Column('jsonb') figures: AssignmentFigureDto[];
  /** How many unions it was given to. */
  @Column('integer') unions: number;
  @Column('uuid', { nullable: true }) givenBy: string | null;
  @Column({ ...instant, nullable: true }) givenAt: Date | null;
  @Column({ ...day, nullable: true }) remindedOn: string | null;
  @Column('text', { nullable: true }) closeReason: string | null;
}

/** The part of one union in an assignment. */
@Entity('assignment_part')
export class AssignmentPartRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') assignmentId: string;
  @Column('uuid') unionId: string;
  @Column('text') state: AssignmentPartState;
  /** Nothing is owed any more. */
  @Column('boolean') isSettled: boolean;
  @Column(day) dueOn: string;
  @Column('jsonb', { nullable: true }) draft: StoredAnswers['all'] | null;
  @Column('jsonb', { nullable: true }) answers: StoredAnswers['all'] | null;
  @Column('uuid', { nullable: true }) returnedBy: string | null;
  @Column({ ...instant, nullable: true }) returnedAt: Date | null;
  @Column('text', { nullable: true }) sentBackReason: string | null;
  @Column('text', { nullable: true }) delayState: AssignmentDelayState | null;
  @Column({ ...day, nullable: true }) delayUntil: string | null;
  @Column('text', { nullable: true }) delayReason: string | null;
  /** Whom it waits for is as its state says; false until that is told. */
  @Column('boolean') isAnnounced: boolean;
}
