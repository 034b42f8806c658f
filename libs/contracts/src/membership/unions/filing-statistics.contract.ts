import { query } from '../../core/contract.js';
import { Fraction, ListOf, OneOf, Uuid, Whole } from '../../core/fields.js';

/** What is filed about unions: a new one, the end of one, the move of its members, and its own move in the tree. */
export const filingKinds = ['founding', 'closing', 'membersMove', 'unionMove'] as const;
export type FilingKind = (typeof filingKinds)[number];

export class FilingStatisticsRequest {
  @Uuid() unionId: string;
}

/** How a union decides on filings of one kind, over the last 365 days. */
export class FilingStatisticsLine {
  @OneOf(filingKinds, { name: 'FilingKind' }) kind: FilingKind;
  @Whole({
    description:
      'Filings that came to it; one that comes again, as after an election or an appeal, counts again',
  })
  received: number;
  @Whole({ description: 'That it approved, returned or refused' }) decided: number;
  @Whole({ description: 'That went up since it was silent; foundings alone have a deadline' })
  escalated: number;
  @Whole() waiting: number;
  @Whole() overdue: number;
  @Fraction({ nullable: true, description: 'The median of the time to a decision, in hours' }) medianHours:
    number | null;
  @Fraction({
    nullable: true,
    description: 'Decided within the deadline, of decided and escalated; 0 to 1, null where there is none',
  })
  withinDeadline: number | null;
}

export class FilingStatisticsView {
  @ListOf(() => FilingStatisticsLine, { max: filingKinds.length, description: 'Each kind, once' })
  items: FilingStatisticsLine[];
}

export const filingStatisticsContract = {
  show: query('membership.filing-statistics.show', FilingStatisticsRequest, FilingStatisticsView, {
    http: 'GET unions/:unionId/filing-statistics',
    tag: 'unions',
    summary: 'How fast a union decides on what is filed about unions: founding, closing and moving them',
  }),
};
