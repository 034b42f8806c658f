import type { DoorLinkState } from '@gongxiang/contracts/sharing/attendance/door-link.contract';
import { DomainError } from '@gongxiang/domain';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { DoorLinkRow } from './door-link.entity.js';

const hourMs = 3_600_000;
/** Doors are tidied up after the activity, and phones send what they have kept. */
const usualHoursAfterEnd = 6;
/** The roster on a phone is valid for no longer. */
const hoursAfterEndMax = 24;

type Life = Pick<DoorLinkRow, 'revokedAt' | 'expiresAt' | 'deviceHash'>;

/** A link ends with its activity, whatever its own end is. */
export function stateOf(
  { revokedAt, expiresAt, deviceHash }: Life,
  activity: Pick<ActivityRow, 'state'>,
  now: Date,
): DoorLinkState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now || activity.state !== 'published') return 'ended';
  return deviceHash === null ? 'open' : 'bound';
}

/** @throws DomainError `DOOR_LINK_REVOKED`, `DOOR_LINK_ENDED` */
export function requireUsable(link: Life, activity: Pick<ActivityRow, 'state'>, now: Date): void {
  const state = stateOf(link, activity, now);
  if (state === 'revoked') throw new DomainError('DOOR_LINK_REVOKED');
  if (state === 'ended') throw new DomainError('DOOR_LINK_ENDED');
}

/**
 * Whether this phone is bound already. A phone whose answer was lost asks again with the same secret.
 * @throws DomainError `DOOR_LINK_BOUND` for any other phone
 */
export function isBoundTo(
  { deviceHash: bound }: Pick<DoorLinkRow, 'deviceHash'>,
  deviceHash: string,
): boolean {
  if (bound !== null && bound !== deviceHash) throw new DomainError('DOOR_LINK_BOUND');
  return bound !== null;
}

/** When a link ends, where nothing is wished six hours after the activity. @throws DomainError `DOOR_LINK_EXPIRY` */
export function expiryOf(
  wished: string | null | undefined,
  { endsAt }: Pick<ActivityRow, 'endsAt'>,
  now: Date,
): Date {
  const after = (hours: number): Date => new Date(endsAt.getTime() + hours * hourMs);
  const expiresAt = wished ? new Date(wished) : after(usualHoursAfterEnd);
  if (expiresAt <= now || expiresAt > after(hoursAfterEndMax))
    throw new DomainError('DOOR_LINK_EXPIRY', { pointer: '/expiresAt', params: { max: hoursAfterEndMax } });
  return expiresAt;
}
