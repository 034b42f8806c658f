import { Injectable } from '@nestjs/common';
import type { UnionBusiness } from '@gongxiang/contracts';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { GrantRepository } from './grant.repository.js';
import { isLimited, quotaUsed, type Shortage, shortageOf } from './quota.model.js';
import type { ResourceRow } from './resource.entity.js';
import { type Borrower, findRights, type Right } from './right.model.js';
import { UsageRepository } from './usage.repository.js';

/** What a loan says of itself beyond its borrower and its time. */
export interface Asked {
  readonly business?: UnionBusiness | null;
  /** The loan that is approved, extended or moved: it does not count against its own quota. */
  readonly loanId?: string;
}

/** Finds the right by which a union may borrow; the caller holds the lock of the resource, so that no quota is used twice. */
@Injectable()
export class RightService {
  constructor(
    private readonly grants: GrantRepository,
    private readonly usage: UsageRepository,
  ) {}

  /**
   * Of those that cover the loan the one that asks least and has some of its quota left; null where the union lends to
   * itself and needs none.
   * @throws DomainError `NO_RIGHT_OF_USE`; `QUOTA_USED` or `QUOTA_LOANS_USED` where each that covers it is used up
   */
  async rightFor(
    tx: Transaction,
    resource: ResourceRow,
    borrower: Borrower,
    period: Period,
    { business = null, loanId }: Asked = {},
  ): Promise<Right | null> {
    if (borrower.unionId === resource.ownerUnionId) return null;
    const rights = await this.grants.inForce(tx, [resource.id], period);
    const covering = findRights(borrower, period, rights.get(resource.id) ?? [], business);
    let first: Shortage | null = null;
    for (const right of covering) {
      const use = { grantId: right.id, borrowerUnionId: borrower.unionId, exceptLoanId: loanId };
      const shortage = isLimited(right.quota)
        ? shortageOf(right.quota, period, await this.usage.inMonthsOf(tx, use, period))
        : null;
      if (shortage === null) return right;
      first ??= shortage;
    }
    throw first === null ? new DomainError('NO_RIGHT_OF_USE') : quotaUsed(first);
  }
}
