import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type ListingReportStanding, listingReportStandings } from './listing-report.js';
import { Money } from '../../words/money.js';
import { type BulletinAudience, bulletinAudiences } from '../bulletins/bulletin.contract.js';

export const benefitCategories = ['food', 'health', 'culture', 'travel', 'family', 'finance'] as const;
export type BenefitCategory = (typeof benefitCategories)[number];

/** How one gets it: by showing the member's card, by a word that one says, or at an address on the web. */
export const benefitWays = ['card', 'code', 'link'] as const;
export type BenefitWay = (typeof benefitWays)[number];

/** Being written; shown until its last day; over; taken back with a reason. */
export const benefitStates = ['draft', 'published', 'ended', 'withdrawn'] as const;
export type BenefitState = (typeof benefitStates)[number];

/** What an officer says about a benefit. */
export class BenefitDefinition {
  @Text({ max: 60, description: 'Who grants it', example: '江滩书店' }) merchant: string;
  @Text({ max: 60, description: 'What one gets', example: '图书八八折' }) title: string;
  @OneOf(benefitCategories, {
    name: 'BenefitCategory',
    description: 'Finance and insurance are a link alone: no union recommends them',
  })
  category: BenefitCategory;
  @OneOf(benefitWays, { name: 'BenefitWay' }) way: BenefitWay;
  @Text({ optional: true, max: 40, description: 'Of a word that one says; shown to members alone' }) code?:
    string | null;
  @Text({ optional: true, max: 500, pattern: /^https:\/\/\S+$/, example: 'https://shop.example/union' })
  link?: string | null;
  @Text({ optional: true, max: 200, description: 'Where one gets it', example: '武昌区临江大道 8 号' })
  place?: string | null;
  @Text({ optional: true, max: 50, description: 'By which people filter', example: '武昌区' }) district?:
    string | null;
  @Text({ optional: true, max: 1_000, description: 'What one has to know', example: '教材除外。' })
  conditions?: string | null;
  @Whole({
    optional: true,
    min: 1,
    max: 100,
    description: 'What one saves, in percent of the usual price; not of finance and insurance',
  })
  savesPercent?: number | null;
  @Nested(() => Money, { optional: true, description: 'The same as an amount; one of the two at most' })
  savesAmount?: Money | null;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience' }) audience: BulletinAudience;
  @CalendarDate({ description: 'Its first day' }) from: string;
  @CalendarDate({ description: 'Its last day' }) until: string;
}

export class CreateBenefit extends BenefitDefinition {
  @Uuid({ description: 'The union that has agreed on it' }) unionId: string;
}

export class ChangeBenefit extends BenefitDefinition {
  @Uuid() benefitId: string;
}

export class BenefitId {
  @Uuid() benefitId: string;
}

export class WithdrawBenefit {
  @Uuid() benefitId: string;
  @Text({ max: 500, description: 'For the officers', example: '商户停业' }) reason: string;
}

export class ListPublicBenefits extends PageRequest {
  @OneOf(benefitCategories, { optional: true, name: 'BenefitCategory' }) category?: BenefitCategory;
  @Text({ optional: true, max: 50, description: 'Those in this district alone' }) district?: string;
  @Text({ optional: true, max: 60, description: 'A part of merchant, title or district, or pinyin' })
  q?: string;
}

export class ListBenefits extends ListPublicBenefits {
  @OneOf(benefitStates, {
    optional: true,
    name: 'BenefitState',
    description:
      'Those of the unions whose officer the caller is, newest first; what is for the caller where absent',
  })
  state?: BenefitState;
}

export class BenefitSummary {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(benefitStates, { name: 'BenefitState' }) state: BenefitState;
  @Text({ max: 60 }) merchant: string;
  @Text({ max: 60 }) title: string;
  @OneOf(benefitCategories, { name: 'BenefitCategory' }) category: BenefitCategory;
  @OneOf(benefitWays, { name: 'BenefitWay' }) way: BenefitWay;
  @Text({ nullable: true, max: 200 }) place: string | null;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @Whole({ nullable: true, description: 'What one saves, in percent; null where nobody has said so' })
  savesPercent: number | null;
  @Nested(() => Money, { nullable: true, description: 'The same as an amount' }) savesAmount: Money | null;
  @Uuid({ description: 'The union that has agreed on it' }) unionId: string;
  @Text() unionName: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience' }) audience: BulletinAudience;
  @CalendarDate() from: string;
  @CalendarDate() until: string;
  @Flag({ description: 'Hidden after reports, so that officers alone find it' }) isHidden: boolean;
}

export class BenefitView extends OmitType(BenefitSummary, []) {
  @Text({ nullable: true, max: 40, description: 'Null for whoever is no member' }) code: string | null;
  @Text({ nullable: true, max: 500 }) link: string | null;
  @Text({ nullable: true, max: 1_000 }) conditions: string | null;
  @Text({ nullable: true, max: 500 }) withdrawReason: string | null;
  @Text({ nullable: true, max: 500, description: 'Why an officer has hidden it; for officers' })
  hiddenReason: string | null;
  @OneOf(listingReportStandings, {
    nullable: true,
    name: 'ListingReportStanding',
    description: 'Whether the caller may report it, or has done so',
  })
  report: ListingReportStanding | null;
  @Flag({ description: 'The caller may change it' }) changeable: boolean;
}

const example = {
  merchant: '江滩书店',
  title: '图书八八折',
  category: 'culture',
  way: 'card',
  code: null,
  link: null,
  place: '武昌区临江大道 8 号',
  district: '武昌区',
  conditions: '教材除外。',
  savesPercent: 12,
  audience: 'members',
  from: '2026-12-01',
  until: '2027-11-30',
};

const acting = { tag: 'benefits', status: 200, ifMatch: true } as const;

export const benefitContract = {
  create: command('affairs.benefit.create', CreateBenefit, BenefitView, {
    http: 'POST benefits',
    tag: 'benefits',
    summary: 'Begins a benefit for members; nobody but officers sees it before it is published',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.benefit.change', ChangeBenefit, BenefitView, {
    http: 'PUT benefits/:benefitId',
    tag: 'benefits',
    summary: 'Changes a draft, or what is published; a last day that is moved shows again what had ended',
    ifMatch: true,
    example,
  }),
  publish: command('affairs.benefit.publish', BenefitId, BenefitView, {
    ...acting,
    http: 'POST benefits/:benefitId/publish',
    summary: 'Shows a benefit until its last day',
  }),
  withdraw: command('affairs.benefit.withdraw', WithdrawBenefit, BenefitView, {
    ...acting,
    http: 'POST benefits/:benefitId/withdraw',
    summary: 'Takes a benefit back',
    example: { reason: '商户停业' },
  }),
  restore: command('affairs.benefit.restore', BenefitId, BenefitView, {
    ...acting,
    http: 'POST benefits/:benefitId/restore',
    summary: 'Shows a benefit again that was taken back',
  }),
  get: query('affairs.benefit.get', BenefitId, BenefitView, {
    http: 'GET benefits/:benefitId',
    tag: 'benefits',
    summary: 'A benefit that is for the caller, or whose officer they are',
  }),
  getPublic: query('affairs.benefit.get-public', BenefitId, BenefitView, {
    http: 'GET public/benefits/:benefitId',
    tag: 'public',
    summary: 'A benefit that anybody may see; a word that one says is for members',
    public: true,
    remembered: true,
  }),
  list: query('affairs.benefit.list', ListBenefits, pageOf(BenefitSummary), {
    http: 'GET benefits',
    tag: 'benefits',
    summary: 'Benefits for the caller, the latest published first; with a state, those of their unions',
  }),
  listPublic: query('affairs.benefit.list-public', ListPublicBenefits, pageOf(BenefitSummary), {
    http: 'GET public/benefits',
    tag: 'public',
    summary: 'Benefits that anybody may see, the latest published first',
    public: true,
    remembered: true,
  }),
};
