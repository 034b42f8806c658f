import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type ListingReportStanding, listingReportStandings } from './listing-report.js';
import { type BulletinAudience, bulletinAudiences } from '../bulletins/bulletin.contract.js';

/** How one works there; the last two are posts within an enterprise or its group, for members alone. */
export const vacancyKinds = [
  'fullTime',
  'partTime',
  'shiftWork',
  'seasonal',
  'internalCompetition',
  'rotation',
] as const;
export type VacancyKind = (typeof vacancyKinds)[number];

/** For whom it is suited above all: the groups that public employment help names. */
export const vacancySuits = [
  'zeroEmploymentFamily',
  'disability',
  'over40And50',
  'veteran',
  'graduate',
  'migrantWorker',
] as const;
export type VacancySuit = (typeof vacancySuits)[number];

/** Being written; shown; all places are taken; its last day has passed or it was ended; taken back with a reason. */
export const vacancyStates = ['draft', 'published', 'filled', 'ended', 'withdrawn'] as const;
export type VacancyState = (typeof vacancyStates)[number];

/** What the caller may do with a vacancy now. */
export const vacancyActs = ['change', 'publish', 'extend', 'fill', 'end', 'withdraw', 'restore'] as const;
export type VacancyAct = (typeof vacancyActs)[number];

export const vacancyTextMax = 4_000;
/** How long it is shown from the day on which it is published or extended. */
export const vacancyDaysMax = 90;
const reasonMax = 500;

/** What is said about a vacancy. */
export class VacancyDefinition {
  @Text({ max: 60, example: '数控车工' }) title: string;
  @OneOf(vacancyKinds, { name: 'VacancyKind' }) kind: VacancyKind;
  @Whole({ min: 1, max: 9_999, description: 'How many people are wanted' }) headcount: number;
  @Text({ max: 100, description: 'Where one works', example: '江城市武昌区中山路 1 号' }) place: string;
  @Text({ optional: true, max: 50, description: 'By which people filter', example: '武昌区' }) district?:
    string | null;
  @Nested(() => Money, { optional: true, description: 'A month, the least; both absent: to be agreed' })
  payFrom?: Money | null;
  @Nested(() => Money, { optional: true, description: 'A month, the most' }) payTo?: Money | null;
  @Text({ max: vacancyTextMax, description: 'What is done and asked, in Markdown' }) text: string;
  @SomeOf(vacancySuits, { description: 'For whom it is suited above all' }) suits: VacancySuit[];
  @Text({ optional: true, max: 40, description: 'Whom to call; this or an address is needed' }) phone?:
    string | null;
  @Text({ optional: true, max: 200, description: 'Where to come' }) address?: string | null;
  @OneOf(bulletinAudiences, {
    name: 'BulletinAudience',
    description: 'Posts within an enterprise are not for anybody',
  })
  audience: BulletinAudience;
  @CalendarDate({ description: `Its last day, within ${vacancyDaysMax} days` }) until: string;
}

/** Whoever publishes it vouches for the employer: it is the enterprise of a union of theirs. */
export class CreateVacancy extends VacancyDefinition {
  @Uuid({ description: 'The union of the employer' }) unionId: string;
}

/** The name of the employer comes from membership, through the gateway: nobody publishes for an enterprise that is not there. */
export class CreateEmployerVacancy extends CreateVacancy {
  @Text({ optional: true, description: 'The enterprise of the union' }) employerName?: string | null;
}

/** What is said to be free although words in it sound like a fee. */
class FeeWordsSeen {
  @Flag({
    optional: true,
    description: 'Words in it that sound like a fee were read again: nothing is asked of whoever applies',
  })
  feeWordsSeen?: boolean;
}

export class ChangeVacancy extends VacancyDefinition {
  @Uuid() vacancyId: string;
  @Flag({
    optional: true,
    description: 'Of what is published: words in it that sound like a fee were read again',
  })
  feeWordsSeen?: boolean;
}

export class VacancyId {
  @Uuid() vacancyId: string;
}

export class PublishVacancy extends FeeWordsSeen {
  @Uuid() vacancyId: string;
}

export class ExtendVacancy {
  @Uuid() vacancyId: string;
  @CalendarDate({ description: `Its new last day, within ${vacancyDaysMax} days` }) until: string;
}

export class WithdrawVacancy {
  @Uuid() vacancyId: string;
  @Text({
    max: reasonMax,
    description: 'Shown to whoever has said to be interested',
    example: '岗位信息有误',
  })
  reason: string;
}

export class ListPublicVacancies extends PageRequest {
  @OneOf(vacancyKinds, { optional: true, name: 'VacancyKind' }) kind?: VacancyKind;
  @OneOf(vacancySuits, { optional: true, name: 'VacancySuit' }) suit?: VacancySuit;
  @Text({ optional: true, max: 50, description: 'Those in this district alone' }) district?: string;
  @Text({ optional: true, max: 60, description: 'A part of title, employer or district, or pinyin' })
  q?: string;
}

export class ListVacancies extends ListPublicVacancies {
  @OneOf(vacancyStates, {
    optional: true,
    name: 'VacancyState',
    description:
      'Those of the unions whose officer the caller is, newest first; what is for the caller where absent',
  })
  state?: VacancyState;
}

export class VacancySummary {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(vacancyStates, { name: 'VacancyState' }) state: VacancyState;
  @Text({ max: 60 }) title: string;
  @OneOf(vacancyKinds, { name: 'VacancyKind' }) kind: VacancyKind;
  @Whole() headcount: number;
  @Text({ max: 100 }) place: string;
  @Text({ nullable: true, max: 50 }) district: string | null;
  @Nested(() => Money, { nullable: true, description: 'A month; null where it is to be agreed' })
  payFrom: Money | null;
  @Nested(() => Money, { nullable: true }) payTo: Money | null;
  @SomeOf(vacancySuits) suits: VacancySuit[];
  @Text({ description: 'The enterprise for which the union vouches' }) employerName: string;
  @Uuid({ description: 'The union of the employer' }) unionId: string;
  @Text() unionName: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience' }) audience: BulletinAudience;
  @CalendarDate({ description: 'Its last day' }) until: string;
  @Flag({ description: 'Hidden after reports, so that officers alone find it' }) isHidden: boolean;
}

export class VacancyActView {
  @OneOf(vacancyActs, { name: 'VacancyAct' }) act: VacancyAct;
}

/** Sent to the employer's union; somebody of it has been in touch; hired; not this time. */
export const vacancyInterestStates = ['sent', 'contacted', 'hired', 'declined'] as const;
export type VacancyInterestState = (typeof vacancyInterestStates)[number];

/** What an officer says about an interest. */
export const vacancyAnswers = ['contacted', 'hired', 'declined'] as const;
export type VacancyAnswer = (typeof vacancyAnswers)[number];

export class MyVacancyInterestState {
  @OneOf(vacancyInterestStates, { name: 'VacancyInterestState' }) state: VacancyInterestState;
}

export class VacancyView extends OmitType(VacancySummary, []) {
  @Text({ max: vacancyTextMax, description: 'Markdown' }) text: string;
  @Text({ nullable: true, max: 40 }) phone: string | null;
  @Text({ nullable: true, max: 200 }) address: string | null;
  @Text({
    description: 'The union whose officer has published it, and whose officers read who is interested',
  })
  publisherName: string;
  @Text({ nullable: true, max: reasonMax }) withdrawReason: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why an officer has hidden it; for officers' })
  hiddenReason: string | null;
  @OneOf(listingReportStandings, {
    nullable: true,
    name: 'ListingReportStanding',
    description: 'Whether the caller may report it, or has done so',
  })
  report: ListingReportStanding | null;
  @TextList({ max: 20, description: 'Words in it that sound like a fee; for whoever may change it' })
  feeWords: string[];
  @ListOf(() => VacancyActView, { max: vacancyActs.length }) acts: VacancyActView[];
  @Nested(() => MyVacancyInterestState, {
    nullable: true,
    description: 'What became of the interest of the caller; null where they have said none',
  })
  interest: MyVacancyInterestState | null;
  @Flag({ description: 'The caller may say that they are interested' }) interestPossible: boolean;
  @Flag({ description: 'The caller is an officer of the union that reads who is interested' })
  interestsShown: boolean;
}

const example = {
  title: '数控车工',
  kind: 'fullTime',
  headcount: 3,
  place: '江城市武昌区中山路 1 号',
  district: '武昌区',
  payFrom: { amount: '600000', currency: 'CNY' },
  payTo: { amount: '900000', currency: 'CNY' },
  text: '操作数控车床，**两班倒**。有中级工证书优先。',
  suits: ['over40And50'],
  phone: '027-8000 0000',
  address: null,
  audience: 'public',
  until: '2027-01-31',
};

const acting = { tag: 'vacancies', status: 200, ifMatch: true } as const;

export const vacancyContract = {
  create: command('affairs.vacancy.create', CreateEmployerVacancy, VacancyView, {
    http: 'POST vacancies',
    tag: 'vacancies',
    summary:
      'Begins a vacancy of the enterprise of a union; its officer, or one above, vouches for the employer',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.vacancy.change', ChangeVacancy, VacancyView, {
    http: 'PUT vacancies/:vacancyId',
    tag: 'vacancies',
    summary: 'Changes a draft, or what is published; for whom it is stays as it was published',
    ifMatch: true,
    example,
  }),
  publish: command('affairs.vacancy.publish', PublishVacancy, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/publish',
    summary:
      'Shows a draft; one that sounds as if it asked for a fee is refused until its officer has read it again',
    example: { feeWordsSeen: false },
  }),
  extend: command('affairs.vacancy.extend', ExtendVacancy, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/extend',
    summary: 'Moves the last day; what had ended is shown again',
    example: { until: '2027-03-31' },
  }),
  fill: command('affairs.vacancy.fill', VacancyId, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/fill',
    summary: 'Says that all places are taken',
  }),
  end: command('affairs.vacancy.end', VacancyId, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/end',
    summary: 'Ends it before its last day',
  }),
  withdraw: command('affairs.vacancy.withdraw', WithdrawVacancy, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/withdraw',
    summary: 'Takes it back with a reason; what a union above has taken back, only a union above restores',
    example: { reason: '岗位信息有误' },
  }),
  restore: command('affairs.vacancy.restore', VacancyId, VacancyView, {
    ...acting,
    http: 'POST vacancies/:vacancyId/restore',
    summary: 'Shows again what was taken back, or filled',
  }),
  get: query('affairs.vacancy.get', VacancyId, VacancyView, {
    http: 'GET vacancies/:vacancyId',
    tag: 'vacancies',
    summary: 'A vacancy that is for the caller, in which they are interested, or whose officer they are',
  }),
  getPublic: query('affairs.vacancy.get-public', VacancyId, VacancyView, {
    http: 'GET public/vacancies/:vacancyId',
    tag: 'public',
    summary: 'A vacancy that is for anybody',
    public: true,
    remembered: true,
  }),
  list: query('affairs.vacancy.list', ListVacancies, pageOf(VacancySummary), {
    http: 'GET vacancies',
    tag: 'vacancies',
    summary: 'Vacancies for the caller, the latest published first; with a state, those of their unions',
  }),
  listPublic: query('affairs.vacancy.list-public', ListPublicVacancies, pageOf(VacancySummary), {
    http: 'GET public/vacancies',
    tag: 'public',
    summary: 'Vacancies for anybody, the latest published first',
    public: true,
    remembered: true,
  }),
};
