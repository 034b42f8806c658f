import { query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type ListFormat, listFormats } from '../papers/list-file.contract.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

const districtMeaning = 'Of needs as of resources; null where none is said';
const hoursMax = 1e15;

/** What is looked at: at most 731 days. */
export class SharingPeriodRequest {
  @Instant({ description: 'The first moment that is looked at' }) from: string;
  @Instant({ description: 'The first moment that is not; at most 731 days later' }) to: string;
}

export class SupplyAndDemandRequest extends SharingPeriodRequest {
  @Text({ max: 50, optional: true, description: 'Only what is said to be in this district' })
  district?: string;
}

export class SupplyAndDemandCellRequest extends SupplyAndDemandRequest {
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @OneOf(unionBusinesses, {
    optional: true,
    name: 'UnionBusiness',
    description: 'Absent: needs that name no business, and no offers, each of which names some',
  })
  business?: UnionBusiness;
}

export class RenderSupplyAndDemandRequest extends SupplyAndDemandRequest {
  @OneOf(listFormats, { name: 'ListFormat' }) format: ListFormat;
}

/** What is sought of one function for one business, and what is offered of it. */
export class SupplyAndDemandCellView {
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @OneOf(unionBusinesses, {
    nullable: true,
    name: 'UnionBusiness',
    description: 'Null: needs that name none',
  })
  business: UnionBusiness | null;
  @Whole({ description: 'Needs one of whose windows lies in the period, at least in part' }) needs: number;
  @Whole({ description: 'Those of them that are open, and for which nothing of this function is lent' })
  unmet: number;
  @Whole({ description: 'People in the unmet needs' }) unmetHeads: number;
  @Whole({ max: hoursMax, description: 'The shortest such window of each need, added up' })
  hoursWanted: number;
  @Whole({ description: 'Resources that are offered; one for several businesses counts in each' })
  offers: number;
  @Whole({ description: 'Those of them that somebody has a right to use in the period' }) lendable: number;
  @Whole({ max: hoursMax, description: 'Hours of the period, day and night, in which they are not booked' })
  hoursFree: number;
}

export class SupplyAndDemandDistrictView {
  @Text({ nullable: true, max: 50, description: districtMeaning }) district: string | null;
  @Whole() needs: number;
  @Whole({ description: 'Needs of which something is unmet' }) unmet: number;
  @Whole() offers: number;
}

export class SupplyAndDemandMonthView {
  @Text({ max: 7, description: 'Year and month in China', example: '2026-11' }) month: string;
  @Whole({ description: 'Needs whose first window in the period begins in it' }) needs: number;
  @Whole({ description: 'Those of them of which something is unmet' }) unmet: number;
  @Whole({ description: 'Loans between unions that begin in it, approved or further on' }) loans: number;
}

export class SupplyAndDemandView {
  @Instant() from: string;
  @Instant() to: string;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @Whole({ description: 'Each need once' }) needs: number;
  @Whole({ description: 'Needs of which something is unmet, each once' }) unmet: number;
  @Whole({ description: 'Each resource once' }) offers: number;
  @ListOf(() => SupplyAndDemandCellView, {
    max: 40,
    description: 'Function by function, business by business; those in which there is nothing are left out',
  })
  cells: SupplyAndDemandCellView[];
  @ListOf(() => SupplyAndDemandDistrictView, {
    max: 50,
    description: 'Where most is unmet comes first',
  })
  districts: SupplyAndDemandDistrictView[];
  @Whole({ description: 'Districts beyond those' }) districtsLeftOut: number;
  @ListOf(() => SupplyAndDemandMonthView, { max: 26, description: 'In their order, empty ones too' })
  months: SupplyAndDemandMonthView[];
}

export class SoughtView {
  @Uuid() id: string;
  @Text({ max: 100 }) title: string;
  @Text({ min: 0 }) unionName: string;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @Whole() headcount: number;
  @Whole({ max: hoursMax }) hours: number;
  @Flag({ description: 'It is open, and nothing of this function is lent for it' }) unmet: boolean;
}

export class OfferedView {
  @Uuid() id: string;
  @Text({ max: 100 }) title: string;
  @Text({ min: 0 }) unionName: string;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @Flag() lendable: boolean;
  @Whole({ max: hoursMax }) hoursFree: number;
}

/** What stands behind a cell; of each at most 50. */
export class SupplyAndDemandBehindView {
  @ListOf(() => SoughtView, { max: 50, description: 'The unmet first, then the newest' }) needs: SoughtView[];
  @ListOf(() => OfferedView, { max: 50, description: 'What is free longest comes first' })
  offers: OfferedView[];
}

export const supplyAndDemandContract = {
  get: slow(
    query('sharing.supply-and-demand.get', SupplyAndDemandRequest, SupplyAndDemandView, {
      http: 'GET supply-and-demand',
      tag: 'supply-and-demand',
      summary: 'Needs against offers by function and business, by district, and by month',
    }),
  ),
  behind: slow(
    query('sharing.supply-and-demand.behind', SupplyAndDemandCellRequest, SupplyAndDemandBehindView, {
      http: 'GET supply-and-demand/behind',
      tag: 'supply-and-demand',
      summary: 'The needs and the offers behind one cell, at most 50 of each',
    }),
  ),
  render: slow(
    query('sharing.supply-and-demand.render', RenderSupplyAndDemandRequest, PrintedFileView, {
      http: 'GET supply-and-demand/file',
      tag: 'supply-and-demand',
      summary: 'Needs against offers by function and business as .xlsx or .csv',
      files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      isFileOnly: true,
    }),
  ),
};
