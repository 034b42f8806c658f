import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/**
 * `missing`: fewer facts are here than were counted where people came; `surplus`: more; `different`: as many, but not the
 * same; `poolBehind`: the facts agree, but the shares of the cost pool rest on what they were before.
 */
export const factProblems = ['missing', 'surplus', 'different', 'poolBehind'] as const;
export type FactProblem = (typeof factProblems)[number];

export class ListFactChecksRequest extends PageRequest {
  @Flag({ optional: true, description: 'Only those that do not agree' }) differing?: boolean;
  @Text({ optional: true, max: 100, description: 'Part of the title of the activity' }) q?: string;
}

export class RepeatFactCheckRequest {
  @Uuid() activityId: string;
}

/** Whether the facts of a closed activity on which money rests are those that were counted where people came. */
export class FactCheckView {
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ description: 'Persons that were counted at the close, or put right since' }) toldCount: number;
  @Whole({ description: 'Persons whose facts are here' }) hereCount: number;
  @Whole({ description: 'They and their companions' }) hereHeads: number;
  @OneOf(factProblems, { nullable: true, name: 'FactProblem', description: 'Null where all agrees' })
  problem: FactProblem | null;
  @Instant({ nullable: true, description: 'Since when it does not agree' }) since: string | null;
  @Instant() checkedAt: string;
  @Uuid({ nullable: true, description: 'The pool whose shares rest on these facts' }) costPoolId:
    string | null;
}

export const factCheckContract = {
  list: query('settlement.fact-check.list', ListFactChecksRequest, pageOf(FactCheckView), {
    http: 'GET fact-checks',
    tag: 'costs',
    summary: 'Lists whether the attendance on which money rests is what was counted where people came',
  }),
  repeat: command('settlement.fact-check.repeat', RepeatFactCheckRequest, FactCheckView, {
    http: 'POST fact-checks/:activityId/repeat',
    tag: 'costs',
    summary: 'Compares the attendance of an activity once more, at once',
    status: 200,
  }),
};
