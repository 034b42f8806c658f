import type { components } from '../../../api/schema.js';

export type AuditRecord = components['schemas']['AuditRecordView'];
export type Verdict = components['schemas']['AuditVerdictView'];

/** The kinds of things in the trail of each service. */
export const nounsOf = {
  membership: [
    'session',
    'person',
    'member',
    'member-import',
    'union',
    'role',
    'enterprise',
    'organisation',
    'club',
    'clubMember',
    'api-key',
    'entry-code',
    'intake',
    'dataBreach',
  ] as const,
  sharing: [
    'activity',
    'co-host',
    'agreement',
    'agreement-signature',
    'attendance',
    'registration',
    'pool',
    'seatCap',
    'eligibility',
    'signUpForm',
    'registrationAnswers',
    'noShow',
    'activity-series',
    'draw',
    'draw-entry',
    'message',
    'announcement',
    'question',
    'reminders',
    'activityPicture',
    'activityAttachment',
    'albumPicture',
    'queue',
    'queue-place',
    'reminder-wish',
    'resource',
    'resourceBlock',
    'grant',
    'loan',
    'need',
    'match',
    'calendar-feed',
    'relative',
  ] as const,
  settlement: [
    'costPool',
    'costItem',
    'entry',
    'confirmation',
    'dispute',
    'nettingRun',
    'payment',
    'matterPayment',
    'partyFreeze',
    'bankStatement',
    'fundRuleSet',
    'fundRuleOverride',
  ] as const,
  evaluation: [
    'survey',
    'survey-token',
    'survey-plan',
    'vote',
    'vote-token',
    'indicator-system',
    'weight-version',
    'judgement-round',
    'judge',
    'figure-import',
    'efficacy-survey',
    'tuning-job',
    'tuning-report',
    'score',
    'scoreBatch',
    'ranking',
    'ranking-appeal',
    'recognition',
    'recognitions',
  ] as const,
  notification: [] as const,
  affairs: [
    'service',
    'service-handler',
    'matter',
    'bulletin',
    'bulletinFile',
    'bulletinReview',
    'disclosureItem',
    'person-record',
    'works-call',
    'work',
    'work-score',
    'works-ballot',
    'circle',
    'circle-member',
    'circle-post',
    'course',
    'vacancy',
    'vacancy-interest',
    'listing-review',
    'occasion',
    'cover-audience',
    'benefit',
    'assignment',
    'assignment-part',
    'assignment-set',
  ] as const,
} as const;

export type Service = keyof typeof nounsOf;
export type Noun = (typeof nounsOf)[Service][number];
export const services = [
  'membership',
  'sharing',
  'settlement',
  'evaluation',
  'notification',
  'affairs',
] as const;

const verbs = [
  'create',
  'update',
  'edit',
  'change',
  'rename',
  'end',
  'activate',
  'grant',
  'revoke',
  'revokeGrant',
  'revokeAll',
  'commit',
  'undo',
  'close',
  'cancel',
  'withdraw',
  'submit',
  'publish',
  'propose',
  'decline',
  'approve',
  'accept',
  'block',
  'unblock',
  'sign',
  'send',
  'route',
  'answer',
  'reverse',
  'return',
  'request',
  'add-item',
  'add-picture',
  'add-attachment',
  'remove-item',
  'register',
  'registerGroup',
  'addCompanions',
  'refuse',
  'post',
  'issueToken',
  'invite',
  'handOver',
  'giveBack',
  'fail',
  'pay',
  'extend',
  'copy',
  'confirm',
  'confirm-sent',
  'confirm-received',
  'compute-shares',
  'compute',
  'checkIn',
  'acceptOffer',
  'promote',
  'add',
  'arrange',
  'restore',
  'archive',
  'unarchive',
  'join',
  'share',
  'verify',
  'admit',
  'score',
  'vote',
  'nameJurors',
  'report',
  'set',
  'remove',
  'appeal',
  'decide',
  'enter',
  'ask',
  'unask',
  'hide',
  'due',
  'heard',
  'release',
  'import',
  'confirm-line',
  'open',
  'write',
  'refer',
  'lift',
  'issue',
  'take',
  'assign',
  'forward',
  'note',
  'hold',
  'resume',
  'rate',
  'reopen',
  'reply',
] as const;
type Verb = (typeof verbs)[number];

export interface AuditFilters {
  readonly service: Service;
  readonly noun?: string;
  readonly subject?: string;
}

export function filtersOf(search: URLSearchParams): AuditFilters {
  const noun = search.get('noun')?.trim();
  const subject = search.get('subject')?.trim();
  return {
    service: services.find((one) => one === search.get('service')) ?? 'membership',
    ...(noun ? { noun } : {}),
    ...(subject ? { subject } : {}),
  };
}

/** The verb of an action such as `membership.union.rename`: its last word, as a code where the portal does not know it. */
export function verbOf(action: string): Verb | { readonly code: string } {
  const code = action.split('.').at(-1) ?? action;
  return verbs.find((verb) => verb === code) ?? { code };
}

/** The noun, where there is a text for it. */
export function knownNoun(noun: string): Noun | null {
  return services.flatMap((service): readonly Noun[] => nounsOf[service]).find((one) => one === noun) ?? null;
}

export interface Difference {
  readonly field: string;
  /** Null where the field is absent. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The changed fields; unchanged ones are left out. */
export function differencesOf({ before, after }: Pick<AuditRecord, 'before' | 'after'>): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((one) => one.before !== one.after);
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})/gi;

/** Shortens ids to their ends: long enough to distinguish two, short enough to read aloud. */
export function withShortIds(text: string): string {
  return text.replaceAll(idPattern, (_id, end: string) => `…${end.slice(-6)}`);
}

type BrokenPlace = { readonly seal: number } | { readonly record: string } | 'gone';

/** Parses the platform's answer about where the chain is broken: `seal 12`, `record 019…`. */
export function brokenPlaceOf(broken: string): BrokenPlace {
  const [kind, which = ''] = broken.split(' ');
  if (kind === 'seal') return { seal: Number(which) };
  return kind === 'record' ? { record: withShortIds(which) } : 'gone';
}
