import { command, query } from '../../core/contract.js';
import { Flag, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type CoverageKind, coverageKinds } from './coverage-kind.js';

/** By the record: counted members; by an officer of the union: stated. */
export const audienceSources = ['counted', 'stated'] as const;
export type AudienceSource = (typeof audienceSources)[number];

const audienceMax = 10_000_000;
/** Unions directly below of which a view tells. */
export const coverageUnionsMax = 200;

export class CoverageRequest {
  @Uuid() unionId: string;
  @Whole({ min: 2000, max: 2100, example: 2026 }) year: number;
}

export class StateAudience {
  @Uuid() unionId: string;
  @OneOf(coverageKinds, { name: 'CoverageKind' }) kind: CoverageKind;
  @Whole({ min: 2000, max: 2100, example: 2026 }) year: number;
  @Whole({
    max: audienceMax,
    nullable: true,
    description: 'How many there are at this very union; null takes back what was stated',
    example: 42,
  })
  count: number | null;
}

/** How many of whom it is for were reached in the year, so far. */
export class CoverageFigures {
  @OneOf(coverageKinds, { name: 'CoverageKind' }) kind: CoverageKind;
  @Whole({ description: 'Different people, rounded down to fives' }) reached: number;
  @Whole({ nullable: true, description: 'How many there are; null where nobody has said' }) audience:
    number | null;
  @Whole({ nullable: true, description: 'Reached of them, in thousandths; null where there are none' })
  shareThousandths: number | null;
}

export class CoverageMonthView {
  @Whole({ min: 1, max: 12 }) month: number;
  @Whole({ description: 'Different people by the end of it, rounded down to fives' }) reached: number;
}

export class CoverageLine extends CoverageFigures {
  @OneOf(audienceSources, {
    name: 'AudienceSource',
    nullable: true,
    description: 'From where the union itself has it; those below may have it otherwise',
  })
  source: AudienceSource | null;
  @ListOf(() => CoverageMonthView, { max: 12, description: 'Those that have begun' })
  months: CoverageMonthView[];
}

export class CoverageUnionView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @ListOf(() => CoverageFigures, { max: coverageKinds.length }) figures: CoverageFigures[];
}

export class CoverageView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole() year: number;
  @ListOf(() => CoverageLine, { max: coverageKinds.length, description: 'With all unions below it' })
  lines: CoverageLine[];
  @ListOf(() => CoverageUnionView, {
    max: coverageUnionsMax,
    description: 'Those directly below, each with all below it',
  })
  unions: CoverageUnionView[];
  @Flag({ description: 'The caller may state how many there are' }) mayState: boolean;
}

export const coverageContract = {
  get: query('affairs.coverage.get', CoverageRequest, CoverageView, {
    http: 'GET unions/:unionId/coverage',
    tag: 'matters',
    summary: 'How many of whom care is for were reached in a year: by matters of services that count for it',
  }),
  state: command('affairs.coverage.state', StateAudience, CoverageView, {
    http: 'PUT unions/:unionId/coverage/:kind',
    tag: 'matters',
    summary: 'States how many there are of one sort of people, at this very union and in a year',
    example: { year: 2026, count: 42 },
  }),
};
