import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { LoanMoveRow } from './loan-move.entity.js';

@Injectable()
export class LoanMoveRepository {
  /** The caller holds the lock of the loan, so the numbers have no gaps. */
  async add(tx: Transaction, move: Omit<LoanMoveRow, 'number'>): Promise<void> {
    const { loanId } = move;
    const number = (await tx.sql.countBy(LoanMoveRow, { loanId })) + 1;
    await tx.sql.insert(LoanMoveRow, { ...move, number });
  }

  /** In order. */
  list(
    tx: Transaction,
    filter: { readonly loanId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<LoanMoveRow[]> {
    const query = tx.sql
      .createQueryBuilder(LoanMoveRow, 'm')
      .where('m.loanId = :loanId', { loanId: filter.loanId })
      .orderBy('m.number');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('m.number > :after', { after: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
