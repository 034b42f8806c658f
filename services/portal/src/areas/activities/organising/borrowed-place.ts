import type { components } from '../../../api/schema.js';
import { localTimeOf } from '../../../i18n/format.js';
import type { ActivityForm } from '../activity/activity-form.js';

type Resource = components['schemas']['ResourceView'];
type Lent = Pick<components['schemas']['LoanView'], 'startsAt' | 'endsAt'>;

interface BorrowedPlace {
  readonly loan: Lent;
  readonly resource: Pick<Resource, 'id' | 'title' | 'district' | 'place'>;
}

/** A place where people meet: it says how many it holds, which things and documents do not. */
export function isVenue({
  function: kind,
  counting,
  capacity,
}: Pick<Resource, 'function' | 'counting' | 'capacity'>): boolean {
  return kind === 'facility' && counting === 'one' && capacity !== null;
}

type Filled = Required<Pick<ActivityForm, 'startsAt' | 'endsAt' | 'venue'>>;

/** Place and times as the loan says them. What was typed stays; what another loan had filled in does not. */
export function filledFrom(
  place: BorrowedPlace,
  typed: ActivityForm,
  before: BorrowedPlace | undefined,
): Partial<ActivityForm> {
  const [next, last] = [wordsOf(place, typed), before === undefined ? null : wordsOf(before, typed)];
  const fields = ['startsAt', 'endsAt', 'venue'] as const;
  const open = fields.filter((field) => !typed[field] || typed[field] === last?.[field]);
  return {
    resourceId: place.resource.id,
    ...Object.fromEntries(open.map((field) => [field, next[field]])),
  };
}

function wordsOf({ loan, resource }: BorrowedPlace, { timeZone }: ActivityForm): Filled {
  const address = [resource.district, resource.place].filter((part) => part !== null).join(' ');
  return {
    startsAt: localTimeOf(loan.startsAt, timeZone),
    endsAt: localTimeOf(loan.endsAt, timeZone),
    venue: [resource.title, address].filter((part) => part !== '').join(' · '),
  };
}
