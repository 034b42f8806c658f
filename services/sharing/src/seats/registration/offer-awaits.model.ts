import type { Await } from '@gongxiang/messaging/events';
import type { RegistrationRow } from './registration.entity.js';

type Offered = Pick<RegistrationRow, 'activityId' | 'personId' | 'state' | 'offerExpiresAt'>;

/** What is said of the activity. */
export interface OfferingActivity {
  readonly title: string | null;
  readonly timeZone: string;
}

/** Whom a registration waits for: an offered seat for its person, by name. */
export function awaitsOfOffer(
  { activityId, personId, state, offerExpiresAt }: Offered,
  activity: OfferingActivity,
): Await[] {
  if (state !== 'held' || offerExpiresAt === null) return [];
  const { title, timeZone } = activity;
  return [
    {
      kind: 'seatOffered',
      why: 'waited',
      personIds: [personId],
      about: { activityId },
      title,
      timeZone,
      values: { expiresAt: offerExpiresAt.toISOString() },
      // Whoever let one pass may be offered another.
      slot: String(offerExpiresAt.getTime()),
      dueAt: offerExpiresAt,
    },
  ];
}

/**
 * Whether an offer can still be accepted. A registration stays offered where it is of no use any more: of an activity that
 * is cancelled, and of a person who is inside.
 */
export function isAcceptable(
  { offerExpiresAt }: Pick<RegistrationRow, 'offerExpiresAt'>,
  activityState: string,
  now: Date,
): boolean {
  return activityState === 'published' && offerExpiresAt !== null && now < offerExpiresAt;
}
