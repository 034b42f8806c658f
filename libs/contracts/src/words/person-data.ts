import { NoRequest, query } from '../core/contract.js';
import { CalendarDate, Instant, ListOf, OneOf, Text, Whole } from '../core/fields.js';
import type { MergeService } from './person-merge.js';

/** What the platform keeps of people, in words that they understand. */
export const dataKinds = [
  'record',
  'memberships',
  'employments',
  'groups',
  'clubs',
  'offices',
  'dues',
  'cards',
  'intake',
  'matters',
  'bulletins',
  'records',
  'works',
  'vacancies',
  'circles',
  'consents',
  'corrections',
  'transfers',
  'erasures',
  'exports',
  'looks',
  'signIn',
  'registrations',
  'draws',
  'coupons',
  'attendance',
  'noShows',
  'letters',
  'questions',
  'album',
  'loans',
  'resources',
  'needs',
  'activities',
  'notices',
  'calendar',
  'bills',
  'accounts',
  'objections',
  'surveys',
  'appeals',
] as const;
export type DataKind = (typeof dataKinds)[number];

/** Why it is kept. */
export const dataReasons = ['membership', 'law', 'takingPart', 'lending', 'consent', 'security'] as const;
export type DataReason = (typeof dataReasons)[number];

/** Until when: as long as the person has a record, for the period of the law, while it is in use, or a year. */
export const dataTerms = ['withRecord', 'byLaw', 'whileUsed', 'oneYear'] as const;
export type DataTerm = (typeof dataTerms)[number];

/** What is kept of one kind. Answers of surveys are never among it: nobody can tell whose they are. */
export class KeptDataCount {
  @OneOf(dataKinds, { name: 'DataKind' }) kind: DataKind;
  @Whole({ description: 'Entries' }) count: number;
  @OneOf(dataReasons, { name: 'DataReason', description: 'Why it is kept' }) reason: DataReason;
  @OneOf(dataTerms, { name: 'DataTerm', description: 'Until when it is kept' }) term: DataTerm;
}

export class KeptDataView {
  @ListOf(() => KeptDataCount, { max: dataKinds.length }) items: KeptDataCount[];
}

/**
 * What of a person somebody was shown: `record` is the name with what stands beside it in lists, `answers` what they
 * filled in to take part, and `formFor…` their registration form with the whole number, and for what it was printed.
 */
export const lookKinds = [
  'record',
  'correction',
  'merge',
  'intake',
  'answers',
  'matter',
  'personRecord',
  'work',
  'vacancyInterest',
  'occasion',
  'formForAdmission',
  'formForMoving',
  'formForFiling',
  'formForInspection',
] as const;
export type LookKind = (typeof lookKinds)[number];

/** The newest that are shown of one service. */
export const looksMax = 200;

export class LookView {
  @CalendarDate() day: string;
  @OneOf(lookKinds, { name: 'LookKind' }) what: LookKind;
  @Text({ nullable: true, description: 'Who it was, masked; null if no longer known' }) viewerName:
    string | null;
  @Text({ nullable: true, description: 'The union of which they are a member' }) unionName: string | null;
}

export class LooksView {
  @ListOf(() => LookView, { max: looksMax, description: 'The newest first; one a day, person and kind' })
  looks: LookView[];
}

/** The largest page of an export in characters, of which few are as long. */
const pageLengthMax = 4_000_000;

export class ExportPageRequest {
  @Text({ optional: true, max: 300, description: '`next` of the page before' }) after?: string;
}

export class ExportPart {
  @OneOf(dataKinds, { name: 'DataKind' }) kind: DataKind;
  @Text({ max: pageLengthMax, description: 'A list of rows, as JSON' }) rows: string;
}

export class ExportPageView {
  @ListOf(() => ExportPart, { max: 150 }) parts: ExportPart[];
  @Text({ max: 300, nullable: true, description: 'Where the next page begins; null after the last' }) next:
    string | null;
}

/** A file that the caller has uploaded, and where the gateway finds it: between the services alone. */
export class ExportedFile {
  @OneOf(dataKinds, { name: 'DataKind' }) kind: DataKind;
  @Text() fileKey: string;
  @Text({ nullable: true, description: 'SHA-256 of what is stored, in hex' }) sha256: string | null;
  @Text({ nullable: true, description: 'What opens it; null of a file that is not sealed' }) opening:
    string | null;
  @Text({ nullable: true, max: 500, description: 'As the caller named it' }) name: string | null;
  @Text({ nullable: true, max: 500, description: 'What it belongs to' }) about: string | null;
  @Whole({ nullable: true, description: 'In bytes, opened; null where it is not known' }) size: number | null;
  @Instant({ nullable: true }) at: string | null;
}

export class ExportedFilesView {
  @ListOf(() => ExportedFile, { max: 150 }) files: ExportedFile[];
  @Text({ max: 300, nullable: true, description: 'Where the next page begins; null after the last' }) next:
    string | null;
}

/** What one service keeps of the caller; only the gateway asks it, and all of them. */
export function personDataContract(service: MergeService) {
  return {
    count: query(`${service}.person-data.count`, NoRequest, KeptDataView),
    page: query(`${service}.person-data.page`, ExportPageRequest, ExportPageView),
    files: query(`${service}.person-data.files`, ExportPageRequest, ExportedFilesView),
    looks: query(`${service}.person-data.looks`, NoRequest, LooksView),
  };
}
