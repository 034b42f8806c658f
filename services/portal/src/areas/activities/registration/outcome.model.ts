import type { components } from '../../../api/schema.js';

type MyRegistration = components['schemas']['MyRegistrationView'];

/** What became of a registration whose activity is over. Who came is known for certain once the activity is closed. */
export function outcomeOf({
  state,
  attended,
  activityState,
}: Pick<MyRegistration, 'state' | 'attended' | 'activityState'>):
  'attended' | 'missed' | 'over' | 'noSeat' | 'cancelled' | 'expired' {
  if (attended) return 'attended';
  if (state === 'cancelled' || state === 'expired') return state;
  if (state !== 'confirmed') return 'noSeat';
  return activityState === 'closed' ? 'missed' : 'over';
}
