import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListLoanSeriesRequest,
  loanSeriesContract,
  type LoanSeriesIdRequest,
  type LoanSeriesLineView,
  type LoanSeriesView,
} from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { type CallContext, DomainError, mayDo, reachOf, type Subject } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { LoanRepository } from '../../lending/loan/loan.repository.js';
import type { LoanNames } from '../../lending/loan/loan.view.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../../lending/resource/booking.service.js';
import { managedBy } from '../../lending/resource/resource.model.js';
import type { LoanSeriesRow } from './loan-series.entity.js';
import { LoanSeriesRepository } from './loan-series.repository.js';
import { loanSeriesLineOf, loanSeriesViewOf } from './loan-series.view.js';

/** The two sides of a series. */
interface SeriesSides {
  readonly borrower: Subject;
  /** Both sides; determines whether the caller may see the series at all. */
  readonly either: Subject;
}

@Injectable()
export class LoanSeriesReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly series: LoanSeriesRepository,
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(loanSeriesContract.get)
  get(request: LoanSeriesIdRequest, call: CallContext): Promise<LoanSeriesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const row = await this.series.findById(tx, request.seriesId);
      if (row === null || !(await this.sides(tx, row)).either.visible) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  @Handles(loanSeriesContract.list)
  list(request: ListLoanSeriesRequest, call: CallContext): Promise<Page<LoanSeriesLineView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const paths = reachOf(call.actor, actions.seeLoan);
      const rows = await this.series.list(tx, { ...request, personId: tx.personId, paths });
      const names = await this.namesOf(tx, rows);
      const lines = rows.map((row) => loanSeriesLineOf(row, names));
      return toPage(lines, { limit: request.limit, cursorOf: (line) => [line.id] });
    });
  }

  /** Built from the current rows: the view shows what exists (E42). */
  async view(tx: Transaction, row: LoanSeriesRow): Promise<LoanSeriesView> {
    return loanSeriesViewOf(row, await this.series.loansOf(tx, row.id), await this.namesOf(tx, [row]));
  }

  /** @throws DomainError `NOT_FOUND` */
  async sides(tx: Transaction, row: LoanSeriesRow): Promise<SeriesSides> {
    const resource = await this.booking.find(tx, row.resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    const ownerUnion = await this.references.union(tx, resource.ownerUnionId);
    const { path } = await this.references.union(tx, row.borrowerUnionId);
    const owner = managedBy(resource, ownerUnion.path);
    const both = { ...owner, paths: [ownerUnion.path, path] };
    const { actor } = tx.call;
    const isSeen =
      actor !== null && (actor.personId === row.requestedBy || mayDo(actor, actions.seeLoan, both));
    return { borrower: { paths: [path] }, either: { ...both, visible: isSeen } };
  }

  private namesOf(tx: Transaction, rows: readonly LoanSeriesRow[]): Promise<LoanNames> {
    return this.loans.namesFor(tx, {
      resourceIds: rows.map(({ resourceId }) => resourceId),
      unionIds: rows.map(({ borrowerUnionId }) => borrowerUnionId),
    });
  }
}
