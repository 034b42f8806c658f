import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { InterestStep } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { dayMs, DomainError, type Sex } from '@gongxiang/domain';

/** Days after the end in which people may still choose. */
const daysOpen = 7;
/** Days after that in which a match sees the other's profile. */
const retentionDays = 90;

/** Few, so that a yes means something and nobody says yes to everybody to find out who chose them. */
export const choicesMax = 5;

interface Held {
  readonly kind: ActivityKind;
  readonly state: ActivityState;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When choices end and are erased. */
export function choicesEndAt({ endsAt }: Pick<Held, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + daysOpen * dayMs);
}

/** Until when matches are stored: the same for a whole activity, so that it does not disclose when two matched. */
export function retainedUntil(activity: Pick<Held, 'endsAt'>): Date {
  return new Date(choicesEndAt(activity).getTime() + retentionDays * dayMs);
}

export function stepOf(activity: Held, now: Date): InterestStep {
  const { kind, state, startsAt } = activity;
  if (kind !== 'matchmaking' || state === 'draft' || state === 'cancelled') return 'notOffered';
  if (now < startsAt) return 'notBegun';
  return now < choicesEndAt(activity) ? 'open' : 'over';
}

const refusals: Readonly<Record<Exclude<InterestStep, 'open'>, string>> = {
  notOffered: 'INTEREST_NOT_OFFERED',
  notBegun: 'INTEREST_NOT_BEGUN',
  over: 'INTEREST_OVER',
};

/** @throws DomainError `INTEREST_NOT_OFFERED`, `INTEREST_NOT_BEGUN`, `INTEREST_OVER`, `INTEREST_NOT_THERE` */
export function requireStep(step: InterestStep, wasThere: boolean): void {
  if (step !== 'open') throw new DomainError(refusals[step]);
  if (!wasThere) throw new DomainError('INTEREST_NOT_THERE');
}

/** @throws DomainError `INTEREST_CHOICES_USED` */
export function requireChoiceLeft(chosen: number): void {
  if (chosen >= choicesMax) throw new DomainError('INTEREST_CHOICES_USED', { params: { max: choicesMax } });
}

/**
 * The people somebody may choose: the others or, with seats per sex, those of the other sex.
 * @param sexed whether the activity had seats for each sex
 */
export function othersFor<Person extends { readonly personId: string; readonly sex: Sex | null }>(
  people: readonly Person[],
  personId: string,
  sexed: boolean,
): Person[] {
  const own = people.find((one) => one.personId === personId)?.sex ?? null;
  const isOtherSex = ({ sex }: Person): boolean => own !== null && sex !== null && sex !== own;
  return people.filter((one) => one.personId !== personId && (!sexed || isOtherSex(one)));
}
