import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { baseSql, sideSql } from './account.repository.js';
import { LedgerPeriodActRow, LedgerPeriodRow } from './ledger.entity.js';
import { firstDay, lastDay, monthOf } from './period.model.js';

/** The number of accounts whose snapshots are written in one step. */
const accountsAtOnce = 1_000;
const actsShownMax = 200;

@Injectable()
export class PeriodRepository {
  /** The month of the first entry; null if there is none. */
  async firstMonth(tx: Transaction): Promise<string | null> {
    const [row] = (await tx.sql.query('SELECT min(posted_on) AS day FROM entry')) as [{ day: string | null }];
    return row.day === null ? null : monthOf(row.day);
  }

  /** The last month that is closed or being closed. */
  async lastClosed(tx: Transaction): Promise<string | null> {
    const rows: { month: string }[] = await tx.sql.query(
      `SELECT month FROM ledger_period WHERE state <> 'open' ORDER BY month DESC LIMIT 1`,
    );
    return rows[0] === undefined ? null : monthOf(rows[0].month);
  }

  async byMonth(tx: Transaction, months: readonly string[]): Promise<Map<string, LedgerPeriodRow>> {
    const rows = await tx.sql.findBy(LedgerPeriodRow, { month: In(months.map(firstDay)) });
    return new Map(rows.map((row) => [monthOf(row.month), row]));
  }

  /** The newest first. */
  actsOf(tx: Transaction, month: string): Promise<LedgerPeriodActRow[]> {
    return tx.sql.find(LedgerPeriodActRow, {
      where: { month: firstDay(month) },
      order: { id: 'DESC' },
      take: actsShownMax,
    });
  }

  /** Serialises closing and reopening of months. */
  async lockCalendar(tx: Transaction): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtext('ledger_period'), 0)`);
  }

  /** Waits for all entries in flight into the month; later entries find it closed. */
  async lockMonth(tx: Transaction, month: string): Promise<void> {
    const number = Number(month.replace('-', ''));
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtext('ledger_period'), $1)`, [number]);
  }

  async begin(tx: Transaction, month: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO ledger_period (month, state, accounts_done, accounts_total)
       VALUES ($1, 'closing', 0, (SELECT count(*) FROM account))
       ON CONFLICT (month) DO UPDATE SET state = 'closing', accounts_done = 0,
         accounts_total = excluded.accounts_total, entry_count = NULL, turnover_fen = NULL`,
      [firstDay(month)],
    );
  }

  /**
   * Writes the month-end snapshots of the next accounts, each from the previous snapshot and the postings since.
   * @returns the last of these accounts; null if none was left
   */
  async snapshot(tx: Transaction, month: string, after: string | null): Promise<string | null> {
    const written: { account_id: string }[] = await tx.sql.query(
      `WITH ${baseSql}, page AS (
         SELECT a.id FROM account a WHERE $3::uuid IS NULL OR a.id > $3 ORDER BY a.id LIMIT ${accountsAtOnce})
       INSERT INTO account_snapshot (account_id, month, debits_fen, credits_fen)
       SELECT a.id, $2, ${sideSql('debit')}, ${sideSql('credit')} FROM page a ORDER BY a.id
       ON CONFLICT (account_id, month) DO UPDATE SET debits_fen = excluded.debits_fen, credits_fen = excluded.credits_fen
       RETURNING account_id`,
      [lastDay(month), firstDay(month), after],
    );
    await tx.sql.query(
      `UPDATE ledger_period SET accounts_done = accounts_done + $2,
         accounts_total = greatest(accounts_total, accounts_done + $2) WHERE month = $1`,
      [firstDay(month), written.length],
    );
    return written.at(-1)?.account_id ?? null;
  }

  async finish(tx: Transaction, month: string): Promise<void> {
    await tx.sql.query(
      `UPDATE ledger_period SET state = 'closed',
         entry_count = (SELECT count(*) FROM entry e WHERE e.posted_on BETWEEN $1 AND $2),
         turnover_fen = (SELECT coalesce(sum(p.amount_fen), 0) FROM entry e JOIN posting p ON p.entry_id = e.id
                         WHERE e.posted_on BETWEEN $1 AND $2)
       WHERE month = $1`,
      [firstDay(month), lastDay(month)],
    );
  }

  async reopen(tx: Transaction, month: string): Promise<void> {
    await tx.sql.query(
      `UPDATE ledger_period SET state = 'open', accounts_done = 0, accounts_total = 0, entry_count = NULL,
         turnover_fen = NULL WHERE month = $1`,
      [firstDay(month)],
    );
  }

  async insertAct(tx: Transaction, row: LedgerPeriodActRow): Promise<void> {
    await tx.sql.insert(LedgerPeriodActRow, row);
  }
}
