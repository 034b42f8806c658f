import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { codeKinds } from './account-text.js';
import { TextMessageRow, type TextMessageState } from './text-message.entity.js';

/** One that somebody sends now. */
export interface ClaimedText extends Pick<TextMessageRow, 'id' | 'kind' | 'until' | 'createdAt'> {
  readonly sealed: string;
}

/** What has become of a claimed one. */
export type TextEnd = Pick<TextMessageRow, 'id' | 'reason'> & {
  readonly state: Exclude<TextMessageState, 'waiting'>;
};

/** A claimed one that is tried again. */
export type PostponedText = Pick<TextMessageRow, 'id' | 'sendAt'>;

/** Why a message failed that was sealed with another key than the public part of ours. */
export const sealedToAnother = 'sealed to another key';

/** @returns since when the oldest that has not left waits; null if none does */
export async function oldestText(sql: DataSource, now: Date): Promise<Date | null> {
  const rows: { at: Date | null }[] = await sql.query(
    `SELECT min(created_at) AS at FROM text_message WHERE state = 'waiting' AND until > $1`,
    [now],
  );
  return rows[0]?.at ?? null;
}

/** @returns since when somebody waits for a code that has not left, or that a wrong key keeps from leaving; null if nobody does */
export async function oldestCode(sql: DataSource, now: Date): Promise<Date | null> {
  const rows: { at: Date | null }[] = await sql.query(
    `SELECT min(created_at) AS at FROM text_message
     WHERE until > $1 AND kind = ANY($2) AND (state = 'waiting' OR reason = $3)`,
    [now, codeKinds, sealedToAnother],
  );
  return rows[0]?.at ?? null;
}

@Injectable()
export class TextMessageRepository {
  /** One that is there already stays as it is. */
  async insertNew(tx: Transaction, row: TextMessageRow): Promise<void> {
    await tx.sql.createQueryBuilder().insert().into(TextMessageRow).values(row).orIgnore().execute();
  }

  /** Without a transaction: an idle service asks this all the time. */
  async isSomethingDue(sql: EntityManager, now: Date): Promise<boolean> {
    const rows: unknown[] = await sql.query(
      `SELECT 1 FROM text_message WHERE state = 'waiting' AND send_at <= $1 LIMIT 1`,
      [now],
    );
    return rows.length > 0;
  }

  /**
   * Takes the next for a while, those whose time is over soonest first: codes, which are good for minutes, overtake a list of
   * invitations. Whoever dies with them loses them to another one then.
   */
  async claim(
    tx: Transaction,
    { limit, until }: { readonly limit: number; readonly until: Date },
  ): Promise<ClaimedText[]> {
    const [rows]: [ClaimedText[], number] = await tx.sql.query(
      `UPDATE text_message m SET leased_until = $2 FROM (
         SELECT id FROM text_message WHERE state = 'waiting' AND send_at <= $1
           AND (leased_until IS NULL OR leased_until <= $1)
         ORDER BY until, id LIMIT $3 FOR UPDATE SKIP LOCKED) AS next
       WHERE m.id = next.id RETURNING m.id, m.kind, m.sealed, m.until, m.created_at AS "createdAt"`,
      [tx.now, until, limit],
    );
    return rows;
  }

  /** Phone and words are not kept any longer. */
  async end(tx: Transaction, ends: readonly TextEnd[]): Promise<void> {
    await tx.sql.query(
      `UPDATE text_message m SET state = e.state, reason = e.reason, sealed = NULL, leased_until = NULL
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, state text, reason text)
       WHERE m.id = e.id AND m.state = 'waiting'`,
      [JSON.stringify(ends)],
    );
  }

  async postpone(tx: Transaction, rows: readonly PostponedText[]): Promise<void> {
    await tx.sql.query(
      `UPDATE text_message m SET send_at = p.at, leased_until = NULL
       FROM unnest($1::uuid[], $2::timestamptz[]) AS p(id, at) WHERE m.id = p.id AND m.state = 'waiting'`,
      [rows.map(({ id }) => id), rows.map(({ sendAt }) => sendAt)],
    );
  }

  /** Removes the oldest whose time is over. @returns the number, at most `limit` */
  async erase(tx: Transaction, limit: number): Promise<number> {
    const [rows]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM text_message WHERE id = ANY(ARRAY(
         SELECT id FROM text_message WHERE until <= $1 ORDER BY until LIMIT $2)) RETURNING 1`,
      [tx.now, limit],
    );
    return rows.length;
  }
}
