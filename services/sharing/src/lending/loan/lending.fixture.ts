import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { CreateGrantRequest, GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import {
  loanContract,
  type LoanView,
  type CreateLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  type CreateResourceRequest,
  resourceContract,
  type ResourceView,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { Actor, CallContext } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, startSharing } from '../../sharing.fixture.js';

/** A lending union, two that borrow, and one uninvolved. */
export interface Lending {
  readonly sharing: ServiceFixture;
  readonly owner: UnionState;
  readonly borrower: UnionState;
  readonly other: UnionState;
  readonly ownerOfficer: Actor;
  readonly borrowerOfficer: Actor;
  readonly otherOfficer: Actor;
  readonly member: Actor;
}

export async function startLending(options: { readonly replicas?: number } = {}): Promise<Lending> {
  const sharing = await startSharing(options);
  const owner = await knownUnion(sharing, '1.1.', 'large');
  const borrower = await knownUnion(sharing, '1.2.', 'small');
  const other = await knownUnion(sharing, '1.3.', 'large');
  return {
    sharing,
    owner,
    borrower,
    other,
    ownerOfficer: officerOf(owner),
    borrowerOfficer: officerOf(borrower),
    otherOfficer: officerOf(other),
    member: actorWith({ unionId: borrower.id, unionPath: borrower.path }),
  };
}

export function officerOf(union: UnionState): Actor {
  const { id, path } = union;
  return actorWith({ unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

/** A time on a day of December 2026 in China. */
export function at(day: number, time: string): string {
  return `2026-12-${String(day).padStart(2, '0')}T${time}:00+08:00`;
}

/** A venue of the lending union. */
export function hall(lending: Lending, changes: Partial<CreateResourceRequest> = {}): Promise<ResourceView> {
  return lending.sharing.ask(
    resourceContract.create,
    {
      owner: { kind: 'union', id: lending.owner.id },
      title: '多功能厅',
      function: 'facility',
      businesses: ['culture'],
      ...changes,
    },
    lending.ownerOfficer,
  );
}

/** A right for everybody and the whole winter, approved automatically unless stated otherwise. */
export function grantFor(
  lending: Lending,
  resourceId: string,
  changes: Partial<CreateGrantRequest> = {},
  actor: Actor = lending.ownerOfficer,
): Promise<GrantView> {
  return lending.sharing.ask(
    resourceContract.grant,
    {
      resourceId,
      to: { kind: 'everyone' },
      from: at(1, '00:00'),
      until: '2027-03-01T00:00:00+08:00',
      approval: 'automatic',
      price: { kind: 'free' },
      ...changes,
    },
    actor,
  );
}

/** A request by the borrower's officer, from 10:00 to 12:00 on the 1st unless stated otherwise. */
export function borrow(
  lending: Lending,
  resourceId: string,
  changes: Partial<CreateLoanRequest> = {},
  actor: Actor = lending.borrowerOfficer,
  call: Partial<CallContext> = {},
): Promise<LoanView> {
  return lending.sharing.ask(
    loanContract.request,
    {
      borrowerUnionId: lending.borrower.id,
      resourceId,
      startsAt: at(1, '10:00'),
      endsAt: at(1, '12:00'),
      purpose: '职工运动会',
      ...changes,
    },
    actor,
    call,
  );
}
