import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  ListLoansRequest,
  ListMyLoansRequest,
  LoanPiecesView,
  LoanIdRequest,
  LoanView,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { orderCursorOf, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { mandatorsOf } from '../../reference/mandate/acting.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { PieceService } from '../piece/piece.service.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanRow } from './loan.entity.js';
import { LoanRepository } from './loan.repository.js';
import { sidesOfLoan } from './loan-sides.js';
import { loanState, loanView, thingsOf } from './loan.view.js';

@Injectable()
export class LoanQueryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly piecesOut: PieceService,
  ) {}

  @Handles(loanContract.get)
  get(request: LoanIdRequest, call: CallContext): Promise<LoanView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const loan = await this.seen(tx, request.loanId);
      return loanView(loan, tx.now, await this.loans.namesOf(tx, [loan]));
    });
  }

  /** Both sides see which pieces went out, and which are back. */
  @Handles(loanContract.pieces)
  pieces(request: LoanIdRequest, call: CallContext): Promise<LoanPiecesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const loan = await this.seen(tx, request.loanId);
      return { loanId: loan.id, pieces: await this.piecesOut.ofLoan(tx, loan.id) };
    });
  }

  @Handles(loanContract.list)
  list(request: ListLoansRequest, call: CallContext): Promise<Page<LoanView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const paths = reachOf(call.actor, actions.seeLoan);
      const mandatorIds = await mandatorsOf(tx, { scope: 'lending', paths });
      const rows = await this.loans.list(tx, { ...request, personId: tx.personId, paths, mandatorIds });
      return this.page(tx, rows, request);
    });
  }

  @Handles(loanContract.listMine)
  listMine(request: ListMyLoansRequest, call: CallContext): Promise<Page<LoanView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const rows = await this.loans.listRequestedBy(tx, { ...request, personId: tx.personId });
      return this.page(tx, rows, request);
    });
  }

  /** Publishes a page of states again. @returns the last id, or null at the end */
  @Republishes('loan')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.loans.after(tx, afterId, limit);
    const things = await thingsOf(tx, rows);
    const states = rows.map((row) => ({ about: row.id, data: loanState(row, things) }));
    await recordEvents(tx, sharingEvents.loanChanged, states);
    return rows.at(-1)?.id ?? null;
  }

  private async seen(tx: Transaction, loanId: string): Promise<LoanRow> {
    const loan = await this.loans.findById(tx, loanId);
    const resource = loan && (await this.booking.find(tx, loan.resourceId));
    if (loan === null || resource === null) throw new DomainError('NOT_FOUND');
    const { owner } = await sidesOfLoan(tx, this.references, loan, resource);
    if (!owner.visible) throw new DomainError('NOT_FOUND');
    return loan;
  }

  private async page(
    tx: Transaction,
    rows: readonly LoanRow[],
    { limit, order }: Pick<ListLoansRequest, 'limit' | 'order'>,
  ): Promise<Page<LoanView>> {
    const names = await this.loans.namesOf(tx, rows);
    const views = rows.map((row) => loanView(row, tx.now, names));
    return toPage(views, {
      limit,
      cursorOf: ({ id, startsAt }) =>
        order === undefined ? [id] : orderCursorOf(order, { id, value: startsAt }),
    });
  }
}
