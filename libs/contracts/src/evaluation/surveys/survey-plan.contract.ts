import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { SurveyQuestion } from './survey.contract.js';

export const surveyPlanStates = ['active', 'ended'] as const;
export type SurveyPlanState = (typeof surveyPlanStates)[number];

export const surveyDaysMax = 60;

/** A union's standing order: whoever came to one of its activities is asked when it is closed. */
export class CreateSurveyPlanRequest {
  @Uuid({
    description: 'Its activities, and those of unions below it that have no standing order of their own',
  })
  unionId: string;
  @Uuid({ description: 'A published one: each of its survey indicators is a question' })
  indicatorSystemId: string;
  @ListOf(() => SurveyQuestion, { optional: true, max: 20, description: 'Questions beyond the indicators' })
  questions?: SurveyQuestion[];
  @Whole({ min: 1, max: surveyDaysMax, example: 7, description: 'How long each survey is open, in days' })
  daysOpen: number;
  @CalendarDate({ description: 'Activities that are closed on this day (in Shanghai) or later' })
  validFrom: string;
}

export class ChangeSurveyPlanRequest {
  @Uuid() planId: string;
  @Uuid({ optional: true }) indicatorSystemId?: string;
  @ListOf(() => SurveyQuestion, { optional: true, max: 20 }) questions?: SurveyQuestion[];
  @Whole({ optional: true, min: 1, max: surveyDaysMax }) daysOpen?: number;
  @CalendarDate({ optional: true }) validFrom?: string;
}

export class SurveyPlanIdRequest {
  @Uuid() planId: string;
}

export class ListSurveyPlansRequest extends PageRequest {
  @Uuid({ optional: true }) unionId?: string;
  @OneOf(surveyPlanStates, { optional: true, name: 'SurveyPlanState' }) state?: SurveyPlanState;
}

export class SurveyPlanView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Uuid() indicatorSystemId: string;
  @Text() indicatorSystemName: string;
  @ListOf(() => SurveyQuestion, { max: 20 }) questions: SurveyQuestion[];
  @Whole({ min: 1, max: surveyDaysMax }) daysOpen: number;
  @CalendarDate() validFrom: string;
  @OneOf(surveyPlanStates, { name: 'SurveyPlanState' }) state: SurveyPlanState;
  @Whole({ description: 'Surveys that it has opened' }) surveyCount: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}

const shown = query('evaluation.survey-plan.get', SurveyPlanIdRequest, SurveyPlanView, {
  http: 'GET survey-plans/:planId',
  tag: 'surveys',
  summary: 'One standing order',
});

export const surveyPlanContract = {
  create: command('evaluation.survey-plan.create', CreateSurveyPlanRequest, SurveyPlanView, {
    http: 'POST survey-plans',
    tag: 'surveys',
    summary: 'Has every activity of a union asked about once it is closed and all its facts are known',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      questions: [{ key: 'words', text: '您的建议', kind: 'text' }],
      daysOpen: 7,
      validFrom: '2026-12-01',
    },
  }),
  change: command('evaluation.survey-plan.change', ChangeSurveyPlanRequest, SurveyPlanView, {
    http: 'PATCH survey-plans/:planId',
    tag: 'surveys',
    summary: 'Changes a standing order for activities that are closed from now on',
    ifMatch: true,
    example: { daysOpen: 10 },
  }),
  end: versioned(
    command('evaluation.survey-plan.end', SurveyPlanIdRequest, SurveyPlanView, {
      http: 'POST survey-plans/:planId/end',
      tag: 'surveys',
      summary: 'Ends a standing order; surveys that it has opened go on',
      status: 200,
    }),
    shown,
  ),
  get: shown,
  list: query('evaluation.survey-plan.list', ListSurveyPlansRequest, pageOf(SurveyPlanView), {
    http: 'GET survey-plans',
    tag: 'surveys',
    summary: 'Standing orders of the unions that the caller works for, and those from above that hold there',
  }),
};
