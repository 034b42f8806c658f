import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { QueueTerms } from './use-queue.js';

export const perMinuteMax = 60_000;
const perMinuteDefault = 300;
const joiningDefaultMs = 30 * 60_000;

/** As it is typed: a moment is what `datetime-local` shows. The names are those of the request. */
export interface QueueForm {
  readonly joinFrom: string;
  readonly perMinute: string;
}

interface Planned {
  readonly timeZone: string;
  readonly signUpOpensAt: string;
  readonly queue: { readonly joinFrom: string; readonly perMinute: number } | null;
}

/** Initial values: the present settings, or half an hour before the opening. */
export function queueFormOf({ timeZone, signUpOpensAt, queue }: Planned): QueueForm {
  const halfAnHourBefore = new Date(Date.parse(signUpOpensAt) - joiningDefaultMs).toISOString();
  return {
    joinFrom: localTimeOf(queue?.joinFrom ?? halfAnHourBefore, timeZone),
    perMinute: String(queue?.perMinute ?? perMinuteDefault),
  };
}

/** The form shows minutes only: a time that was not edited is not sent, so that it keeps its seconds. */
export function queueOf(form: QueueForm, activity: Planned): QueueTerms {
  const perMinute = wholeNumberOf(form.perMinute, 1, perMinuteMax) ?? perMinuteDefault;
  const isKept = activity.queue !== null && form.joinFrom === queueFormOf(activity).joinFrom;
  return isKept ? { perMinute } : { perMinute, joinFrom: instantOf(form.joinFrom, activity.timeZone) };
}

export type SettingPhase = 'tooLate' | 'none' | 'ahead' | 'joining' | 'open';

/** What the organiser can do now. */
export function settingPhaseOf(
  { signUpOpensAt, queue }: Planned & { readonly queue: { readonly opensAt: string } | null },
  now: Date,
): SettingPhase {
  if (queue === null) return now < new Date(signUpOpensAt) ? 'none' : 'tooLate';
  if (now >= new Date(queue.opensAt)) return 'open';
  return now >= new Date(queue.joinFrom) ? 'joining' : 'ahead';
}
