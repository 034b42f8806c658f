import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  deskLoansMax,
  handoverContract,
  type HandoverPictureFileRequest,
  type HandoversRequest,
  type HandoversView,
  type ListWaitingHandoversRequest,
  type LoanDeskView,
  type WaitingHandoverView,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { shownCode } from '../custody/label-code.model.js';
import { LoanRepository } from '../loan/loan.repository.js';
import { LoanSteps } from '../loan/loan-steps.js';
import { loanView } from '../loan/loan.view.js';
import { HandoverAccess } from './handover-access.js';
import { standingOf } from './handover.model.js';
import { HandoverRepository } from './handover.repository.js';

/** Devices cache upcoming handovers for a day and a half: over a night, and a day without a network. */
const cachedMs = 36 * 3_600_000;

/** Reads handovers, and the to-do list of a counter. */
@Injectable()
export class HandoverReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly loans: LoanRepository,
    private readonly access: HandoverAccess,
    private readonly handovers: HandoverRepository,
  ) {}

  @Handles(handoverContract.list)
  list(request: HandoversRequest, call: CallContext): Promise<HandoversView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const sides = await this.steps.look(tx, request.loanId);
      const rows = await this.handovers.listOf(tx, sides.loan.id);
      const standing = standingOf(rows, sides.loan.quantity);
      return { items: await this.access.views(tx, sides, rows), ...standing };
    });
  }

  /**
   * Handovers that will count as confirmed if the caller does not answer: for their own unions, their own loans and
   * their own things.
   */
  @Handles(handoverContract.waiting)
  waiting(request: ListWaitingHandoversRequest, call: CallContext): Promise<Page<WaitingHandoverView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const paths = reachOf(call.actor, actions.handLoan);
      const rows = await this.handovers.waitingFor(tx, { personId: tx.personId, paths }, request);
      const page = toPage(rows, {
        limit: request.limit,
        cursorOf: ({ answerBy, id }) => [answerBy.toISOString(), id],
      });
      const items = page.items.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        answerBy: row.answerBy.toISOString(),
      }));
      return { ...page, items };
    });
  }

  /** Handovers of resources the caller manages, for themselves or a union: a page that devices cache. */
  @Handles(handoverContract.desk)
  workOf(_request: NoRequest, call: CallContext): Promise<LoanDeskView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const paths = reachOf(call.actor, actions.decideLoan);
      const rows = await this.loans.listForDesk(tx, { personId: tx.personId, paths }, deskLoansMax + 1);
      const shown = rows.slice(0, deskLoansMax);
      const names = await this.loans.namesOf(tx, shown);
      const ids = shown.map(({ id }) => id);
      const codes = await this.handovers.codesOut(tx, ids);
      const resourceIds = shown.map(({ resourceId }) => resourceId);
      const countings = await this.handovers.countingsOf(tx, resourceIds);
      return {
        asOf: tx.now.toISOString(),
        validUntil: new Date(tx.now.getTime() + cachedMs).toISOString(),
        items: shown.map((row) => ({
          ...loanView(row, tx.now, names),
          counting: countings.get(row.resourceId) ?? 'one',
          codesOut: (codes.get(row.id) ?? []).map(shownCode),
        })),
        hasMore: rows.length > deskLoansMax,
      };
    });
  }

  /** For both sides. */
  @Handles(handoverContract.pictureFile)
  pictureFile(request: HandoverPictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const { loan } = await this.steps.look(tx, request.loanId);
      const pictures = await this.handovers.picturesOf(tx, loan.id);
      const found = pictures.find(
        ({ id, handoverId }) => id === request.pictureId && handoverId === request.handoverId,
      );
      const file = found?.files.find(({ width }) => width === request.width);
      if (file === undefined) throw new DomainError('NOT_FOUND');
      return { fileKey: file.key, sha256: file.sha256, size: file.size };
    });
  }
}
