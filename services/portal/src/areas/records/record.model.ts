import type { components } from '../../api/schema.js';

type Views = components['schemas'];
export type PersonRecord = Views['RecordView'];
export type RecordLine = Views['RecordLine'];
export type TalentLine = Views['TalentLine'];
export type RecordContent = Views['ChangeRecordBody'];
export type RecordDetails = Views['RecordDetails'];
export type RecordKind = RecordLine['kind'];
export type RecordState = RecordLine['state'];
export type RecordAct = PersonRecord['acts'][number]['act'];
export type HonourLevel = NonNullable<RecordDetails['honourLevel']>;
export type InsurancePayer = NonNullable<RecordDetails['payer']>;
export type RecordPost = NonNullable<RecordDetails['post']>;

export const recordKinds = [
  'honour',
  'skill',
  'certificate',
  'post',
  'course',
  'assessment',
  'insurance',
] as const satisfies readonly RecordKind[];
/** What officers alone say of others. */
const officersOnly: readonly RecordKind[] = ['assessment'];
/** What nobody is found by. */
const neverFound: readonly RecordKind[] = ['assessment', 'insurance'];
export const declaredKinds = recordKinds.filter((kind) => !officersOnly.includes(kind));
export const foundKinds = recordKinds.filter((kind) => !neverFound.includes(kind));
export const recordStates = [
  'entered',
  'verified',
  'refused',
  'revoked',
] as const satisfies readonly RecordState[];
export const honourLevels = [
  'national',
  'province',
  'city',
  'district',
  'enterprise',
] as const satisfies readonly HonourLevel[];
export const insurancePayers = [
  'person',
  'union',
  'employer',
  'shared',
] as const satisfies readonly InsurancePayer[];
export const recordPosts = ['volunteer', 'partTimeStaff'] as const satisfies readonly RecordPost[];

/** The filters of the lists; they stand in the address. */
export interface RecordFilters {
  readonly kind?: RecordKind;
  readonly state?: RecordState;
  readonly q?: string;
  readonly expiring?: true;
  readonly unionId?: string;
  readonly personId?: string;
}

export function recordFiltersOf(search: URLSearchParams): RecordFilters {
  const kind = recordKinds.find((one) => one === search.get('kind'));
  const state = recordStates.find((one) => one === search.get('state'));
  const q = search.get('q') ?? '';
  const unionId = search.get('unionId') ?? '';
  const personId = search.get('personId') ?? '';
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(q === '' ? {} : { q }),
    ...(search.get('expiring') === 'true' ? { expiring: true } : {}),
    ...(unionId === '' ? {} : { unionId }),
    ...(personId === '' ? {} : { personId }),
  };
}

/** Where the help of somebody is asked for: a need of the reader's, filled in, which their union reads. */
export function talentAddress({
  name,
  title,
  unionName,
}: Pick<TalentLine, 'name' | 'title' | 'unionName'>): string {
  const asked = { talent: name, skill: title, talentUnion: unionName ?? '' };
  return `/needs/new?${new URLSearchParams(asked).toString()}`;
}

export function may(record: PersonRecord, act: RecordAct): boolean {
  return record.acts.some((one) => one.act === act);
}

/** What is typed. */
export interface RecordValues {
  readonly kind: RecordKind;
  readonly title: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly validUntil?: string;
  readonly number?: string;
  readonly details?: {
    readonly honourLevel?: HonourLevel;
    readonly year?: string;
    readonly skillLevel?: string;
    readonly post?: RecordPost;
    readonly from?: string;
    readonly to?: string;
    readonly hours?: string;
    readonly result?: string;
    readonly payer?: InsurancePayer;
  };
}

export const newRecord: RecordValues = { kind: 'certificate', title: '' };

/** What each kind says beside its title, as the platform takes it. */
const fieldsOf: Readonly<Record<RecordKind, readonly (keyof RecordDetails)[]>> = {
  honour: ['honourLevel', 'year'],
  skill: ['skillLevel'],
  certificate: [],
  post: ['post', 'from', 'to', 'hours'],
  course: ['hours', 'result'],
  assessment: ['year', 'result'],
  insurance: ['from', 'payer'],
};
const numbered: readonly RecordKind[] = ['certificate', 'insurance'];

/** What is sent: of what was typed for another kind before, nothing. */
export function contentOf(values: RecordValues): RecordContent {
  const { kind, title, issuer, issuedOn, validUntil, number, details = {} } = values;
  const typed = {
    ...details,
    year: numberOf(details.year),
    hours: numberOf(details.hours),
  };
  const said = fieldsOf[kind].map((name) => [name, typed[name] ?? ''] as const);
  return {
    kind,
    title: title.trim(),
    issuer: textOf(issuer),
    issuedOn: textOf(issuedOn),
    validUntil: textOf(validUntil),
    number: numbered.includes(kind) ? textOf(number) : null,
    details: Object.fromEntries(said.filter(([, value]) => value !== '')),
  };
}

export function valuesOf(record: PersonRecord): RecordValues {
  const { kind, title, issuer, issuedOn, validUntil, number, details } = record;
  const { year, hours, ...words } = details;
  const texts = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null));
  return {
    kind,
    title,
    issuer: issuer ?? '',
    issuedOn: issuedOn ?? '',
    validUntil: validUntil ?? '',
    number: number ?? '',
    details: {
      ...texts,
      ...(year == null ? {} : { year: String(year) }),
      ...(hours == null ? {} : { hours: String(hours) }),
    },
  };
}

function textOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
}

function numberOf(typed: string | undefined): number | undefined {
  const text = typed?.trim() ?? '';
  return text === '' ? undefined : Number(text);
}
