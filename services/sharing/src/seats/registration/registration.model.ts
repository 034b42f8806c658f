import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { DomainError } from '@gongxiang/domain';

/** Whether the person has a seat or waits for one. A finished registration can be revived by a new sign-up. */
export function isActive(state: RegistrationState): boolean {
  return state !== 'cancelled' && state !== 'expired';
}

interface Offered {
  readonly state: RegistrationState;
  readonly offerExpiresAt: Date | null;
}

/**
 * An offer can be accepted until its deadline, whether or not the seat was reassigned already.
 * @throws DomainError `REGISTRATION_CANCELLED`, `OFFER_EXPIRED`, `OFFER_MISSING`
 */
export function requireOffer({ state, offerExpiresAt }: Offered, now: Date): void {
  if (state === 'cancelled') throw new DomainError('REGISTRATION_CANCELLED');
  if (offerExpiresAt === null) throw new DomainError('OFFER_MISSING');
  if (state === 'expired' || now >= offerExpiresAt)
    throw new DomainError('OFFER_EXPIRED', { params: { expiredAt: offerExpiresAt.toISOString() } });
}

/** @throws DomainError `REGISTRATION_CANCELLED`, `OFFER_EXPIRED`: it is over */
export function requireActive({ state, offerExpiresAt }: Offered): void {
  if (state === 'cancelled') throw new DomainError('REGISTRATION_CANCELLED');
  if (state === 'expired')
    throw new DomainError('OFFER_EXPIRED', { params: { expiredAt: offerExpiresAt?.toISOString() ?? '' } });
}
