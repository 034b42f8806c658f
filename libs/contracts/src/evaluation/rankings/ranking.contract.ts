import { command, pageOf, PageRequest, query, slow, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type RankingScaling, rankingScalings } from '../systems/preview.contract.js';
import { type ScoreSubjectKind, scoreSubjectKinds } from '../score-subject.js';
import { WeighedSystem } from '../scores/score.contract.js';

export const rankingMethods = ['score', 'topsis'] as const;
export type RankingMethod = (typeof rankingMethods)[number];
/** Like is ranked with like: by the size class of the union's enterprise, or by what an activity is. */
export const rankingGroupings = ['none', 'sizeClass', 'business', 'function'] as const;
export type RankingGrouping = (typeof rankingGroupings)[number];
/** `revising`: an appeal was right, or scores were revised during the notice, and the next revision is awaited; `superseded`: that one is on notice. */
export const rankingStates = ['draft', 'notice', 'revising', 'final', 'superseded', 'withdrawn'] as const;
export type RankingState = (typeof rankingStates)[number];
export const leftOutReasons = ['noScore', 'valueMissing', 'tooFewAnswers'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export const rankingFormats = ['xlsx', 'csv', 'json'] as const;
export type RankingFormat = (typeof rankingFormats)[number];
export const noticeDaysUsual = 7;

export class CreateRankingRequest {
  @Uuid() indicatorSystemId: string;
  @OneOf(scoreSubjectKinds, {
    optional: true,
    name: 'ScoreSubjectKind',
    description: '`activity` where absent. Never persons',
  })
  subjectKind?: ScoreSubjectKind;
  @Text({
    optional: true,
    max: 200,
    example: '2026年度品牌活动',
    description: 'The name of the system where absent',
  })
  title?: string;
  @UuidList({ optional: true, max: 1_000, description: 'These alone; else all of the period' })
  subjectIds?: string[];
  @CalendarDate({ optional: true, description: 'What ended on this day or later' }) from?: string;
  @CalendarDate({ optional: true, description: 'And on this day or before' }) to?: string;
  @OneOf(rankingMethods) method: RankingMethod;
  @OneOf(rankingScalings, { optional: true, description: '`topsis`; `vector` where absent' })
  scaling?: RankingScaling;
  @OneOf(rankingGroupings, {
    optional: true,
    name: 'RankingGrouping',
    description: 'Places are counted within these groups, too; `none` where absent',
  })
  groupBy?: RankingGrouping;
  @Whole({
    optional: true,
    max: 1_000_000,
    description: 'What has fewer answers is left out, by name; 0 where absent, else at least 5',
  })
  minimumAnswers?: number;
}

export class RankingIdRequest {
  @Uuid() rankingId: string;
}

export class ListRankingsRequest extends PageRequest {
  @Uuid({ optional: true }) indicatorSystemId?: string;
  @OneOf(scoreSubjectKinds, { optional: true, name: 'ScoreSubjectKind' }) subjectKind?: ScoreSubjectKind;
  @OneOf(rankingStates, { optional: true, name: 'RankingState' }) state?: RankingState;
  @Text({ optional: true, max: 60, description: 'Part of the title' }) q?: string;
}

export class ListRankingEntriesRequest extends PageRequest {
  @Uuid() rankingId: string;
  @Text({ optional: true, max: 60, description: 'One group alone' }) group?: string;
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
}

export class ListLeftOutRequest extends PageRequest {
  @Uuid() rankingId: string;
}

export class PublishRankingRequest {
  @Uuid() rankingId: string;
  @Whole({ optional: true, min: 1, max: 60, description: 'Days of notice; 7 where absent' }) days?: number;
}

export class WithdrawRankingRequest {
  @Uuid() rankingId: string;
  @Text({ max: 500 }) reason: string;
}

export class DownloadRankingRequest {
  @Uuid() rankingId: string;
  @OneOf(rankingFormats, { optional: true, name: 'RankingFormat', description: '.xlsx where absent' })
  as?: RankingFormat;
}

export class RankingLead {
  @Text() indicatorId: string;
  @Text() name: string;
  @Fraction({ description: 'Points of the score' }) points: number;
  @Fraction({ description: 'Points more, or fewer, than the mean of all that are ranked' }) lead: number;
}

export class RankingInterval {
  @Fraction() low: number;
  @Fraction() high: number;
}

export class RankingEntry {
  @Uuid() subjectId: string;
  @Text() subjectName: string;
  @Uuid({ description: 'Whose officers may appeal' }) unionId: string;
  @Text({ nullable: true }) unionName: string | null;
  @Uuid() scoreId: string;
  @Text({ description: 'SHA-256 of what the score was computed from' }) scoreHash: string;
  @Whole({ min: 1 }) rank: number;
  @Text({ nullable: true, max: 60, description: 'A size class, a business or a function' }) group:
    string | null;
  @Whole({ min: 1, description: 'Within the group' }) groupRank: number;
  @Fraction({ description: '0 to 100, or closeness 0 to 1 with `topsis`' }) score: number;
  @Nested(() => RankingInterval, {
    nullable: true,
    description:
      'Of the score as it was ranked: places whose intervals overlap are not told apart. Null with `topsis`',
  })
  interval: RankingInterval | null;
  @Uuid({ nullable: true, description: 'The score that stands now, where it has been revised since' })
  revisedScoreId: string | null;
  @Fraction({ nullable: true, description: 'What it is now, 0 to 100' }) revisedScore: number | null;
  @Whole({ nullable: true, description: 'Null for nobody, for too few alike, and where nobody is asked' })
  answers: number | null;
  @ListOf(() => RankingLead, { max: 10, description: 'The ten greatest leads, greatest first' })
  why: RankingLead[];
}

export class LeftOutView {
  @Uuid() subjectId: string;
  @Text() subjectName: string;
  @OneOf(leftOutReasons, { name: 'LeftOutReason' }) reason: LeftOutReason;
}

export class RankingView extends WeighedSystem {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() title: string;
  @Uuid() unionId: string;
  @Text({ nullable: true }) unionName: string | null;
  @OneOf(scoreSubjectKinds, { name: 'ScoreSubjectKind' }) subjectKind: ScoreSubjectKind;
  @Uuid() weightVersionId: string;
  @OneOf(rankingMethods) method: RankingMethod;
  @OneOf(rankingScalings, { nullable: true }) scaling: RankingScaling | null;
  @OneOf(rankingGroupings, { name: 'RankingGrouping' }) groupBy: RankingGrouping;
  @Whole() minimumAnswers: number;
  @CalendarDate({ nullable: true }) from: string | null;
  @CalendarDate({ nullable: true }) to: string | null;
  @OneOf(rankingStates, { name: 'RankingState' }) state: RankingState;
  @Whole({ min: 1 }) revision: number;
  @Uuid({ nullable: true, description: 'The revision before it' }) revisionOfId: string | null;
  @Uuid({ nullable: true, description: 'The revision after it' }) revisedById: string | null;
  @Instant({ nullable: true }) publishedAt: string | null;
  @Instant({ nullable: true, description: 'Appeals are taken until then' }) noticeEndsAt: string | null;
  @Instant({ nullable: true }) finalisedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was withdrawn' }) reason: string | null;
  @Whole({ description: 'Undecided: it does not count before' }) openAppeals: number;
  @Flag({
    description:
      'Scores that it rests on have been revised since: as it stands it is not put on notice, and does not come to count. What counts already stays as it is. False for what was superseded or withdrawn',
  })
  scoresRevised: boolean;
  @Whole() ranked: number;
  @Whole() leftOutCount: number;
  @Text({ description: 'SHA-256 of its places, in hex' }) hash: string;
  @ListOf(() => RankingEntry, { max: 10, description: 'The first ten; all of them page by page at /entries' })
  entries: RankingEntry[];
  @ListOf(() => LeftOutView, { max: 10, description: 'Ten of those left out; all of them at /left-out' })
  leftOut: LeftOutView[];
  @Instant() createdAt: string;
}

export class RankingVerificationView {
  @Uuid() rankingId: string;
  @Flag({ description: 'Every score, place and hash came out as it stands' }) equal: boolean;
  @Whole({ description: 'Scores that were computed again' }) scores: number;
  @Whole({ description: 'Of them, those that came out otherwise' }) scoresDiffering: number;
  @Whole({ description: 'Places that came out otherwise' }) placesDiffering: number;
  @Text({ description: 'As it stands' }) hash: string;
  @Text({ description: 'As it came out' }) recomputedHash: string;
}

const shown = query('evaluation.ranking.get', RankingIdRequest, RankingView, {
  http: 'GET rankings/:rankingId',
  tag: 'scores',
  summary: 'One ranking with its first places, and why each is what it is',
});

export const rankingContract = {
  create: slow(
    command('evaluation.ranking.create', CreateRankingRequest, RankingView, {
      http: 'POST rankings',
      tag: 'scores',
      summary:
        'Ranks the newest scores under the weights in force, over all and within fair groups; as a draft',
      example: {
        indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
        subjectKind: 'activity',
        title: '2026年度活动评价',
        from: '2026-01-01',
        to: '2026-12-31',
        method: 'topsis',
        scaling: 'vector',
        groupBy: 'sizeClass',
        minimumAnswers: 5,
      },
    }),
  ),
  get: shown,
  list: query('evaluation.ranking.list', ListRankingsRequest, pageOf(RankingView), {
    http: 'GET rankings',
    tag: 'scores',
    summary: 'Rankings, newest first; drafts are shown to whoever may rank',
  }),
  listEntries: query('evaluation.ranking.list-entries', ListRankingEntriesRequest, pageOf(RankingEntry), {
    http: 'GET rankings/:rankingId/entries',
    tag: 'scores',
    summary: 'All places of a ranking, best first, also of one group',
  }),
  listLeftOut: query('evaluation.ranking.list-left-out', ListLeftOutRequest, pageOf(LeftOutView), {
    http: 'GET rankings/:rankingId/left-out',
    tag: 'scores',
    summary: 'What was left out of a ranking, with the reason',
  }),
  publish: versioned(
    command('evaluation.ranking.publish', PublishRankingRequest, RankingView, {
      http: 'POST rankings/:rankingId/publish',
      tag: 'scores',
      summary: 'Begins the public notice: appeals are taken until it ends, and then the ranking counts',
      status: 200,
      example: { days: 7 },
    }),
    shown,
  ),
  withdraw: versioned(
    command('evaluation.ranking.withdraw', WithdrawRankingRequest, RankingView, {
      http: 'POST rankings/:rankingId/withdraw',
      tag: 'scores',
      summary: 'Takes a ranking back, with the reason; it stays to be read',
      status: 200,
      example: { reason: '部分活动的到场记录有误' },
    }),
    shown,
  ),
  revise: slow(
    versioned(
      command('evaluation.ranking.revise', RankingIdRequest, RankingView, {
        http: 'POST rankings/:rankingId/revise',
        tag: 'scores',
        summary: 'Ranks the newest scores by the same terms: the next revision, a draft beside what stands',
      }),
      shown,
    ),
  ),
  verify: slow(
    query('evaluation.ranking.verify', RankingIdRequest, RankingVerificationView, {
      http: 'GET rankings/:rankingId/verification',
      tag: 'scores',
      summary: 'Computes a ranking again from all its inputs, and says whether it comes out the same',
    }),
  ),
  render: slow(
    query('evaluation.ranking.render', DownloadRankingRequest, PrintedFileView, {
      http: 'GET rankings/:rankingId/file',
      tag: 'scores',
      summary: 'A ranking with all its inputs, as .xlsx, .csv or JSON: anyone can compute it again',
      files: [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'text/csv',
        'application/json',
      ],
      isFileOnly: true,
    }),
  ),
};
