import type { components } from '../../../api/schema.js';
import {
  answersOf,
  type SignUpFormView,
  type TypedAnswers,
  typedFrom,
} from '../sign-up-form/question.model.js';

export type RegistrationView = components['schemas']['RegistrationView'];
export type Activity = components['schemas']['ActivityView'];
type Pool = components['schemas']['PoolView'];
export type AgeBand = NonNullable<components['schemas']['CompanionView']['ageBand']>;

export const ageBands: readonly AgeBand[] = ['child0to2', 'child3to6', 'child7to13', 'youth14to17', 'adult'];

/** What a person has typed so far; each field may be missing. */
export interface SignUpForm {
  /** Absent where companions are not allowed. */
  readonly companions?: readonly { readonly name?: string; readonly ageBand?: AgeBand }[];
  readonly guardianConsent?: boolean;
  /** To the questions of the activity's form. */
  readonly answers?: TypedAnswers;
}

export interface SignUp {
  readonly companions: { name: string; ageBand: AgeBand | null }[];
  /** For the companions who are minors. */
  readonly guardianConsent: boolean;
  /** To the version of the form that was shown; absent where there are no questions. */
  readonly answers?: Record<string, unknown>;
  readonly formVersion?: number;
}

/** The fields of the form, as `sortErrors` wants them. */
export const signUpFields = ['companions', 'companions/*/name', 'companions/*/ageBand', 'guardianConsent'];

type ClosedReason = 'draft' | 'notOpenYet' | 'signUpClosed' | 'started' | 'ended' | 'cancelled';

/** Why nobody can sign up at this moment; null where one can. The platform decides. */
export function closedReason(activity: Activity, now: Date): ClosedReason | null {
  const { state, signUpOpensAt, signUpClosesAt, startsAt } = activity;
  if (state === 'draft' || state === 'cancelled') return state;
  if (state !== 'published') return 'ended';
  if (now < new Date(signUpOpensAt)) return 'notOpenYet';
  if (now >= new Date(startsAt)) return 'started';
  return now >= new Date(signUpClosesAt) ? 'signUpClosed' : null;
}

/** Is no seat left in any pool? Then whoever signs up waits. */
export function isFull(pools: readonly Pick<Pool, 'seats' | 'boundBy'>[]): boolean {
  return pools.length > 0 && pools.every(({ seats, boundBy }) => seats.free === 0 || boundBy?.free === 0);
}

/**
 * How many heads wait before whoever joins the waitlist now. Null where it is not known: of several pools the platform
 * chooses, and where those who came less often go first, one may stand before others.
 */
export function waitingAhead(
  pools: readonly { readonly seats: Pick<Pool['seats'], 'waiting'> }[],
  { waitlistFairShareDays }: Pick<Activity, 'waitlistFairShareDays'>,
): number | null {
  const [pool, ...others] = pools;
  return pool === undefined || others.length > 0 || waitlistFairShareDays !== null
    ? null
    : pool.seats.waiting;
}

/** Has it taken place? What is cancelled has not. */
export function isOver({ state, endsAt }: Activity, now: Date): boolean {
  return state === 'closing' || state === 'closed' || (state === 'published' && now >= new Date(endsAt));
}

/** Registrations can be cancelled until the activity begins. */
export function mayCancel(activity: Activity, now: Date): boolean {
  return activity.state === 'published' && now < new Date(activity.startsAt);
}

export function signUpOf(form: SignUpForm, asked?: SignUpFormView): SignUp {
  const heads = 1 + (form.companions ?? []).length;
  return {
    ...(asked === undefined
      ? {}
      : {
          answers: answersOf(asked.questions, form.answers ?? {}, heads),
          formVersion: asked.version,
        }),
    companions: (form.companions ?? []).map(({ name, ageBand }) => ({
      name: (name ?? '').trim(),
      ageBand: ageBand ?? null,
    })),
    guardianConsent: form.guardianConsent === true && hasMinor(form),
  };
}

/** Is one of the companions a minor? */
export function hasMinor(form: SignUpForm): boolean {
  return (form.companions ?? []).some((companion) => companion?.ageBand && companion.ageBand !== 'adult');
}

/** The form in a stored draft, as far as it is still valid; otherwise an empty form. */
export function formOf(draft: unknown): SignUpForm {
  const companions = (draft as { companions?: unknown } | null)?.companions;
  const answers = typedFrom(draft);
  const answered = Object.keys(answers).length === 0 ? {} : { answers };
  if (!Array.isArray(companions)) return { companions: [], ...answered };
  return {
    ...answered,
    companions: companions.map((companion: { name?: unknown; ageBand?: unknown } | null) => {
      const ageBand = ageBands.find((band) => band === companion?.ageBand);
      return {
        ...(typeof companion?.name === 'string' ? { name: companion.name } : {}),
        ...(ageBand === undefined ? {} : { ageBand }),
      };
    }),
  };
}
