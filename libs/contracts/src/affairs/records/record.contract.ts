import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
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

/** What is on record about a person. */
export const recordKinds = [
  'honour',
  'skill',
  'certificate',
  'post',
  'course',
  'assessment',
  'insurance',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Entered and not looked at yet; found right by another officer, or not; taken back after it was verified, for good. */
export const recordStates = ['entered', 'verified', 'refused', 'revoked'] as const;
export type RecordState = (typeof recordStates)[number];

/** Who has honoured the person: the state, a province, a city, a district or county, an enterprise. */
export const honourLevels = ['national', 'province', 'city', 'district', 'enterprise'] as const;
export type HonourLevel = (typeof honourLevels)[number];

export const recordPosts = ['volunteer', 'partTimeStaff'] as const;
export type RecordPost = (typeof recordPosts)[number];

/** Who pays for an insurance. */
export const insurancePayers = ['person', 'union', 'employer', 'shared'] as const;
export type InsurancePayer = (typeof insurancePayers)[number];

/** What the caller may do with a record now. */
export const recordActs = ['change', 'verify', 'refuse', 'revoke', 'share'] as const;
export type RecordAct = (typeof recordActs)[number];

export const recordTitleMax = 100;
const reasonMax = 500;
const hoursMax = 100_000;

/** What only records of one kind have. */
export class RecordDetails {
  @OneOf(honourLevels, { optional: true, name: 'HonourLevel', description: 'Of an honour' })
  honourLevel?: HonourLevel | null;
  @Whole({
    optional: true,
    min: 1949,
    max: 2200,
    description: 'Of an honour or an assessment: the year for which it was given',
  })
  year?: number | null;
  @Text({ optional: true, max: 40, description: 'Of a skill', example: '高级工' }) skillLevel?: string | null;
  @OneOf(recordPosts, { optional: true, name: 'RecordPost', description: 'Of a post' })
  post?: RecordPost | null;
  @CalendarDate({ optional: true, description: 'Of a post or an insurance: its first day' }) from?:
    string | null;
  @CalendarDate({ optional: true, description: 'Of a post: its last day; absent while it is held' })
  to?: string | null;
  @Fraction({
    optional: true,
    min: 0,
    max: hoursMax,
    description: 'Of a post or a course: hours served or taken',
  })
  hours?: number | null;
  @Text({ optional: true, max: 60, description: 'Of a course or an assessment', example: '合格' })
  result?: string | null;
  @OneOf(insurancePayers, { optional: true, name: 'InsurancePayer', description: 'Of an insurance' })
  payer?: InsurancePayer | null;
}

/** What is said about a record. */
export class RecordContent {
  @OneOf(recordKinds, {
    name: 'RecordKind',
    description: 'An assessment of union staff is entered by officers, about others',
  })
  kind: RecordKind;
  @Text({ max: recordTitleMax, example: '法律职业资格证书' }) title: string;
  @Text({
    optional: true,
    max: 100,
    description:
      'Who has given or issued it, assessed the person or insures them; all but skills and posts need it',
    example: '司法部',
  })
  issuer?: string | null;
  @CalendarDate({ optional: true, example: '2024-03-01' }) issuedOn?: string | null;
  @CalendarDate({
    optional: true,
    description: 'The last day on which it is valid; absent where it does not end, which an insurance does',
  })
  validUntil?: string | null;
  @Text({
    optional: true,
    max: 60,
    description:
      'Of a certificate, a course or an insurance; sealed, and shown to the person and officers alone',
    example: 'A20240001',
  })
  number?: string | null;
  @Nested(() => RecordDetails) details: RecordDetails;
}

export class EnterRecord extends RecordContent {
  @Uuid({
    optional: true,
    description:
      'The member about whom an officer of their union enters it; the caller themselves where absent',
  })
  personId?: string | null;
}

export class ChangeRecord extends RecordContent {
  @Uuid() recordId: string;
}

export class RecordId {
  @Uuid() recordId: string;
}

export class RefuseRecord {
  @Uuid() recordId: string;
  @Text({ max: reasonMax, description: 'For the person', example: '证书上的姓名与本人不符' }) reason: string;
}

export class RevokeRecord {
  @Uuid() recordId: string;
  @Text({ max: reasonMax, description: 'It stands with the record', example: '发证机关已注销该证书' })
  reason: string;
}

export class SetRecordSharing {
  @Uuid() recordId: string;
  @Flag({ description: 'Whoever is signed in may find it, with the name and the union of the person' })
  shared: boolean;
}

/** The name comes from membership, through the gateway: nobody is found under a name that is not theirs. */
export class ShareRecord extends SetRecordSharing {
  @Text({ max: 100, description: "The caller's own name" }) name: string;
}

export class ListMyRecords extends PageRequest {
  @OneOf(recordKinds, { optional: true, name: 'RecordKind' }) kind?: RecordKind;
}

export class ListRecords extends ListMyRecords {
  @Uuid({ optional: true, description: 'About this person alone' }) personId?: string;
  @OneOf(recordStates, { optional: true, name: 'RecordState' }) state?: RecordState;
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
  @Flag({ optional: true, description: 'Those alone that are valid for another 60 days at most' })
  expiring?: boolean;
}

export class ListTalents extends ListMyRecords {
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
  @Uuid({ optional: true, description: 'Members of this union and of those below it' }) unionId?: string;
}

/** What whoever searches sees of a record whose person consents. */
export class TalentLine {
  @Uuid({ description: 'Of the record' }) id: string;
  @OneOf(recordKinds, { name: 'RecordKind' }) kind: RecordKind;
  @Text({ max: recordTitleMax }) title: string;
  @Text({ nullable: true, max: 100 }) issuer: string | null;
  @CalendarDate({ nullable: true }) issuedOn: string | null;
  @CalendarDate({ nullable: true }) validUntil: string | null;
  @Nested(() => RecordDetails) details: RecordDetails;
  @Text({ description: 'The name of the person, to which they have consented' }) name: string;
  @Text({ nullable: true, description: 'The union of which they are a member; null if of none' }) unionName:
    string | null;
}

export class RecordLine extends OmitType(TalentLine, ['name']) {
  @Whole() version: number;
  @OneOf(recordStates, { name: 'RecordState' }) state: RecordState;
  @Text({ description: 'The person, masked', example: '张*' }) personName: string;
  @Flag({ description: 'The person has entered it themselves' }) selfDeclared: boolean;
  @Flag({ description: 'The person lets others find it once it is verified' }) shared: boolean;
}

export class RecordActView {
  @OneOf(recordActs, { name: 'RecordAct' }) act: RecordAct;
}

export class RecordView extends OmitType(RecordLine, []) {
  @Flag({ description: 'It is about the caller' }) own: boolean;
  @Text({ nullable: true, max: 60 }) number: string | null;
  @Uuid({ nullable: true, description: 'For officers; null for the person' }) enteredBy: string | null;
  @Text({ nullable: true, description: 'Masked' }) enteredByName: string | null;
  @Text({ description: 'The union at which it was entered' }) enteredAtName: string;
  @Instant() enteredAt: string;
  @Uuid({ nullable: true, description: 'The course of the platform that was passed' }) courseId:
    string | null;
  @Uuid({ nullable: true, description: 'For officers; null for the person' }) verifiedBy: string | null;
  @Text({
    nullable: true,
    description:
      'Masked; who has found it right, another officer than has entered it. Null of a course that was passed here',
  })
  verifiedByName: string | null;
  @Instant({ nullable: true }) verifiedAt: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why it was refused or revoked' }) reason:
    string | null;
  @ListOf(() => RecordActView, { max: recordActs.length }) acts: RecordActView[];
}

const example = {
  kind: 'certificate',
  title: '法律职业资格证书',
  issuer: '司法部',
  issuedOn: '2024-03-01',
  validUntil: null,
  number: 'A20240001',
  details: {},
};
const acting = { tag: 'records', status: 200, ifMatch: true } as const;

export const recordContract = {
  enter: command('affairs.record.enter', EnterRecord, RecordView, {
    http: 'POST records',
    tag: 'records',
    summary:
      'Enters a record of the caller, or of a member whose officer they are; another officer verifies it',
    example,
  }),
  change: command('affairs.record.change', ChangeRecord, RecordView, {
    http: 'PUT records/:recordId',
    tag: 'records',
    summary: 'Changes a record that is not verified; one that was refused waits to be verified again',
    ifMatch: true,
    example,
  }),
  verify: command('affairs.record.verify', RecordId, RecordView, {
    ...acting,
    http: 'POST records/:recordId/verify',
    summary: 'Says that it is right: an officer of the person’s union or above who has not entered it',
  }),
  refuse: command('affairs.record.refuse', RefuseRecord, RecordView, {
    ...acting,
    http: 'POST records/:recordId/refuse',
    summary: 'Says that it is not right, and why; it can be changed then',
    example: { reason: '证书上的姓名与本人不符' },
  }),
  revoke: command('affairs.record.revoke', RevokeRecord, RecordView, {
    ...acting,
    http: 'POST records/:recordId/revoke',
    summary: 'Takes a verified record back for good; the reason stands with it',
    example: { reason: '发证机关已注销该证书' },
  }),
  share: command('affairs.record.share', ShareRecord, RecordView, {
    http: 'PUT records/:recordId/sharing',
    tag: 'records',
    summary: 'The person alone lets others find it under their name and union, or does not any more',
    ifMatch: true,
    example: { shared: true },
  }),
  get: query('affairs.record.get', RecordId, RecordView, {
    http: 'GET records/:recordId',
    tag: 'records',
    summary: 'A record of the caller’s own, or of a member whose officer they are',
  }),
  list: query('affairs.record.list', ListRecords, pageOf(RecordLine), {
    http: 'GET records',
    tag: 'records',
    summary: 'Records of the members of the unions whose officer the caller is, the newest first',
  }),
  listMine: query('affairs.record.list-mine', ListMyRecords, pageOf(RecordLine), {
    http: 'GET me/records',
    tag: 'records',
    summary: 'Records of the caller’s own, the newest first',
  }),
  listTalents: query('affairs.record.list-talents', ListTalents, pageOf(TalentLine), {
    http: 'GET talents',
    tag: 'records',
    summary: 'Verified records whose persons let others find them, the newest first',
  }),
};
