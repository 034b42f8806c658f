import { Injectable } from '@nestjs/common';
import {
  grantContract,
  type GrantRequest,
  type GrantView,
  type RevokeGrantRequest,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, Transactions } from '@gongxiang/persistence';
import { GrantChanges } from './grant-changes.js';
import { grantView } from './grant.view.js';
import { effectOf } from './revocation.model.js';

/** Due work: review the loans of a right that has ended; its key is the right, its payload names the resource. */
export const revocationDue = 'grant-revocation';

export interface RevocationPayload {
  readonly resourceId: string;
  /** The last reviewed loan, if there are more than one step takes. */
  readonly afterId?: string;
}

/** Revokes a right, at once or with notice. A revocation ends its term; its effect on loans is due at that time. */
@Injectable()
export class RevocationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: GrantChanges,
  ) {}

  @Handles(resourceContract.revokeGrant)
  revoke(request: RevokeGrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, resourceContract.revokeGrant, request, async (tx) => {
      const before = await this.changes.lock(tx, request);
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) return new ExistingResult(grantView(before));
      const revokedAt = effectOf(request.effectiveFrom, before, tx.now);
      const payload: RevocationPayload = { resourceId: before.resourceId };
      await schedule(tx, { kind: revocationDue, key: before.id, at: revokedAt, payload: { ...payload } });
      return this.changes.save(
        tx,
        {
          ...before,
          revokedAt,
          revokeReason: request.reason ?? null,
          futureLoans: request.futureLoans ?? 'stand',
        },
        before,
      );
    });
  }

  /** Possible until it takes effect. @throws DomainError `GRANT_NOT_REVOKED`, `GRANT_REVOKED` */
  @Handles(grantContract.undoRevocation)
  undo(request: GrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, grantContract.undoRevocation, request, async (tx) => {
      const before = await this.changes.lock(tx, request);
      if (before.revokedAt === null) throw new DomainError('GRANT_NOT_REVOKED');
      if (before.revokedAt <= tx.now) throw new DomainError('GRANT_REVOKED');
      await unschedule(tx, revocationDue, before.id);
      return this.changes.save(
        tx,
        { ...before, revokedAt: null, revokeReason: null, futureLoans: null },
        before,
      );
    });
  }
}
