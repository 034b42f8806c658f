import { isUuid, newId } from '@gongxiang/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';

export interface DeadLetter {
  readonly consumer: string;
  readonly messageId: string;
  readonly subject: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly replayedAt: Date | null;
}

/** Stores an event, or due work, that could not be handled, until an operator has looked at it. */
export async function storeDeadLetter(
  sql: Pick<EntityManager, 'query'>,
  letter: {
    readonly consumer: string;
    readonly subject: string;
    readonly envelope: Partial<Envelope>;
    readonly reason: string;
  },
): Promise<void> {
  await sql.query(
    `INSERT INTO dead_letter (consumer, message_id, subject, envelope, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (consumer, message_id) DO UPDATE SET reason = excluded.reason, replayed_at = NULL`,
    [
      letter.consumer,
      isUuid(letter.envelope.id) ? letter.envelope.id : newId<'event'>(),
      letter.subject,
      JSON.stringify(letter.envelope),
      letter.reason.slice(0, 2_000),
      new Date(),
    ],
  );
}

/** Open dead letters, oldest first, at most 200. */
export async function listDeadLetters(sql: Pick<EntityManager, 'query'>): Promise<DeadLetter[]> {
  return sql.query(
    `SELECT consumer, message_id AS "messageId", subject, reason, created_at AS "createdAt", replayed_at AS "replayedAt"
     FROM dead_letter WHERE replayed_at IS NULL ORDER BY created_at, message_id LIMIT 200`,
  );
}

export async function countDeadLetters(dataSource: DataSource): Promise<number> {
  const [row] = (await dataSource.query(
    `SELECT count(*)::int AS count FROM dead_letter WHERE replayed_at IS NULL`,
  )) as [{ count: number }];
  return row.count;
}

export async function findDeadLetter(
  sql: Pick<EntityManager, 'query'>,
  consumer: string,
  messageId: string,
): Promise<{ subject: string; envelope: Envelope } | null> {
  const rows: { subject: string; envelope: Envelope }[] = await sql.query(
    `SELECT subject, envelope FROM dead_letter WHERE consumer = $1 AND message_id = $2 AND replayed_at IS NULL`,
    [consumer, messageId],
  );
  return rows[0] ?? null;
}

/** Closes a dead letter: it was handled after all, or an operator discarded it. */
export async function closeDeadLetter(
  sql: Pick<EntityManager, 'query'>,
  consumer: string,
  messageId: string,
): Promise<void> {
  await sql.query(`UPDATE dead_letter SET replayed_at = $3 WHERE consumer = $1 AND message_id = $2`, [
    consumer,
    messageId,
    new Date(),
  ]);
}
