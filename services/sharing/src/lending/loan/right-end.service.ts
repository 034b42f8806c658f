import { Injectable } from '@nestjs/common';
import {
  type AffectedLoanView,
  grantContract,
  type LoanFate,
  type RevocationPreviewView,
  type RevokeGrantRequest,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import { type CallContext, DomainError, type Period } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { schedule } from '@gongxiang/messaging/events';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { GrantChanges } from '../resource/grant-changes.js';
import { GrantRepository } from '../resource/grant.repository.js';
import { effectOf } from '../resource/revocation.model.js';
import { revocationDue, type RevocationPayload } from '../resource/revocation.service.js';
import { findRight, type Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { LoanRepository } from './loan.repository.js';
import { LoanService } from './loan.service.js';

/** Loans reviewed per step, and in a preview. */
const loansPerStep = 100;
const shownMax = 50;

/** The effect of a right's end on its loans: previewed before the decision, applied when it takes effect. */
@Injectable()
export class RightEndService {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: GrantRepository,
    private readonly changes: GrantChanges,
    private readonly loans: LoanRepository,
    private readonly service: LoanService,
  ) {}

  @Handles(grantContract.previewRevocation)
  preview(request: RevokeGrantRequest, call: CallContext): Promise<RevocationPreviewView> {
    return this.transactions.read(call, async (tx) => {
      await this.changes.findManaged(tx, request.resourceId);
      const grant = await this.grants.find(tx, request.resourceId, request.grantId);
      if (grant === null) throw new DomainError('NOT_FOUND');
      const end = effectOf(request.effectiveFrom, grant, tx.now);
      const counts = await this.loans.countUnder(tx, { grantId: grant.id, end });
      const rows = await this.loans.affectedBy(tx, { grantId: grant.id, end, afterId: null }, loansPerStep);
      const isCancelling = request.futureLoans === 'cancel';
      const loans = await this.fatesOf(tx, rows, { grantId: grant.id, isCancelling });
      const carriedOn = loans.filter(({ fate }) => fate === 'movesOn').length;
      return {
        effectiveFrom: end.toISOString(),
        running: counts.running,
        ending: counts.requested - carriedOn,
        carriedOn,
        standing: isCancelling ? 0 : counts.approved,
        cancelled: isCancelling ? counts.approved : 0,
        loans: loans.slice(0, shownMax),
      };
    });
  }

  /** Applied when the revocation takes effect, in steps; a withdrawn revocation has no effect. */
  async ended(tx: Transaction, grantId: string, payload: RevocationPayload): Promise<void> {
    const { resourceId, afterId = null } = payload;
    const grant = await this.grants.find(tx, resourceId, grantId);
    if (grant === null || grant.revokedAt === null || grant.revokedAt > tx.now) return;
    const rows = await this.loans.affectedBy(tx, { grantId, end: grant.revokedAt, afterId }, loansPerStep);
    const end = { reason: grant.revokeReason, futureLoans: grant.futureLoans ?? 'stand' };
    for (const { id } of rows) await this.service.endWithRight(tx, id, end);
    if (rows.length === loansPerStep) await goOn(tx, grantId, { resourceId, afterId: rows.at(-1)?.id ?? '' });
  }

  private async fatesOf(
    tx: Transaction,
    rows: readonly LoanRow[],
    { grantId, isCancelling }: { readonly grantId: string; readonly isCancelling: boolean },
  ): Promise<AffectedLoanView[]> {
    const borrowers = await this.loans.borrowersOf(tx, rows);
    const others = await this.otherRights(tx, rows, grantId);
    const approved: LoanFate = isCancelling ? 'cancelled' : 'stands';
    return rows.map((row) => {
      const borrower = borrowers.get(row.borrowerUnionId);
      return {
        id: row.id,
        borrowerUnionName: borrower?.name ?? '',
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        fate: row.state === 'requested' ? fateOfRequest(row, borrower, others) : approved,
      };
    });
  }

  private async otherRights(tx: Transaction, rows: readonly LoanRow[], grantId: string): Promise<Right[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const hull: Period = {
      start: new Date(Math.min(...rows.map(({ startsAt }) => startsAt.getTime()))),
      end: new Date(Math.max(...rows.map(({ endsAt }) => endsAt.getTime()))),
    };
    const rights = await this.grants.inForce(tx, [first.resourceId], hull);
    return (rights.get(first.resourceId) ?? []).filter(({ id }) => id !== grantId);
  }
}

async function goOn(tx: Transaction, grantId: string, payload: RevocationPayload): Promise<void> {
  await schedule(tx, { kind: revocationDue, key: grantId, at: tx.now, payload: { ...payload } });
}

/** Whether the quota suffices is checked when the loan is. */
function fateOfRequest(row: LoanRow, borrower: UnionRef | undefined, others: readonly Right[]): LoanFate {
  if (borrower === undefined) return 'ends';
  const period = { start: row.startsAt, end: row.endsAt };
  const right = findRight({ ...borrower, unionId: borrower.id }, period, others, row.business);
  return right === null ? 'ends' : 'movesOn';
}
