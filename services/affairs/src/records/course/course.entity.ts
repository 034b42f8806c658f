import type { BulletinAudience } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { CourseDefinition, CourseState } from '@gongxiang/contracts/affairs/records/course.contract';
import type { ChoiceLetter } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course that a union offers: title, summary and audience are those of the present edition, to be listed and found by. */
@Entity('course')
export class CourseRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: CourseState;
  @Column('integer') edition: number;
  @Column('text') title: string;
  /** Of the title, as people type it. */
  @Column('text') pinyin: string;
  @Column('text') summary: string;
  @Column('text') audience: BulletinAudience;
  /** See `audienceKeyOf`. */
  @Column('text') audienceKey: string;
  /** The officer who wrote the present edition. */
  @Column('uuid') writtenBy: string;
}

/** What a course is in one edition. Only that of a draft is written anew. */
@Entity('course_edition')
export class CourseEditionRow {
  @PrimaryColumn('uuid') courseId: string;
  @PrimaryColumn('integer') number: number;
  @Column('jsonb') definition: CourseDefinition;
}

/** One attempt at the quiz. Times as text, as it stands in JSON. */
export interface CourseAttempt {
  /** Decides on the order of the questions. */
  readonly seed: number;
  readonly begunAt: string;
  /** What was handed in; null while it is open. */
  readonly handedIn: {
    readonly at: string;
    /** By the number of the question. */
    readonly answers: Readonly<Record<number, readonly ChoiceLetter[]>>;
    readonly percent: number;
    readonly passed: boolean;
  } | null;
}

/** All attempts used without passing is `failed`. */
export type CourseTakingState = 'begun' | 'passed' | 'failed';

/** That somebody takes a course, and how far they are. */
@Entity('course_taking')
export class CourseTakingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') courseId: string;
  @Column('uuid') personId: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('integer') edition: number;
  @Column(instant) begunAt: Date;
  @Column('integer') lessonsRead: number;
  @Column('jsonb') attempts: readonly CourseAttempt[];
  @Column('text') state: CourseTakingState;
  @Column('text', { nullable: true }) certificateNumber: string | null;
  /** The name on the certificate. */
  @Column('text', { nullable: true }) sealedName: string | null;
  @Column('uuid', { nullable: true }) recordId: string | null;
}
