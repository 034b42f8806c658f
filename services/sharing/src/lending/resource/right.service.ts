import { Injectable } from '@nestjs/common';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { endOfTime } from './civil-time.model.js';
import { GrantRepository } from './grant.repository.js';
import { firstLeft, isLimited, quotaUsed } from './quota.model.js';
import type { ResourceRow } from './resource.entity.js';
import { type Borrower, findRights, type Right, rightsNow } from './right.model.js';
import { type UseOf, UsageRepository } from './usage.repository.js';

/** The facts of a loan beyond its borrower and time. */
export interface Asked {
  readonly business?: UnionBusiness | null;
  /** The quantity, if it is counted; 1 if absent. */
  readonly quantity?: number;
  /** The loan being approved, extended or moved: it does not count against its own quota. */
  readonly loanId?: string;
}

/**
 * Finds the right by which a union may borrow; the caller holds the lock of the resource, so that no quota is used
 * twice.
 */
@Injectable()
export class RightService {
  constructor(
    private readonly grants: GrantRepository,
    private readonly usage: UsageRepository,
  ) {}

  /**
   * Of those that cover the loan, the least demanding one with quota left; null if the union lends to itself and
   * needs none.
   * @throws DomainError `NO_RIGHT_OF_USE`; `QUOTA_USED`, `QUOTA_LOANS_USED` or `QUOTA_PIECES_USED` if all that cover
   * it have too little left
   */
  async rightFor(
    tx: Transaction,
    resource: ResourceRow,
    borrower: Borrower,
    period: Period,
    { business = null, quantity = 1, loanId }: Asked = {},
  ): Promise<Right | null> {
    if (borrower.unionId === resource.ownerUnionId) return null;
    const rights =
      period.start < tx.now
        ? await this.inForce(tx, resource.id, period)
        : await this.rightsToCome(tx, resource.id);
    const covering = findRights(borrower, period, rights, business);
    const used = await this.usage.inMonthsOf(
      tx,
      { ...useOf(covering, borrower), exceptLoanId: loanId },
      period,
    );
    const { right, shortage } = firstLeft(covering, { period, quantity }, used);
    if (right !== null) return right;
    throw shortage === null ? new DomainError('NO_RIGHT_OF_USE') : quotaUsed(shortage);
  }

  /** Requests for future times share one reading of the rights: the lock keeps it valid. */
  rightsToCome(tx: Transaction, resourceId: string): Promise<readonly Right[]> {
    const ahead = { start: tx.now, end: new Date(endOfTime) };
    return tx.once(`rights to come of ${resourceId}`, () => this.inForce(tx, resourceId, ahead));
  }

  private async inForce(tx: Transaction, resourceId: string, period: Period): Promise<readonly Right[]> {
    return (await this.grants.inForce(tx, [resourceId], period)).get(resourceId) ?? [];
  }

  /**
   * The same for several resources of others, for display: those without a right are left out.
   * @param period null without a time: then quota and purpose do not matter yet
   */
  async rightsFor(
    tx: Transaction,
    resourceIds: readonly string[],
    borrower: Borrower,
    { period, business = null }: { readonly period: Period | null } & Pick<Asked, 'business'>,
  ): Promise<Map<string, Right>> {
    if (resourceIds.length === 0) return new Map();
    const rights = await this.grants.inForce(tx, resourceIds, period ?? { start: tx.now, end: tx.now });
    const covering = resourceIds.map((id) => {
      const all = rights.get(id) ?? [];
      return period === null ? rightsNow(borrower, tx.now, all) : findRights(borrower, period, all, business);
    });
    const used =
      period === null ? new Map() : await this.usage.inMonthsOf(tx, useOf(covering.flat(), borrower), period);
    const found = new Map<string, Right>();
    covering.forEach((all, place) => {
      const right = period === null ? all[0] : firstLeft(all, { period, quantity: 1 }, used).right;
      const id = resourceIds[place];
      if (right && id !== undefined) found.set(id, right);
    });
    return found;
  }
}

function useOf(rights: readonly Right[], { unionId }: Borrower): UseOf {
  const grantIds = rights.filter(({ quota }) => isLimited(quota)).map(({ id }) => id);
  return { grantIds, borrowerUnionId: unionId };
}
