import type { SurveyPlanState } from '@gongxiang/contracts/evaluation/surveys/survey-plan.contract';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A union's plan to survey attendees of its activities; each union has at most one in force. */
@Entity('survey_plan')
export class SurveyPlanRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('jsonb') questions: SurveyQuestion[];
  @Column('integer') daysOpen: number;
  @Column(day) validFrom: string;
  @Column('text') state: SurveyPlanState;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
}
