import { createHash } from 'node:crypto';
import { authorise, DomainError, type FieldProblem } from '@gongxiang/domain';
import type { DataSource } from 'typeorm';
import { sqlState } from './in-transaction.js';
import type { Decision, Transaction } from './transaction.js';

/** How long an answer is kept for a replay. */
export const keptHours = 24;

const forgetBatchMax = 5_000;

/** Removes answers that are older than they are kept for, a bounded number at a time. */
export async function forgetAnswers(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM idempotency WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM idempotency WHERE created_at < $1 ORDER BY created_at LIMIT ${forgetBatchMax}))`,
    [new Date(now.getTime() - keptHours * 3_600_000)],
  );
}

/** What is known of an earlier call with the same key. */
export interface KeptAnswer {
  readonly existing: boolean;
  readonly body: unknown;
}

interface KeptRow {
  request_hash: string;
  outcome: 'done' | 'refused' | null;
  existing: boolean;
  body: unknown;
  decisions: Decision[];
}

interface KeptRefusal {
  code: string;
  params: Record<string, string | number | boolean>;
  errors: FieldProblem[];
}

const lockNotAvailable = '55P03';
const waitMs = 5_000;

/** The same for equal requests, whatever the order of their fields. */
export function requestHash(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

/** JSON with the keys of every object in order, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Claims the caller's key within the transaction of the effect, or finds the first answer to it. Inserting first makes
 * a second caller wait on the unique index until the first has committed: no answer is given twice, none is lost.
 * @throws DomainError `IDEMPOTENCY_KEY_REUSED` for another body, `IDEMPOTENCY_IN_PROGRESS` where the first is still running
 */
export async function claimKey(tx: Transaction, route: string, hash: string): Promise<KeptAnswer | null> {
  const key = tx.call.idempotencyKey;
  if (key === null) return null;
  const actorId = tx.call.actor?.personId ?? 'nobody';
  try {
    await tx.sql.query(`SET LOCAL lock_timeout = ${waitMs}`);
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO idempotency (actor_id, route, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [actorId, route, key, hash, tx.now],
    );
    if (inserted.length > 0) return null;
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error;
    throw new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  }
  const rows: KeptRow[] = await tx.sql.query(
    `SELECT request_hash, outcome, existing, body, decisions FROM idempotency WHERE actor_id = $1 AND route = $2 AND key = $3`,
    [actorId, route, key],
  );
  return replay(tx, rows[0], hash);
}

function replay(tx: Transaction, row: KeptRow | undefined, hash: string): KeptAnswer {
  if (row === undefined) throw new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  if (row.request_hash !== hash) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  for (const { rule, subject } of row.decisions) {
    if (tx.call.actor !== null) authorise(tx.call.actor, rule, subject);
  }
  if (row.outcome === 'refused') {
    const { code, params, errors } = row.body as KeptRefusal;
    throw new DomainError(code, { params, errors });
  }
  return { existing: row.existing, body: row.body };
}

/** Keeps the answer, in the transaction of the effect. */
export async function keepAnswer(tx: Transaction, route: string, answer: KeptAnswer): Promise<void> {
  if (tx.call.idempotencyKey === null) return;
  await tx.sql.query(
    `UPDATE idempotency SET outcome = 'done', existing = $4, body = $5, decisions = $6
     WHERE actor_id = $1 AND route = $2 AND key = $3`,
    [
      tx.call.actor?.personId ?? 'nobody',
      route,
      tx.call.idempotencyKey,
      answer.existing,
      JSON.stringify(answer.body),
      JSON.stringify(tx.decisions),
    ],
  );
}

/** Keeps a refusal by a rule. The effect's transaction is rolled back, so it stands in one of its own. */
export async function keepRefusal(
  dataSource: DataSource,
  tx: Pick<Transaction, 'call' | 'now' | 'decisions'>,
  route: string,
  refusal: { readonly hash: string; readonly error: DomainError },
): Promise<void> {
  if (tx.call.idempotencyKey === null || refusal.error.retryAfterSeconds !== null) return;
  const { code, params, errors } = refusal.error;
  await dataSource.query(
    `INSERT INTO idempotency (actor_id, route, key, request_hash, outcome, existing, body, decisions, created_at)
     VALUES ($1, $2, $3, $4, 'refused', false, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      tx.call.actor?.personId ?? 'nobody',
      route,
      tx.call.idempotencyKey,
      refusal.hash,
      JSON.stringify({ code, params, errors }),
      JSON.stringify(tx.decisions),
      tx.now,
    ],
  );
}
