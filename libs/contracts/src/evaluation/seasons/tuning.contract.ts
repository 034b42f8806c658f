import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  CalendarDate,
  Fraction,
  Instant,
  ListOf,
  MapOf,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { answerKeyPattern, IndicatorSystemView } from '../systems/indicator-system.contract.js';
import { WeighedSystem } from '../scores/score.contract.js';

export class TuningReportIdRequest {
  @Uuid() tuningReportId: string;
}

export class ListTuningReportsRequest extends PageRequest {
  @Uuid({ optional: true }) indicatorSystemId?: string;
}

/** The questions below one node of the tree: do they measure one thing? */
export class NodeReliability {
  @Text({ nullable: true, description: 'Null at the top' }) key: string | null;
  @Text({ nullable: true }) name: string | null;
  @Whole({ description: 'Questions with a scale below it' }) items: number;
  @Whole() answers: number;
  @Fraction({ nullable: true, description: "Cronbach's alpha; null: too few to say, or no variation" })
  alpha: number | null;
}

/** How one question works beside the others of its node. */
export class ItemQuality {
  @Text() key: string;
  @Text() name: string;
  @Text({ nullable: true }) parentKey: string | null;
  @Whole() answers: number;
  @Fraction({ nullable: true, description: '1 to 5, as answered' }) mean: number | null;
  @Fraction({ nullable: true, description: 'Correlation with the sum of the other questions of its node' })
  itemRest: number | null;
  @Fraction({ nullable: true, description: 'Alpha of its node without it' }) alphaWithout: number | null;
  @Fraction({
    nullable: true,
    description: 'Part of the answers that are the worst; null for fewer than five',
  })
  floor: number | null;
  @Fraction({
    nullable: true,
    description: 'Part of the answers that are the best; null for fewer than five',
  })
  ceiling: number | null;
}

/** Two indicators that say nearly the same of what was scored. */
export class RedundantPair {
  @Text() firstKey: string;
  @Text() firstName: string;
  @Text() secondKey: string;
  @Text() secondName: string;
  @Whole({ description: 'Scored with both' }) subjects: number;
  @Fraction({ description: "Pearson's r, at least 0.9 or at most −0.9" }) correlation: number;
}

/** The weight that is in force beside the one that the scores themselves give. */
export class WeightBeside {
  @Text() key: string;
  @Text() name: string;
  @Fraction({ description: 'In force, 0 to 1' }) active: number;
  @Fraction({ nullable: true, description: 'By entropy; null: too few to say' }) entropy: number | null;
}

/** How an indicator moved since the season before. */
export class IndicatorDrift {
  @Text() key: string;
  @Text() name: string;
  @Whole() subjectsBefore: number;
  @Whole() subjects: number;
  @Fraction({ nullable: true }) before: number | null;
  @Fraction({ nullable: true }) after: number | null;
  @Fraction({ nullable: true, description: "Hedges' g: the shift in standard deviations" }) effect:
    number | null;
}

export const tuningFindingKinds = [
  'reliable',
  'unreliable',
  'itemHarms',
  'itemWeak',
  'itemCeiling',
  'itemFloor',
  'redundant',
  'weightsDiffer',
  'drift',
  'tooFewAnswers',
  'tooFewSubjects',
  'noSeasonBefore',
] as const;
export type TuningFindingKind = (typeof tuningFindingKinds)[number];
export const tuningSuggestions = ['drop', 'merge', 'weigh', 'ask', 'collect', 'none'] as const;
export type TuningSuggestion = (typeof tuningSuggestions)[number];

/** One sentence of the report, with the figures that it rests on. */
export class TuningFinding {
  @OneOf(tuningFindingKinds, { name: 'TuningFindingKind' }) kind: TuningFindingKind;
  @TextList({ max: 2, description: 'The indicators that it is about' }) keys: string[];
  @Text({ max: 1_000, description: "What to do, without statistics, in the caller's language" })
  advice: string;
  @Text({ max: 1_000, description: "The statistics behind it, in the caller's language" }) text: string;
  @MapOf({ type: 'number' }, (value) => typeof value === 'number', { description: 'By name' })
  figures: Record<string, number>;
  @OneOf(tuningSuggestions, { name: 'TuningSuggestion' }) suggestion: TuningSuggestion;
}

/** A report as a list shows it. */
export class TuningReportSummary extends WeighedSystem {
  @Uuid() id: string;
  @Uuid({ nullable: true, description: 'The weights in force then' }) weightVersionId: string | null;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @Whole({ description: 'Closed surveys with at least twenty answers' }) surveys: number;
  @Whole() answers: number;
  @Whole({ description: 'Scored in the season' }) subjects: number;
  @Whole({ description: 'Scored in the season before' }) subjectsBefore: number;
  @Text({ description: 'SHA-256 of what it was computed from, in hex' }) inputsHash: string;
  @Instant() createdAt: string;
}

export class TuningReportView extends TuningReportSummary {
  @ListOf(() => NodeReliability, { max: 200 }) nodes: NodeReliability[];
  @ListOf(() => ItemQuality, { max: 200 }) items: ItemQuality[];
  @ListOf(() => RedundantPair, { max: 200, description: 'The closest first' }) redundant: RedundantPair[];
  @ListOf(() => WeightBeside, { max: 200 }) weights: WeightBeside[];
  @ListOf(() => IndicatorDrift, { max: 200 }) drifts: IndicatorDrift[];
  @ListOf(() => TuningFinding, { max: 1_000 }) findings: TuningFinding[];
}

/** Two indicators become one: the first stays, under this name; the second goes. */
export class IndicatorMerge {
  @Text({ max: 40, pattern: answerKeyPattern, example: 'guides' }) keep: string;
  @Text({ max: 40, pattern: answerKeyPattern, example: 'service' }) drop: string;
  @Text({ max: 100, example: '我对现场服务与讲解满意' }) name: string;
}

export class DraftTunedSystemRequest {
  @Uuid() tuningReportId: string;
  @TextList({ max: 200, length: 40, description: 'Indicators that go', example: ['again'] }) drops: string[];
  @ListOf(() => IndicatorMerge, { max: 100 }) merges: IndicatorMerge[];
}

export const tuningContract = {
  get: query('evaluation.tuning-report.get', TuningReportIdRequest, TuningReportView, {
    http: 'GET tuning-reports/:tuningReportId',
    tag: 'indicators',
    summary: 'One report, in words and in figures',
  }),
  list: query('evaluation.tuning-report.list', ListTuningReportsRequest, pageOf(TuningReportSummary), {
    http: 'GET tuning-reports',
    tag: 'indicators',
    summary: 'Reports on indicator systems, newest first',
  }),
  draft: command('evaluation.tuning-report.draft', DraftTunedSystemRequest, IndicatorSystemView, {
    http: 'POST tuning-reports/:tuningReportId/draft',
    tag: 'indicators',
    summary: 'Starts the next version of the system without the indicators that go, as a draft',
    example: {
      drops: ['again'],
      merges: [{ keep: 'guides', drop: 'service', name: '我对现场服务与讲解满意' }],
    },
  }),
};
