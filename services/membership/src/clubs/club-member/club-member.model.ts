import type { ClubMemberState } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import type { ClubMemberRow } from './club-member.entity.js';

type Term = Omit<ClubMemberRow, 'id' | 'createdAt'>;

/** The term of a person who joins a club, or comes back; null if they are a member already. */
export function joined(
  before: Term | null,
  key: Pick<Term, 'clubId' | 'personId'>,
  day: string,
): Term | null {
  if (before?.validTo === null) return null;
  const version = (before?.version ?? 0) + 1;
  return { ...key, version, validFrom: day, validTo: null, endReason: null, endedBy: null };
}

/**
 * Removing another person requires a reason.
 * @throws DomainError `REASON_REQUIRED`; `ILLEGAL_TRANSITION` if they have left already
 */
export function requireEnd(
  { validTo, personId }: Pick<Term, 'validTo' | 'personId'>,
  by: { readonly personId: string; readonly reason: string | null },
): void {
  if (validTo !== null) throw new DomainError('ILLEGAL_TRANSITION');
  if (by.personId !== personId && by.reason === null)
    throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
}

/** The published state, which is also audited. */
export function clubMemberStateOf(row: Term): ClubMemberState & Record<string, unknown> {
  const { clubId, personId, version, validFrom, validTo } = row;
  return { clubId, personId, version, validFrom, validTo };
}
