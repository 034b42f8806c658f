import type { CreateLoanRequest } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { BorrowingKind } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { newId, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ResourceRow } from '../resource/resource.entity.js';
import { acceptedConditions } from '../resource/resource.model.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { decisionDeadline } from './loan.model.js';

/** The party in whose name a loan is requested, and who of it has asked its union for it. */
export interface InNameOf {
  readonly partyKind: BorrowingKind;
  readonly partyId: string;
  readonly partyName: string;
  readonly askedBy: string;
}

/** The loan created by a request: approved at once, or waiting for the custodian until its deadline. */
export function newLoan(
  tx: Transaction,
  request: CreateLoanRequest,
  {
    resource,
    right,
    period,
    inNameOf,
  }: { resource: ResourceRow; right: Right | null; period: Period; inNameOf?: InNameOf | undefined },
): LoanRow {
  const mustWait = right?.approval === 'custodian' && !request.overrideReason;
  return {
    id: newId(),
    version: 1,
    resourceId: resource.id,
    function: resource.function,
    ownerUnionId: resource.ownerUnionId,
    borrowerUnionId: request.borrowerUnionId,
    ...askedFor(tx, inNameOf),
    state: mustWait ? 'requested' : 'approved',
    startsAt: period.start,
    endsAt: period.end,
    purpose: request.purpose,
    quantity: request.quantity ?? 1,
    ...servedBy(request),
    ...agreedOf(right, period),
    business: request.business ?? null,
    decideBy: mustWait ? decisionDeadline(tx.now, period.start, right.decideWithinHours) : null,
    onSilence: mustWait ? right.onSilence : null,
    conditionsVersion: null,
    reasonCode: null,
    reason: null,
    overrideReason: request.overrideReason ?? null,
    requestedAt: mustWait ? tx.now : null,
    decidedAt: null,
    handedOverAt: null,
    returnedAt: null,
    closedAt: null,
    heldUntil: null,
    createdAt: tx.now,
    requesterLeft: false,
  };
}

/** Who has asked for it, and in whose name. */
function askedFor(
  tx: Transaction,
  inNameOf: InNameOf | undefined,
): Pick<LoanRow, 'requestedBy' | 'partyKind' | 'partyId' | 'partyName'> {
  if (inNameOf === undefined)
    return { requestedBy: tx.personId, partyKind: null, partyId: null, partyName: null };
  const { askedBy: requestedBy, ...party } = inNameOf;
  return { requestedBy, ...party };
}

/** The purpose of the loan. */
function servedBy({ activityId, needId }: CreateLoanRequest): Pick<LoanRow, 'activityId' | 'needId'> {
  return { activityId: activityId ?? null, needId: needId ?? null };
}

/**
 * A union that lends to itself agrees with nobody, and an owner who enters a loan accepts nothing in the borrower's
 * name.
 */
export function conditionsOf(
  request: Pick<CreateLoanRequest, 'borrowerUnionId' | 'overrideReason' | 'conditionsVersion'>,
  resource: ResourceRow,
): number | null {
  if (request.borrowerUnionId === resource.ownerUnionId || request.overrideReason) return null;
  return acceptedConditions(resource.conditionsVersion, request.conditionsVersion);
}
