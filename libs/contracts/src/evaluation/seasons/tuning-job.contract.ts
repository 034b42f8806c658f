import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Instant, OneOf, Uuid, Whole } from '../../core/fields.js';
import { WeighedSystem } from '../scores/score.contract.js';

export const tuningJobStates = ['running', 'done'] as const;
export type TuningJobState = (typeof tuningJobStates)[number];

/** What a report is made of, in this order: answers, scores, the scores of the season before, and the report itself. */
export const tuningStepsInAll = 4;

export class CreateTuningJobRequest {
  @Uuid({ description: 'A published one' }) indicatorSystemId: string;
  @CalendarDate({ description: 'The first day of the season' }) from: string;
  @CalendarDate({ description: 'Its last day; the season before is as many days just before' }) to: string;
}

export class TuningJobIdRequest {
  @Uuid() tuningJobId: string;
}

export class ListTuningJobsRequest extends PageRequest {
  @Uuid({ optional: true }) indicatorSystemId?: string;
  @OneOf(tuningJobStates, { optional: true, name: 'TuningJobState' }) state?: TuningJobState;
}

/** A report on the indicators as a job: how far it is. */
export class TuningJobView extends WeighedSystem {
  @Uuid() id: string;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @OneOf(tuningJobStates, { name: 'TuningJobState' }) state: TuningJobState;
  @Whole({ max: tuningStepsInAll, description: 'Steps in all' }) total: number;
  @Whole({ max: tuningStepsInAll, description: 'Of these, done so far' }) done: number;
  @Uuid({
    nullable: true,
    description: 'What came of it; from the same inputs it is the report that was there',
  })
  tuningReportId: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export const tuningJobContract = {
  create: command('evaluation.tuning-job.create', CreateTuningJobRequest, TuningJobView, {
    http: 'POST tuning-jobs',
    tag: 'indicators',
    summary: 'Computes what a season says of an indicator system, as a job',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      from: '2026-07-01',
      to: '2026-12-31',
    },
  }),
  get: query('evaluation.tuning-job.get', TuningJobIdRequest, TuningJobView, {
    http: 'GET tuning-jobs/:tuningJobId',
    tag: 'indicators',
    summary: 'How far a job is, and the report that came of it',
  }),
  list: query('evaluation.tuning-job.list', ListTuningJobsRequest, pageOf(TuningJobView), {
    http: 'GET tuning-jobs',
    tag: 'indicators',
    summary: 'Jobs that make reports on indicator systems, newest first',
  }),
};
