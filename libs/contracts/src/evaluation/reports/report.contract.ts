import { query, slow } from '../../core/contract.js';
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
  Whole,
} from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { type UnionTier, unionTiers } from '../../membership/union-place.js';
import { PrintedFileView } from '../../words/printed-file.js';

export const reportGroupings = [
  'union',
  'activity',
  'function',
  'business',
  'cell',
  'month',
  'quarter',
] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

export class ReportPeriodRequest {
  @Uuid({ description: 'With all unions below it' }) union: string;
  @CalendarDate({ description: 'Activities that ended on this day or later' }) from: string;
  @CalendarDate({ description: 'And on this day or before; ten years at most' }) to: string;
}

export class ReportRequest extends ReportPeriodRequest {
  @OneOf(reportGroupings, {
    name: 'ReportGrouping',
    description: '`cell`: resource function × business; `month` and `quarter` make a trend',
  })
  groupBy: ReportGrouping;
}

/** What was done, for how many, at what cost, and what came of it. */
export class ReportFigures {
  @Whole({ description: 'Closed' }) activities: number;
  @Whole({ description: 'Who came, with whom they brought' }) heads: number;
  @Fraction({ nullable: true, description: 'Yuan: approved costs by the heads of activities that have some' })
  costPerHead: number | null;
  @Fraction({ nullable: true, description: '1 to 5, of published answers' }) satisfaction: number | null;
  @Fraction({ nullable: true, description: '0 to 100: the mean of the newest scores under weights in force' })
  score: number | null;
  @Fraction({ nullable: true, description: 'Part of the heads that came for small and micro firms' })
  smallFirmShare: number | null;
  @Whole({ nullable: true, description: 'Due in the period; null where a loan does not belong there' })
  loans: number | null;
  @Whole({ nullable: true }) loansOnTime: number | null;
}

export class ReportRow extends ReportFigures {
  @Text({
    description: 'Id of a union or activity; `function`, `business`, `function.business`; 2026-11, 2026-Q4',
  })
  key: string;
  @Text({ nullable: true, description: 'Of a union or activity' }) name: string | null;
}

export class ReportUnion {
  @Uuid() id: string;
  @Text() name: string;
}

export class ReportView {
  @Nested(() => ReportUnion) union: ReportUnion;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @OneOf(reportGroupings, { name: 'ReportGrouping' }) groupBy: ReportGrouping;
  @Nested(() => ReportFigures) total: ReportFigures;
  @ListOf(() => ReportRow, { max: 1_000, description: 'Most heads first; a trend by time' })
  rows: ReportRow[];
  @Flag({ description: 'There are more rows; the total is right' }) truncated: boolean;
}

export const reportFileFormats = ['pdf', 'xlsx'] as const;
export type ReportFileFormat = (typeof reportFileFormats)[number];

export class RenderReportRequest extends ReportPeriodRequest {
  @OneOf(reportFileFormats, { name: 'ReportFileFormat' }) format: ReportFileFormat;
}

export const peerFigureNames = [
  'activities',
  'heads',
  'costPerHead',
  'satisfaction',
  'score',
  'smallFirmShare',
] as const;
export type PeerFigureName = (typeof peerFigureNames)[number];

/** Where a union stands among its like. */
export class PeerFigure {
  @OneOf(peerFigureNames, { name: 'PeerFigureName' }) figure: PeerFigureName;
  @Fraction({ nullable: true }) own: number | null;
  @Whole({ nullable: true, description: 'Unions that have the figure; null for fewer than five' }) unions:
    number | null;
  @Fraction({ nullable: true }) lowerQuartile: number | null;
  @Fraction({ nullable: true }) median: number | null;
  @Fraction({ nullable: true }) upperQuartile: number | null;
  @Whole({ min: 1, nullable: true, description: 'Own place; the best is 1, equal ones share it' }) place:
    number | null;
}

export class PeersView {
  @Nested(() => ReportUnion) union: ReportUnion;
  @OneOf(sizeClasses, { nullable: true }) sizeClass: SizeClassName | null;
  @OneOf(unionTiers, { nullable: true, name: 'UnionTier' }) tier: UnionTier | null;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @ListOf(() => PeerFigure, { max: 6 }) figures: PeerFigure[];
}

export class ReachRequest {
  @Uuid({ description: 'With all unions below it' }) union: string;
  @Whole({ min: 2000, max: 2200, example: 2026 }) year: number;
  @Whole({ min: 1, max: 4, optional: true, description: 'The whole year where absent' }) quarter?: number;
}

/** Who of some members was served at least once; null for fewer than five, and what would reveal them in any subtree. */
export class ReachCell {
  @Text({ min: 0, description: 'Id of a union; a size class; the first year of birth of ten, or `unknown`' })
  key: string;
  @Text({ nullable: true, description: 'Of a union' }) name: string | null;
  @Whole({ nullable: true }) members: number | null;
  @Whole({ nullable: true }) served: number | null;
}

/** A union of more than five members none of whom came to anything: to be asked why. */
export class UnreachedUnion {
  @Uuid() id: string;
  @Text() name: string;
  @OneOf(sizeClasses, { nullable: true }) sizeClass: SizeClassName | null;
  @Whole() members: number;
}

/** `awaited`: not over yet, or for less than a week. `missing`: over before there was anything to count. */
export const reachStates = ['awaited', 'frozen', 'missing'] as const;
export type ReachState = (typeof reachStates)[number];

export class ReachView {
  @Nested(() => ReportUnion) union: ReportUnion;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @OneOf(reachStates, {
    name: 'ReachState',
    description: 'How many came is shown of `frozen` periods only; of others, which unions nobody came from',
  })
  state: ReachState;
  @CalendarDate({ description: 'The day on which the period is frozen: a week after its end' })
  frozenFrom: string;
  @Instant({ nullable: true, description: 'Everything is as of then, and never changes' }) frozenAt:
    string | null;
  @Whole({ nullable: true, description: 'Of the rule that decided what is shown' }) ruleVersion:
    number | null;
  @Nested(() => ReachCell) total: ReachCell;
  @ListOf(() => ReachCell, { max: 5 }) bySizeClass: ReachCell[];
  @ListOf(() => ReachCell, { max: 40, description: 'Of a union with others below it' }) byDecade: ReachCell[];
  @ListOf(() => ReachCell, { max: 1_000, description: 'Unions that were reached; the most members first' })
  byUnion: ReachCell[];
  @Flag({ description: 'More unions were reached than are listed' }) truncated: boolean;
  @ListOf(() => UnreachedUnion, { max: 1_000, description: 'The most members first' })
  unreached: UnreachedUnion[];
  @Whole({ description: 'All unions of more than five members of whom nobody came' }) unreachedCount: number;
}

export const reportContract = {
  get: slow(
    query('evaluation.report.get', ReportRequest, ReportView, {
      http: 'GET reports',
      tag: 'reports',
      summary: 'What was done in a union and below it, by union, activity, function, business or time',
    }),
  ),
  peers: slow(
    query('evaluation.report.peers', ReportPeriodRequest, PeersView, {
      http: 'GET reports/peers',
      tag: 'reports',
      summary: 'A union among those of its size class and tier: quartiles and its own place',
    }),
  ),
  reach: slow(
    query('evaluation.report.reach', ReachRequest, ReachView, {
      http: 'GET reports/reach',
      tag: 'reports',
      summary: 'Who was served at least once, by union, size class and age; and which unions were not',
    }),
  ),
  render: slow(
    query('evaluation.report.render', RenderReportRequest, PrintedFileView, {
      http: 'GET reports/file',
      tag: 'reports',
      summary: 'The report of a union as PDF or .xlsx: by union, function and business, month, activity',
      files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'],
      isFileOnly: true,
    }),
  ),
};
