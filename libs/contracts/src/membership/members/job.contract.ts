import { query } from '../../core/contract.js';
import { Json, OneOf, Text, Uuid } from '../../core/fields.js';

export const jobStates = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

export class GetJobRequest {
  @Uuid() jobId: string;
}

/** Long work that answered 202: how far it is, and where its result is found. */
export class JobView {
  @Uuid() id: string;
  @Text({ example: 'member-import' }) kind: string;
  @OneOf(jobStates) state: JobState;
  @Json({ description: 'Counts, e.g. total and done', example: { total: 2_000, done: 500 } })
  progress: Record<string, number | null>;
  @Text({ description: 'The path of what came of it', example: '/member-imports/019a…' }) resource: string;
}

export const membershipJobContract = { get: query('membership.job.get', GetJobRequest, JobView) };
