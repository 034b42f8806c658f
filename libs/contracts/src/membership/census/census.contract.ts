import { query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** By what members are counted. */
export const censusDimensions = [
  'sex',
  'age',
  'employment',
  'activation',
  'standing',
  'participation',
  'sizeClass',
] as const;
export type CensusDimension = (typeof censusDimensions)[number];

/** In completed years of life. */
export const memberAgeBands = ['to24', '25to34', '35to44', '45to54', '55to59', 'from60', 'unknown'] as const;
export type MemberAgeBand = (typeof memberAgeBands)[number];

/** The values of each dimension, in the order in which they are shown. */
export const censusValues: Readonly<Record<CensusDimension, readonly string[]>> = {
  sex: ['female', 'male', 'unknown'],
  age: memberAgeBands,
  employment: ['regular', 'dispatched', 'newForm', 'partTime', 'retired', 'unknown'],
  activation: ['active', 'imported'],
  standing: ['full', 'retained'],
  participation: ['tookPart', 'never'],
  sizeClass: ['large', 'medium', 'small', 'micro', 'unclassified', 'none'],
};

/** How many unions of one level are listed. */
export const censusRowsMax = 1_000;

const hidden = 'Null: fewer than five people, or a number from which such a one could be computed';

export class GetCensus {
  @Uuid({ optional: true, description: 'The union with all below it; the caller’s highest where absent' })
  union?: string;
  @OneOf(censusDimensions, { name: 'CensusDimension' }) by: CensusDimension;
}

export class CensusValueView {
  @Text({ description: 'Such as `female`, or `35to44`' }) value: string;
  @Whole({ nullable: true, description: hidden }) members: number | null;
}

export class CensusRowView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Flag({ description: 'Members of the union itself, beside the unions below it' }) isItself: boolean;
  @Whole({ description: 'Unions directly below it' }) unionsBelow: number;
  @Whole({ nullable: true, description: hidden }) members: number | null;
  @ListOf(() => CensusValueView, { max: 20 }) values: CensusValueView[];
}

class CensusHead {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Uuid({ nullable: true, description: 'The union above it, as far as the caller may see its census' })
  aboveId: string | null;
  @Instant({ description: 'Changes after this time may be missing: seconds ago' }) asOf: string;
  @Flag({ description: 'Is it a union of the caller’s own, of which nothing is hidden?' }) isOwn: boolean;
  @Whole({ nullable: true, description: hidden }) members: number | null;
}

export class CensusView extends CensusHead {
  @OneOf(censusDimensions, { name: 'CensusDimension' }) by: CensusDimension;
  @ListOf(() => CensusRowView, { max: censusRowsMax }) rows: CensusRowView[];
  @Whole({ description: `Unions beyond the first ${censusRowsMax}, which are not listed` })
  rowsLeftOut: number;
}

export class GetUnionStatistics {
  @Uuid() unionId: string;
}

export class CensusDimensionView {
  @OneOf(censusDimensions, { name: 'CensusDimension' }) by: CensusDimension;
  @ListOf(() => CensusValueView, { max: 20 }) values: CensusValueView[];
}

export class CensusMonthView {
  @Text({ example: '2026-11' }) month: string;
  @Whole({ nullable: true, description: hidden }) joined: number | null;
  @Whole({ nullable: true, description: `Without those who moved to another union. ${hidden}` }) left:
    number | null;
  @Whole({ nullable: true, description: `To another union. ${hidden}` }) moved: number | null;
}

export class UnionStatisticsView extends CensusHead {
  @ListOf(() => CensusDimensionView, { max: censusDimensions.length }) dimensions: CensusDimensionView[];
  @ListOf(() => CensusMonthView, { max: 12, description: 'The last twelve, the current one last' })
  months: CensusMonthView[];
}

export const censusContract = {
  get: query('membership.census.get', GetCensus, CensusView, {
    http: 'GET census',
    tag: 'members',
    summary: 'Counts the members of a union by one dimension, for itself and each union directly below it',
  }),
  statistics: query('membership.census.statistics', GetUnionStatistics, UnionStatisticsView, {
    http: 'GET unions/:unionId/statistics',
    tag: 'members',
    summary: 'Counts the members of a union and all below it, and who joined, left and moved in each month',
  }),
};
