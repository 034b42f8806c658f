import { Injectable } from '@nestjs/common';
import type {
  ListBankLinesRequest,
  ListBankStatementsRequest,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { decodeCursor, rowsFor, insertAll, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { PaymentRow } from '../payment/payment.entity.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { BankLineDuesRow, BankLineRow, BankStatementRow } from './bank-statement.entity.js';

const isDues =
  'EXISTS (SELECT 1 FROM bank_line_dues d WHERE d.statement_id = l.statement_id AND d.number = l.number)';

/** The maximum number of open payments considered for one page. */
const candidatesMax = 1_000;

@Injectable()
export class BankStatementRepository {
  findById(tx: Transaction, id: string): Promise<BankStatementRow | null> {
    return tx.sql.findOneBy(BankStatementRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<BankStatementRow | null> {
    return tx.sql.findOne(BankStatementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: BankStatementRow): Promise<void> {
    await tx.sql.insert(BankStatementRow, row as never);
  }

  async update(tx: Transaction, row: BankStatementRow): Promise<void> {
    await tx.sql.update(BankStatementRow, { id: row.id }, row as never);
  }

  /**
   * Stores the lines that are new to the account, in the order of their hashes, so that two imports of one file do
   * not deadlock.
   * @returns the numbers of the new lines
   */
  async insertLines(tx: Transaction, rows: readonly BankLineRow[]): Promise<number[]> {
    const inserted: { number: number }[] = await tx.sql.query(
      `INSERT INTO bank_line (statement_id, number, union_id, account, hash, booked_on, direction, amount_fen, counterparty,
         summary, serial)
       SELECT $1, l.number, $2, $3, l.hash, l.booked_on, l.direction, l.amount_fen, l.counterparty, l.summary, l.serial
       FROM unnest($4::integer[], $5::text[], $6::date[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::text[])
         AS l(number, hash, booked_on, direction, amount_fen, counterparty, summary, serial)
       ORDER BY l.hash ON CONFLICT (union_id, account, hash) DO NOTHING RETURNING number`,
      [
        rows[0]?.statementId,
        rows[0]?.unionId,
        rows[0]?.account,
        rows.map(({ number }) => number),
        rows.map(({ hash }) => hash),
        rows.map(({ bookedOn }) => bookedOn),
        rows.map(({ direction }) => direction),
        rows.map(({ amountFen }) => String(amountFen)),
        rows.map(({ counterparty }) => counterparty),
        rows.map(({ summary }) => summary),
        rows.map(({ serial }) => serial),
      ],
    );
    return inserted.map(({ number }) => number);
  }

  async deleteLines(tx: Transaction, statementId: string): Promise<void> {
    await tx.sql.delete(BankLineRow, { statementId });
  }

  lockLine(tx: Transaction, statementId: string, number: number): Promise<BankLineRow | null> {
    return tx.sql.findOne(BankLineRow, {
      where: { statementId, number },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async updateLine(tx: Transaction, row: BankLineRow): Promise<void> {
    await tx.sql.update(BankLineRow, { statementId: row.statementId, number: row.number }, row);
  }

  /** Newest first; only of unions within the caller's reach. */
  list(
    tx: Transaction,
    request: ListBankStatementsRequest,
    reach: readonly string[],
  ): Promise<BankStatementRow[]> {
    const query = tx.sql
      .createQueryBuilder(BankStatementRow, 's')
      .orderBy('s.id', 'DESC')
      .limit(rowsFor(request.limit));
    if (request.union !== undefined) query.andWhere('s.unionId = :union', { union: request.union });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :after', { after: cursor[0] });
    return newestWithin(tx, query, { reach }, (union) => `s.union_id = ${union}`);
  }

  /** In the order of the file. */
  pageOfLines(tx: Transaction, request: ListBankLinesRequest): Promise<BankLineRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql
      .createQueryBuilder(BankLineRow, 'l')
      .where('l.statementId = :statementId AND l.number > :after', {
        statementId: request.bankStatementId,
        after: cursor?.[0] ?? 0,
      })
      .orderBy('l.number')
      .limit(rowsFor(request.limit));
    if (request.used === true) query.andWhere(`(l.paymentId IS NOT NULL OR ${isDues})`);
    if (request.used === false) query.andWhere(`l.paymentId IS NULL AND NOT ${isDues}`);
    if (request.dues !== undefined)
      query.andWhere(
        'l.number IN (SELECT d.number FROM bank_line_dues d WHERE d.statement_id = l.statementId AND d.state = :dues)',
        { dues: request.dues },
      );
    if (request.q !== undefined)
      query.andWhere(`strpos(lower(concat_ws(' ', l.counterparty, l.summary, l.serial)), lower(:q)) > 0`, {
        q: request.q,
      });
    return query.getMany();
  }

  /** Incoming lines that are used for nothing yet, in the order of the file. */
  unusedIncome(tx: Transaction, statementId: string): Promise<BankLineRow[]> {
    return tx.sql
      .createQueryBuilder(BankLineRow, 'l')
      .where(
        `l.statementId = :statementId AND l.direction = 'in' AND l.paymentId IS NULL AND NOT ${isDues}`,
        {
          statementId,
        },
      )
      .orderBy('l.number')
      .getMany();
  }

  /** The dues that lines of a statement are assigned to, by the number of the line. */
  async duesOf(
    tx: Transaction,
    statementId: string,
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, BankLineDuesRow>> {
    const rows = await tx.sql.findBy(BankLineDuesRow, { statementId, number: In([...numbers]) });
    return new Map(rows.map((row) => [row.number, row]));
  }

  findDues(tx: Transaction, id: string): Promise<BankLineDuesRow | null> {
    return tx.sql.findOneBy(BankLineDuesRow, { id });
  }

  lockDues(
    tx: Transaction,
    where: { readonly id: string } | { readonly statementId: string; readonly number: number },
  ): Promise<BankLineDuesRow | null> {
    return tx.sql.findOne(BankLineDuesRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  insertDues(tx: Transaction, rows: readonly BankLineDuesRow[]): Promise<void> {
    return insertAll(tx, BankLineDuesRow, rows);
  }

  async updateDues(tx: Transaction, { id, ...row }: BankLineDuesRow): Promise<void> {
    await tx.sql.update(BankLineDuesRow, { id }, row);
  }

  async deleteDues(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(BankLineDuesRow, { id });
  }

  findLine(tx: Transaction, statementId: string, number: number): Promise<BankLineRow | null> {
    return tx.sql.findOneBy(BankLineRow, { statementId, number });
  }

  /** Open payments of exactly these amounts in which the union's side is not confirmed yet. */
  openPayments(tx: Transaction, unionId: string, amounts: readonly bigint[]): Promise<PaymentRow[]> {
    if (amounts.length === 0) return Promise.resolve([]);
    return tx.sql
      .createQueryBuilder(PaymentRow, 'p')
      .where(
        `p.state = 'open' AND p.amountFen = ANY(:amounts) AND ((p.payerUnionId = :unionId AND p.sentAt IS NULL)
          OR (p.payeeUnionId = :unionId AND p.receivedAt IS NULL))`,
        { unionId, amounts: amounts.map(String) },
      )
      .orderBy('p.id')
      .limit(candidatesMax)
      .getMany();
  }
}
