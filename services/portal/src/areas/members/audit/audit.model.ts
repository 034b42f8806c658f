import type { components } from '../../../api/schema.js';

export type AuditRecord = components['schemas']['AuditRecordView'];
export type Verdict = components['schemas']['AuditVerdictView'];

/** What every service does with its messages and its keys. */
const everyService = ['deadLetter', 'data-key'] as const;

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
    'application',
    'card',
    'cardIssuer',
    'consent',
    'consentText',
    'contactPoint',
    'correction',
    'data-export',
    'dues',
    'duesPayment',
    'duesRule',
    'lapseWarning',
    'employment',
    'erasure',
    'group',
    'groupMember',
    'joinInvitation',
    'joiningPolicy',
    'linked-account',
    'memberMerge',
    'passkey',
    'pending-change',
    'phone-change',
    'roster-entries',
    'second-factor',
    'sign-in-policy',
    'totp',
    'transfer',
    'committeeElection',
    'unionClosing',
    'unionFounding',
    'unionTransfer',
    ...everyService,
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
    'activityTask',
    'attendanceCorrection',
    'brand',
    'brandAdoptionRequest',
    'coupon',
    'coupons',
    'delegation',
    'door-link',
    'extensionRequest',
    'give-away',
    'handover',
    'handoverPicture',
    'lendingRule',
    'letter',
    'letterTemplate',
    'letters',
    'loanDamage',
    'loanHold',
    'loanSeries',
    'loanWait',
    'partyLoan',
    'maintenancePlan',
    'maintenanceTask',
    'mandate',
    'mandate-use',
    'openingHours',
    'overdueRule',
    'piece',
    'redeeming-point',
    'resourceAttributes',
    'resourceConditions',
    'resourceCustodian',
    'resourceDocument',
    'resourcePicture',
    'wordGroup',
    ...everyService,
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
    'accountClosure',
    'amountLimit',
    'budget',
    'disclosure',
    'factCheck',
    'ledgerPeriod',
    'overdraftRule',
    'payeeAccount',
    'plannedItem',
    'reconciliation',
    'refund',
    'selfPayment',
    'subsidy',
    'subsidyApplication',
    'subsidyObjection',
    'subsidyProgramme',
    'voucherSubjects',
    ...everyService,
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
    ...everyService,
  ] as const,
  notification: everyService,
  affairs: [
    'service',
    'service-handler',
    'matter',
    'bulletin',
    'bulletinComment',
    'bulletinFile',
    'bulletinReview',
    'disclosureItem',
    'person-record',
    'visit',
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
    'hardship-kind',
    'benefit',
    'assignment',
    'assignment-part',
    'assignment-set',
    ...everyService,
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
  'give',
  'remind',
  'receive',
  'save',
  'ask-delay',
  'decide-delay',
  'send-back',
  'sendBack',
  'judge',
  'decide-appeal',
  'refuse-appeal',
  'follow-up',
  'follow-union',
  'leave-union',
  'follow-kind',
  'leave-kind',
  'correct',
  'meet',
  'unlink',
  'comment',
  'show',
  'pin',
  'unpin',
  'dismiss-reports',
  'leave',
  'name-moderator',
  'end-moderator',
  'report-vacancy',
  'report-benefit',
  'fill',
  'state',
  'take-back',
  'add-colleague',
  'remove-colleague',
  'send-anonymously',
  'classify',
  'status',
  'reply-by-code',
  'rate-by-code',
  'reopen-by-code',
  'skip',
  'tell',
  'name',
  'begin',
  'read-lesson',
  'begin-attempt',
  'hand-in',
  'add-file',
  'name-jurors',
  'revise',
  'takeToken',
  'submitPooled',
  'draft',
  'review',
  'retire',
  'renew',
  'weigh',
  'call',
  'cast',
  'start',
  'finish',
  'challenge',
  'sign-in',
  'complete',
  'refresh',
  'setRule',
  'setMonthly',
  'payAll',
  'request-code',
  'file',
  'refile',
  'record-election',
  'send-messages',
  'apply',
  'add-member',
  'end-member',
  'choose-leaving',
  'retain',
  'make-full',
  'stop',
  'put',
  'agree',
  'object',
  'publishText',
  'record',
  'set-end',
  'hand-up',
  'addPush',
  'addMail',
  'addPhone',
  'addWecom',
  'addWebhook',
  'addWechat',
  'returnWechat',
  'prove',
  'test',
  'read',
  'readAll',
  'map-subjects',
  'repeat',
  'discard',
  'adopt',
  'amend',
  'accept-report',
  'return-report',
  'claw-back',
  'set-amount-limit',
  'set-overdraft-rule',
  'reconcile',
  'drop',
  'counter',
  'bind',
  'takePart',
  'choose',
  'undoRevocation',
  'dispute',
  'addPicture',
  'claim',
  'move',
  'reschedule',
  'reinstate',
  'sponsor',
  'createPoint',
  'revokePoint',
  'redeem',
  'hand-over',
  'add-person',
  'remove-person',
  'add-recording',
  'name-moderators',
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

/** What the thing calls itself, where the trail has kept that: a union its name, an activity its title. */
export function subjectNameOf({ before, after }: Pick<AuditRecord, 'before' | 'after'>): string | null {
  const kept = { ...before, ...after };
  const name = [kept['name'], kept['title']].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof name === 'string' ? name : null;
}

/** Whom it concerns: the person of a membership, of a session, of a role. */
export function personIdOf({ before, after }: Pick<AuditRecord, 'before' | 'after'>): string | null {
  const { personId } = { ...before, ...after } as { readonly personId?: unknown };
  return typeof personId === 'string' ? personId : null;
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})/gi;

/** Shortens ids to their ends: long enough to distinguish two, short enough to read aloud. */
export function withShortIds(text: string): string {
  return text.replaceAll(idPattern, (_id, end: string) => `…${end.slice(-6)}`);
}

type ValueKind = 'instant' | 'day' | 'fen' | 'flag' | 'id' | 'text';

const valuePatterns: readonly (readonly [ValueKind, RegExp])[] = [
  ['instant', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/],
  ['day', /^\d{4}-\d\d-\d\d$/],
  ['flag', /^(true|false)$/],
  ['id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
];

/** How a kept value is to be read; sums are kept in whole fen, and their fields say so. */
export function valueKindOf(field: string, value: string): ValueKind {
  if (/Fen$/.test(field) && /^-?\d+$/.test(value)) return 'fen';
  return valuePatterns.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

type BrokenPlace = { readonly seal: number } | { readonly record: string } | 'gone';

/** Parses the platform's answer about where the chain is broken: `seal 12`, `record 019…`. */
export function brokenPlaceOf(broken: string): BrokenPlace {
  const [kind, which = ''] = broken.split(' ');
  if (kind === 'seal') return { seal: Number(which) };
  return kind === 'record' ? { record: withShortIds(which) } : 'gone';
}
