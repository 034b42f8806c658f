import type { MatterFollowUpView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceOutcomeDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { sameDayMonthsLater } from '../term.model.js';
import type { MatterRow } from './matter.entity.js';

type FollowUpDays = Pick<MatterRow, 'holdsUntil' | 'nextDueOn'>;
type FollowUp = FollowUpDays & Pick<MatterRow, 'followedUpAt'>;
type Outcome = Pick<ServiceOutcomeDto, 'id' | 'followUp'>;

/** Of a matter without a decision that holds until a day. */
export const nothingToFollow: FollowUp = { holdsUntil: null, nextDueOn: null, followedUpAt: null };

/**
 * Until when a decision holds and from which day on the next one is due: as many months before as its outcome says, on the same
 * day of the month or the last of a shorter one.
 * @param holdsUntil `YYYY-MM-DD`, as whoever decides has said
 * @param today `YYYY-MM-DD` in China
 * @throws DomainError `MATTER_HOLDS_UNTIL_MISSING`, `MATTER_HOLDS_UNTIL_UNUSED`, `MATTER_HOLDS_UNTIL_PAST`
 */
export function followUpOf(
  { followUp }: Pick<Outcome, 'followUp'>,
  holdsUntil: string | null,
  today: string,
): FollowUpDays {
  const refused = (code: string): DomainError => new DomainError(code, { pointer: '/holdsUntil' });
  if (!followUp) {
    if (holdsUntil !== null) throw refused('MATTER_HOLDS_UNTIL_UNUSED');
    return nothingToFollow;
  }
  if (holdsUntil === null) throw refused('MATTER_HOLDS_UNTIL_MISSING');
  if (holdsUntil <= today) throw refused('MATTER_HOLDS_UNTIL_PAST');
  return { holdsUntil, nextDueOn: sameDayMonthsLater(holdsUntil, -followUp.months) };
}

type Decided = Pick<MatterRow, 'state' | 'nextDueOn' | 'followedUpAt'>;

/** Whether what was decided ends one day, and nobody has said yet how it goes on. */
export function isToFollow({ state, nextDueOn, followedUpAt }: Decided): boolean {
  return (state === 'decided' || state === 'closed') && nextDueOn !== null && followedUpAt === null;
}

/** Whether the next one is due. */
export function isFollowUpDue(matter: Decided, now: Date): boolean {
  return isToFollow(matter) && matter.nextDueOn !== null && matter.nextDueOn <= shanghaiDate(now);
}

/** What is shown of it; null where what was decided does not end. */
export function followUpView(
  matter: Decided & Pick<MatterRow, 'outcome' | 'holdsUntil'>,
  outcomes: readonly Outcome[],
  now: Date,
): MatterFollowUpView | null {
  const { holdsUntil, nextDueOn, followedUpAt } = matter;
  if (holdsUntil === null || nextDueOn === null) return null;
  return {
    label: outcomes.find(({ id }) => id === matter.outcome)?.followUp?.label ?? '',
    holdsUntil,
    nextDueOn,
    due: isFollowUpDue(matter, now),
    followedUpAt: followedUpAt?.toISOString() ?? null,
  };
}
