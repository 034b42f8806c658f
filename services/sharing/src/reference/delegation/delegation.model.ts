import type {
  DelegationSide,
  DelegationState,
} from '@gongxiang/contracts/sharing/activities/delegation.contract';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { DomainError, type Party, type PartyKind } from '@gongxiang/domain';
import type { DelegationRow } from './delegation.entity.js';

type Life = Pick<DelegationRow, 'validTo' | 'revokedAt'>;

/** @param now the clock at the use, and not when a session was opened: nothing outlasts the end */
export function delegationState({ validTo, revokedAt }: Life, now: Date): DelegationState {
  if (revokedAt !== null) return 'revoked';
  return validTo !== null && validTo <= now ? 'ended' : 'active';
}

/** When it came to its end; null while it is in force. */
export function endOf(row: Life, now: Date): Date | null {
  return delegationState(row, now) === 'ended' ? row.validTo : row.revokedAt;
}

export function revokedSide({
  revokedBy,
  personId,
}: Pick<DelegationRow, 'revokedBy' | 'personId'>): DelegationSide | null {
  if (revokedBy === null) return null;
  return revokedBy === personId ? 'holder' : 'granter';
}

/**
 * The matters of an activity: it by itself, and the name in which it is organised. Unions act through roles.
 */
export function mattersOf(activity: {
  readonly id: string;
  readonly organiserKind: PartyKind;
  readonly organiserId: string;
}): Matter[] {
  const { id, organiserKind, organiserId } = activity;
  return [{ kind: 'activity', id }, ...matterOf({ kind: organiserKind, id: organiserId })];
}

/** What is done in the name of a party, unless that is a union. */
export function matterOf({ kind, id }: Party): Matter[] {
  return kind === 'union' ? [] : [{ kind, id }];
}

interface Granting {
  readonly validTo: Date | null;
  readonly mayDelegate: boolean;
  /** To whom, and by whom. */
  readonly personId: string;
  readonly granterId: string;
  /** The delegation by which the granter may do so; null where that is a role, or the party themself. */
  readonly by: Life | null;
}

/**
 * Checks the terms of a new delegation. Representatives pass on no more than they hold.
 * @throws DomainError `DELEGATION_TO_ONESELF`, `DELEGATION_OVER`, `DELEGATION_BEYOND_OWN`
 */
export function checkGranting({ validTo, mayDelegate, personId, granterId, by }: Granting, now: Date): void {
  if (personId === granterId) throw new DomainError('DELEGATION_TO_ONESELF', { pointer: '/personId' });
  if (validTo !== null && validTo <= now) throw new DomainError('DELEGATION_OVER', { pointer: '/validTo' });
  if (by === null) return;
  if (mayDelegate) throw new DomainError('DELEGATION_BEYOND_OWN', { pointer: '/mayDelegate' });
  if (by.validTo !== null && (validTo === null || validTo > by.validTo))
    throw new DomainError('DELEGATION_BEYOND_OWN', { pointer: '/validTo' });
}
