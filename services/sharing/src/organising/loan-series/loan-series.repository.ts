import { Injectable } from '@nestjs/common';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { LoanRow } from '../../lending/loan/loan.entity.js';
import { LoanSeriesDayRow, LoanSeriesRow } from './loan-series.entity.js';

interface LoanSeriesFilter {
  readonly personId: string;
  /** The subtrees in which the person acts for the unions. */
  readonly paths: readonly string[];
  readonly loanId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A day of a series with its loan. */
export interface SeriesLoan {
  readonly number: number;
  readonly date: string;
  readonly loan: LoanRow;
}

@Injectable()
export class LoanSeriesRepository {
  findById(tx: Transaction, id: string): Promise<LoanSeriesRow | null> {
    return tx.sql.findOneBy(LoanSeriesRow, { id });
  }

  async insert(tx: Transaction, row: LoanSeriesRow, days: readonly LoanSeriesDayRow[]): Promise<void> {
    await tx.sql.insert(LoanSeriesRow, row);
    await tx.sql.insert(LoanSeriesDayRow, [...days]);
  }

  /** In number order. */
  async loansOf(tx: Transaction, seriesId: string): Promise<SeriesLoan[]> {
    const days = await tx.sql.find(LoanSeriesDayRow, { where: { seriesId }, order: { number: 'ASC' } });
    const rows = await tx.sql
      .createQueryBuilder(LoanRow, 'l')
      .where('l.id = ANY(:ids)', { ids: days.map(({ loanId }) => loanId) })
      .getMany();
    const loans = new Map(rows.map((row) => [row.id, row]));
    return days.flatMap(({ number, date, loanId }) => {
      const loan = loans.get(loanId);
      return loan === undefined ? [] : [{ number, date, loan }];
    });
  }

  /** A person's own requests, and what the unions they act for borrow; newest first. */
  list(tx: Transaction, filter: LoanSeriesFilter): Promise<LoanSeriesRow[]> {
    const query = tx.sql.createQueryBuilder(LoanSeriesRow, 's').orderBy('s.id', 'DESC');
    if (filter.loanId !== undefined) {
      query.andWhere('s.id = (SELECT d.series_id FROM loan_series_day d WHERE d.loan_id = :loanId)', {
        loanId: filter.loanId,
      });
    }
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :before', { before: cursor[0] });
    return newestWithin(
      tx,
      query.limit(rowsFor(filter.limit)),
      subtreesOf(filter.paths),
      (union) => `s.borrower_union_id = ${union}`,
      { owners: [filter.personId], isOwned: (person) => `s.requested_by = ${person}` },
    );
  }
}
