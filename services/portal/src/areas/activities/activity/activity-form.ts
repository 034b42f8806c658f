import type { components } from '../../../api/schema.js';
import { defaultTimeZone, instantOf, localTimeOf } from '../../../i18n/format.js';
import type { NamedParty } from '../../../session/party-picker.js';

export type Activity = components['schemas']['ActivityView'];
type CreateActivity = components['schemas']['CreateActivityRequest'];
type EditActivity = components['schemas']['EditActivityBody'];

/** As it is typed: moments are what `datetime-local` shows, in `timeZone`. The names are those of the request. */
export interface ActivityForm {
  readonly organiser?: NamedParty;
  readonly title?: string;
  readonly description?: string;
  readonly kind?: Activity['kind'];
  readonly function?: Activity['function'];
  readonly business?: Activity['business'];
  readonly venue?: string;
  readonly resourceId?: string | undefined;
  readonly loanId?: string | undefined;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly timeZone?: string;
  readonly signUpOpensAt?: string;
  readonly signUpClosesAt?: string;
  readonly companionsMax?: string;
  readonly waitlistFairShareDays?: string;
}

const moments = ['startsAt', 'endsAt', 'signUpOpensAt', 'signUpClosesAt'] as const;
const clearable = ['description', 'venue', 'resourceId', 'loanId'] as const;
const fixed = ['title', 'kind', 'function', 'business'] as const;

/** The fields of the form, as `sortErrors` wants them. */
export const activityFields: readonly string[] = [
  'organiser',
  ...fixed,
  ...clearable,
  ...moments,
  'timeZone',
  'companionsMax',
  'waitlistFairShareDays',
];

export const emptyForm: ActivityForm = { timeZone: defaultTimeZone, companionsMax: '0' };

export function formOfActivity(activity: Activity): ActivityForm {
  const { timeZone } = activity;
  const local = (instant: string): string => localTimeOf(instant, timeZone);
  return {
    organiser: activity.organiser,
    title: activity.title,
    kind: activity.kind,
    function: activity.function,
    business: activity.business,
    timeZone,
    description: activity.description ?? '',
    venue: activity.venue ?? '',
    resourceId: activity.resourceId ?? undefined,
    loanId: activity.loanId ?? undefined,
    startsAt: local(activity.startsAt),
    endsAt: local(activity.endsAt),
    signUpOpensAt: local(activity.signUpOpensAt),
    signUpClosesAt: local(activity.signUpClosesAt),
    companionsMax: String(activity.companionsMax),
    waitlistFairShareDays: String(activity.waitlistFairShareDays ?? ''),
  };
}

/** Empty fields are not sent: the platform then says what is missing, or uses its default. */
export function createOf(form: ActivityForm): CreateActivity {
  const zone = form.timeZone ?? defaultTimeZone;
  const entries = [
    ['organiser', form.organiser && { kind: form.organiser.kind, id: form.organiser.id }],
    ...fixed.map((field) => [field, textOf(form[field])]),
    ...clearable.map((field) => [field, textOf(form[field])]),
    ...moments.map((field) => [field, form[field] ? instantOf(form[field], zone) : undefined]),
    ['timeZone', zone],
    ['companionsMax', numberOf(form.companionsMax)],
    ['waitlistFairShareDays', numberOf(form.waitlistFairShareDays)],
  ] as const;
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as CreateActivity;
}

/**
 * Only what the person has changed, so that changes by somebody else stay.
 * @param base what the form began with
 */
export function changesOf(form: ActivityForm, base: Activity): EditActivity {
  const before = formOfActivity(base);
  const zone = form.timeZone ?? base.timeZone;
  const isOther = (field: keyof ActivityForm): boolean => (form[field] ?? '') !== (before[field] ?? '');
  const movesZone = isOther('timeZone');
  const entries: (readonly [string, unknown])[] = [
    ...fixed.filter(isOther).map((field) => [field, textOf(form[field])] as const),
    ...clearable.filter(isOther).map((field) => [field, textOf(form[field]) ?? null] as const),
    ...moments
      .filter((field) => form[field] && (movesZone || isOther(field)))
      .map((field) => [field, instantOf(form[field] ?? '', zone)] as const),
    ...(movesZone ? [['timeZone', zone] as const] : []),
    ...(isOther('companionsMax') ? [['companionsMax', numberOf(form.companionsMax)] as const] : []),
    ...(isOther('waitlistFairShareDays')
      ? [['waitlistFairShareDays', numberOf(form.waitlistFairShareDays) ?? null] as const]
      : []),
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const compared = [
  ...fixed,
  ...clearable,
  ...moments,
  'timeZone',
  'companionsMax',
  'waitlistFairShareDays',
] as const;

/** The fields that somebody else has changed since the form was opened. */
export function changedMeanwhile(base: Activity, now: Activity): (typeof compared)[number][] {
  return compared.filter((field) => base[field] !== now[field]);
}

function textOf(text: string | undefined): string | undefined {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? undefined : trimmed;
}

function numberOf(text: string | undefined): number | undefined {
  return /^\d{1,4}$/.test((text ?? '').trim()) ? Number(text) : undefined;
}
