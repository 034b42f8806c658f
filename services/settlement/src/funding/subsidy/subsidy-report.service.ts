import { Injectable } from '@nestjs/common';
import type { SubsidyFilePlaceView } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  type ReasonForSubsidyRequest,
  type ReportSubsidyRequest,
  subsidyContract,
  type SubsidyReceiptRequest,
  type SubsidyIdRequest,
  type SubsidyView,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { type CallContext, DomainError, fromWire, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { checkReport, leftOf } from './subsidy-balance.model.js';
import { SubsidyAccess } from './subsidy-access.js';
import { nextSubsidyState } from './subsidy-life.model.js';
import type { StoredReport, SubsidyRow } from './subsidy.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** Reports on the use of subsidies, and claims on the rest. */
@Injectable()
export class SubsidyReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly subsidyAccess: SubsidyAccess,
    private readonly views: SubsidyViews,
  ) {}

  @Handles(subsidyContract.report)
  report(request: ReportSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.report, request, async (tx) => {
      const at = { rule: actions.useSubsidy, at: 'receiver' } as const;
      const row = await this.subsidyAccess.lock(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'report');
      const { text, lines } = request;
      await this.usedBy(tx, row, { text, lines });
      const reported = { reportedBy: tx.personId, reportedAt: tx.now, reviewedBy: null, reason: null };
      const changes = { state, report: { text, lines }, ...reported };
      return this.views.subsidy(tx, await this.subsidyAccess.save(tx, row, changes));
    });
  }

  /**
   * Records the reported amounts as used. An approver may then claim back the rest; without a rest the subsidy is
   * closed.
   */
  @Handles(subsidyContract.acceptReport)
  acceptReport(request: SubsidyIdRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.acceptReport, request, async (tx) => {
      const row = await this.atGiver(tx, request);
      const state = nextSubsidyState(row.state, 'account');
      const report = row.report ?? nothingReported();
      // A pool may have drawn on it since the report was submitted.
      const amountFen = await this.usedBy(tx, row, report);
      const changes = { state, reviewedBy: tx.personId };
      const saved =
        amountFen === 0n
          ? await this.subsidyAccess.save(tx, row, changes)
          : await this.subsidyAccess.recordMove(
              tx,
              row,
              { kind: 'used', amountFen, movedBy: tx.personId },
              changes,
            );
      return this.views.subsidy(tx, saved);
    });
  }

  @Handles(subsidyContract.returnReport)
  returnReport(request: ReasonForSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.returnReport, request, async (tx) => {
      const row = await this.atGiver(tx, request);
      const state = nextSubsidyState(row.state, 'returnReport');
      const changes = { state, reviewedBy: tx.personId, reason: request.reason };
      return this.views.subsidy(tx, await this.subsidyAccess.save(tx, row, changes));
    });
  }

  /** Claims back the rest: the unused part of an accounted subsidy, or everything unreported after the deadline. */
  @Handles(subsidyContract.clawBack)
  clawBack(request: ReasonForSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.clawBack, request, async (tx) => {
      const at = { rule: actions.clawBackSubsidy, at: 'giver' } as const;
      const row = await this.subsidyAccess.lock(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'clawBack');
      const amountFen = leftOf(row);
      const isDue = row.state === 'accounted' || row.overdueAt !== null;
      if (!isDue || amountFen === 0n) throw new DomainError('SUBSIDY_NOT_DUE_BACK');
      // The reviewer of the report must not be the one who claims the money back.
      if (row.state === 'accounted' && row.reviewedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const { reason } = request;
      const id = newId();
      const by = { amountFen, reason };
      const entry = { kind: 'subsidyReturned', sourceId: id, postedBy: tx.personId, ...by } as const;
      const entryId = await this.subsidyAccess.post(tx, row, entry);
      const move = { id, kind: 'returned', entryId, movedBy: tx.personId, ...by } as const;
      return this.views.subsidy(tx, await this.subsidyAccess.recordMove(tx, row, move, { state }));
    });
  }

  @Handles(subsidyContract.getReceipt)
  getReceipt(request: SubsidyReceiptRequest, call: CallContext): Promise<SubsidyFilePlaceView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.subsidyAccess.findVisible(tx, request.subsidyId);
      const receipt = row.report?.lines[request.number]?.receipt;
      if (!receipt || row.reportedBy === null) throw new DomainError('NOT_FOUND');
      const { name, fileKey, sha256 } = receipt;
      return { name, fileKey, sha256, ownerId: row.reportedBy };
    });
  }

  private async atGiver(tx: Transaction, { subsidyId }: SubsidyIdRequest): Promise<SubsidyRow> {
    const at = { rule: actions.reviewSubsidyReport, at: 'giver' } as const;
    const row = await this.subsidyAccess.lock(tx, subsidyId, at);
    requireVersion(tx, row.version);
    if (row.reportedBy === tx.personId) throw new DomainError('SAME_PERSON');
    return row;
  }

  private async usedBy(tx: Transaction, row: SubsidyRow, { lines }: StoredReport): Promise<bigint> {
    const programme = await this.programmes.find(tx, row.programmeId);
    const { expenseCodes = [], needsReceipts = false } = programme ?? {};
    return checkReport(
      lines.map(({ amount, expenseCode, receipt }, index) => ({
        amountFen: fromWire(amount, `/lines/${index}/amount`),
        expenseCode,
        hasReceipt: Boolean(receipt),
      })),
      { leftFen: leftOf(row), expenseCodes, needsReceipts },
    );
  }
}

function nothingReported(): never {
  throw new Error('what is reported has a report');
}
