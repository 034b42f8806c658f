import type { PartyLoanState } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officesAt, without } from '../../reference/whom.model.js';
import type { PartyLoanRow } from './party-loan.entity.js';

/** What a party has open with its union at a time: a wish list would hide what somebody needs. */
export const openPartyLoansMax = 5;

/** @param open how many of the party wait already. @throws DomainError `PARTY_LOANS_TOO_MANY` */
export function requireRoom(open: number): void {
  if (open >= openPartyLoansMax)
    throw new DomainError('PARTY_LOANS_TOO_MANY', { params: { max: openPartyLoansMax } });
}

/** It is answered, withdrawn or lapses once. @throws DomainError `ILLEGAL_TRANSITION` */
export function requireWaiting(from: PartyLoanState, to: PartyLoanState): void {
  if (from !== 'waiting') throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

/** Whoever asks does not stand for it as well. @throws DomainError `PARTY_LOAN_OWN` */
export function requireOther(requestedBy: string, decidedBy: string): void {
  if (requestedBy === decidedBy) throw new DomainError('PARTY_LOAN_OWN');
}

type Asked = Pick<PartyLoanRow, 'id' | 'state' | 'unionId' | 'partyName' | 'requestedBy' | 'startsAt'>;

/** Whom it waits for, but for whoever has asked. @param rule who may borrow for the union */
export function awaitsOfPartyLoan(row: Asked, title: string | null, rule: ActionRule): Await[] {
  const { id: partyLoanId, state, unionId, partyName, requestedBy, startsAt } = row;
  if (state !== 'waiting') return [];
  return [
    {
      ...without(officesAt([unionId], rule), [requestedBy]),
      kind: 'partyLoanAsked',
      why: 'standsForParty',
      about: { partyLoanId },
      title,
      values: { partyName, startsAt: startsAt.toISOString() },
      dueAt: startsAt,
    },
  ];
}
