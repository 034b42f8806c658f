import type { InvitationState } from '@gongxiang/contracts/membership/joining/invitation.contract';
import { dayMs, DomainError } from '@gongxiang/domain';
import type { InvitationRow } from './invitation.entity.js';

/** Days for which an invitation is valid at most. */
const invitationDaysMax = 90;

type Life = Pick<InvitationRow, 'revokedAt' | 'expiresAt' | 'uses' | 'usesMax'>;

export function stateOf({ revokedAt, expiresAt, uses, usesMax }: Life, now: Date): InvitationState {
  if (revokedAt !== null) return 'revoked';
  if (uses >= usesMax) return 'used';
  return expiresAt <= now ? 'expired' : 'open';
}

/** @throws DomainError `INVITATION_ENDED` */
export function requireOpen(invitation: Life, now: Date): void {
  if (stateOf(invitation, now) !== 'open') throw new DomainError('INVITATION_ENDED');
}

/** @throws DomainError `INVITATION_EXPIRY` */
export function checkExpiry(expiresAt: Date, now: Date): Date {
  const latest = now.getTime() + invitationDaysMax * dayMs;
  if (expiresAt <= now || expiresAt.getTime() > latest)
    throw new DomainError('INVITATION_EXPIRY', { pointer: '/expiresAt', params: { max: invitationDaysMax } });
  return expiresAt;
}

/** What a text message leads to: the whole address, or what to add to that of the portal where the service does not know it. */
export function linkOf(publicUrl: string | undefined, token: string): string {
  return `${(publicUrl ?? '').replace(/\/$/, '')}/join/${token}`;
}
