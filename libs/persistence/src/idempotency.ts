import { hash as digest } from 'node:crypto';
import { authorise, DomainError, type FieldProblem, jsonOnce } from '@gongxiang/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { canonicalJson, jsonList } from './canonical-json.js';
import { AnsweredMeanwhile, brokenConstraint, sqlState } from './in-transaction.js';
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
const keyConstraint = 'idempotency_pkey';

/** Whoever waits for a lock in this transaction waits so long and no longer. */
export async function boundLockWait(sql: EntityManager): Promise<void> {
  await sql.query('SET LOCAL lock_timeout = 5000');
}

/** The same for equal requests, whatever the order of their fields. */
export function requestHash(request: unknown): string {
  return digest('sha256', canonicalJson(request), 'hex');
}

/** One caller's request, as it is compared with an earlier one under the same key. */
export interface Claim {
  readonly tx: Transaction;
  readonly hash: string;
}

/**
 * Claims the callers' keys within the transaction of the effect, or finds the first answers to them. Inserting first makes
 * a second caller wait on the unique index until the first has committed: no answer is given twice, none is lost.
 * @param claims of one database transaction, no key among them twice
 * @returns for each the first answer, or the first refusal, or null where the key is new
 * @throws DomainError `IDEMPOTENCY_IN_PROGRESS` where a first call is still running
 */
export async function claimKeys(
  route: string,
  claims: readonly Claim[],
): Promise<(KeptAnswer | DomainError | null)[]> {
  const keyed = claims.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return claims.map(() => null);
  const { sql, now } = first.tx;
  const fresh = await insertKeys(sql, route, keyed, now);
  const known = keyed.filter((claim) => !fresh.has(nameOf(claim.tx)));
  const kept = await findKept(sql, route, known);
  return claims.map(({ tx, hash }) =>
    tx.call.idempotencyKey === null || fresh.has(nameOf(tx)) ? null : replay(tx, kept.get(nameOf(tx)), hash),
  );
}

/**
 * The first answers to the callers' keys, without claiming those that are new: {@link addAnswers} will tell where another
 * process was faster. For many requests in one transaction, whose keys are hardly ever used twice at the same moment.
 * @returns for each the first answer, or the first refusal, or null where the key is new
 */
export async function findAnswers(
  route: string,
  claims: readonly Claim[],
): Promise<(KeptAnswer | DomainError | null)[]> {
  const keyed = claims.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return claims.map(() => null);
  const kept = await findKept(first.tx.sql, route, keyed);
  return claims.map(({ tx, hash }) => {
    const row = tx.call.idempotencyKey === null ? undefined : kept.get(nameOf(tx));
    return row === undefined ? null : replay(tx, row, hash);
  });
}

/**
 * Keeps the answers to keys that were new.
 * @throws AnsweredMeanwhile where one of them is no longer
 */
export async function addAnswers(
  route: string,
  answers: readonly (Kept & Pick<Claim, 'hash'>)[],
): Promise<void> {
  const lasting = answers.filter(({ tx, answer }) => tx.call.idempotencyKey !== null && !isPassing(answer));
  const [first] = lasting;
  if (first === undefined) return;
  const { sql, now } = first.tx;
  const inserted = sql.query(
    `INSERT INTO idempotency (actor_id, route, key, request_hash, outcome, existing, body, decisions, created_at)
     SELECT c.actor_id, $8, c.key, c.hash, c.outcome, c.existing, c.body, c.decisions, $9
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[]),
       json_array_elements($5), jsonb_array_elements($6),
       unnest($7::text[])
     ) AS c(actor_id, key, outcome, existing, body, decisions, hash)
     ORDER BY c.actor_id, c.key -- in one order everywhere: two that come again together must not wait for each other`,
    [...columnsOf(lasting), lasting.map(({ hash }) => hash), route, now],
  );
  await inserted.catch((error: unknown) => {
    throw brokenConstraint(error) === keyConstraint ? new AnsweredMeanwhile() : error;
  });
}

/** The key with whose it is: the same one of two people is two. */
export function nameOf({ call }: Transaction): string {
  return `${actorIdOf(call)} ${call.idempotencyKey}`;
}

function actorIdOf(call: Transaction['call']): string {
  return call.actor?.personId ?? 'nobody';
}

/** @returns the names of the keys that are new */
async function insertKeys(
  sql: EntityManager,
  route: string,
  claims: readonly Claim[],
  now: Date,
): Promise<ReadonlySet<string>> {
  try {
    await boundLockWait(sql);
    const inserted: { actor_id: string; key: string }[] = await sql.query(
      `INSERT INTO idempotency (actor_id, route, key, request_hash, created_at)
       SELECT actor_id, $4, key, hash, $5 FROM unnest($1::text[], $2::text[], $3::text[]) AS c(actor_id, key, hash)
       ORDER BY actor_id, key -- in one order everywhere: two that come again together must not wait for each other
       ON CONFLICT DO NOTHING RETURNING actor_id, key`,
      [...namesOf(claims), claims.map(({ hash }) => hash), route, now],
    );
    return new Set(inserted.map(({ actor_id: actorId, key }) => `${actorId} ${key}`));
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error;
    throw new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  }
}

async function findKept(
  sql: EntityManager,
  route: string,
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, KeptRow>> {
  if (claims.length === 0) return new Map();
  const rows: (KeptRow & { actor_id: string; key: string })[] = await sql.query(
    `SELECT actor_id, key, request_hash, outcome, existing, body, decisions
     FROM idempotency JOIN unnest($1::text[], $2::text[]) AS c(actor_id, key) USING (actor_id, key) WHERE route = $3`,
    [...namesOf(claims), route],
  );
  return new Map(rows.map((row) => [`${row.actor_id} ${row.key}`, row]));
}

function namesOf(claims: readonly Pick<Claim, 'tx'>[]): [actorIds: string[], keys: (string | null)[]] {
  return [claims.map(({ tx }) => actorIdOf(tx.call)), claims.map(({ tx }) => tx.call.idempotencyKey)];
}

function replay(tx: Transaction, row: KeptRow | undefined, hash: string): KeptAnswer | DomainError {
  if (row === undefined) return new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  if (row.request_hash !== hash) return new DomainError('IDEMPOTENCY_KEY_REUSED');
  try {
    for (const { rule, subject } of row.decisions) {
      if (tx.call.actor !== null) authorise(tx.call.actor, rule, subject);
    }
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  if (row.outcome === 'refused') {
    const { code, params, errors } = row.body as KeptRefusal;
    return new DomainError(code, { params, errors });
  }
  return { existing: row.existing, body: row.body };
}

/** What came of a request, to be kept under its key. */
export interface Kept {
  readonly tx: Transaction;
  readonly answer: KeptAnswer | DomainError;
}

/** Keeps answers in the transaction of the effect, and refusals where that goes on without whoever is refused. */
export async function keepAnswers(route: string, answers: readonly Kept[]): Promise<void> {
  const keyed = answers.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return;
  const { sql } = first.tx;
  // To be tried again: the key is free then.
  const passing = keyed.filter(({ answer }) => isPassing(answer));
  if (passing.length > 0) {
    await sql.query(
      `DELETE FROM idempotency i USING unnest($1::text[], $2::text[]) AS c(actor_id, key)
       WHERE i.actor_id = c.actor_id AND i.key = c.key AND i.route = $3`,
      [...namesOf(passing), route],
    );
  }
  const lasting = keyed.filter(({ answer }) => !isPassing(answer));
  if (lasting.length === 0) return;
  await sql.query(
    `UPDATE idempotency i SET outcome = c.outcome, existing = c.existing, body = c.body, decisions = c.decisions
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[]), json_array_elements($5), jsonb_array_elements($6)
     ) AS c(actor_id, key, outcome, existing, body, decisions)
     WHERE i.actor_id = c.actor_id AND i.key = c.key AND i.route = $7`,
    [...columnsOf(lasting), route],
  );
}

/** Actor, key, outcome, whether it was there already, body and decisions of each. */
function columnsOf(answers: readonly Kept[]): unknown[] {
  return [
    ...namesOf(answers),
    answers.map(({ answer }) => (answer instanceof DomainError ? 'refused' : 'done')),
    answers.map(({ answer }) => !(answer instanceof DomainError) && answer.existing),
    jsonList(answers.map(({ answer }) => keptJson(answer))),
    jsonList(answers.map(({ tx }) => JSON.stringify(tx.decisions))),
  ];
}

/** A body that says nothing is kept as null. */
function keptJson(answer: KeptAnswer | DomainError): string {
  if (answer instanceof DomainError) return JSON.stringify(refusalOf(answer));
  return jsonOnce(answer.body) || 'null';
}

function isPassing(answer: KeptAnswer | DomainError): boolean {
  return answer instanceof DomainError && answer.retryAfterSeconds !== null;
}

function refusalOf({ code, params, errors }: DomainError): KeptRefusal {
  return { code, params: { ...params }, errors: [...errors] };
}

/** Keeps a refusal by a rule. The effect's transaction is rolled back, so it stands in one of its own. */
export async function keepRefusal(
  dataSource: DataSource,
  tx: Pick<Transaction, 'call' | 'now' | 'decisions'>,
  route: string,
  refusal: { readonly hash: string; readonly error: DomainError },
): Promise<void> {
  if (tx.call.idempotencyKey === null || isPassing(refusal.error)) return;
  await dataSource.query(
    `INSERT INTO idempotency (actor_id, route, key, request_hash, outcome, existing, body, decisions, created_at)
     VALUES ($1, $2, $3, $4, 'refused', false, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      actorIdOf(tx.call),
      route,
      tx.call.idempotencyKey,
      refusal.hash,
      JSON.stringify(refusalOf(refusal.error)),
      JSON.stringify(tx.decisions),
      tx.now,
    ],
  );
}
