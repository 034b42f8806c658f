import { hash as digest } from 'node:crypto';
import { authorise, dayMs, DomainError, type FieldProblem, jsonOnce } from '@gongxiang/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { canonicalJson, jsonList } from './canonical-json.js';
import type { Cipher } from './cipher.js';
import { AnsweredMeanwhile, brokenConstraint, sqlState } from './in-transaction.js';
import type { Decision, Transaction } from './transaction.js';

/** How long an answer is stored for replays. */
const retentionMs = dayMs;

const deleteBatchMax = 5_000;

/** Deletes expired answers, in bounded batches. */
export async function deleteExpiredAnswers(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM idempotency WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM idempotency WHERE created_at < $1 ORDER BY created_at LIMIT ${deleteBatchMax}))`,
    [new Date(now.getTime() - retentionMs)],
  );
}

/** The stored answer of an earlier call with the same key. */
export interface StoredAnswer {
  readonly existing: boolean;
  readonly body: unknown;
}

interface StoredRow {
  /** Set only for answers stored before request hashes were sealed; then the sealed text is the body alone. */
  request_hash: string | null;
  outcome: 'done' | 'refused' | null;
  existing: boolean;
  sealed_body: string | null;
  decisions: Decision[];
}

/**
 * The sealed value. It includes the hash of the request: in the clear, a short request such as a phone number could
 * be guessed from it.
 */
interface Sealed {
  readonly hash: string;
  readonly body: unknown;
}

interface StoredRefusal {
  code: string;
  params: Record<string, string | number | boolean>;
  errors: FieldProblem[];
}

const lockNotAvailable = '55P03';
const keyConstraint = 'idempotency_pkey';

/** Bounds how long this transaction waits for a lock. */
export const boundedLockWait = 'SET LOCAL lock_timeout = 5000';

/** A hash that is equal for equal requests, whatever the order of their fields. */
export function requestHash(request: unknown): string {
  return digest('sha256', canonicalJson(request), 'hex');
}

/** One caller's request with its hash, to compare with an earlier one under the same key. */
export interface Claim {
  readonly tx: Transaction;
  readonly hash: string;
}

/**
 * Claims the callers' keys within the transaction of the effect, or finds the first answers to them. The key is
 * inserted first, so that a second caller waits on the unique index until the first has committed: no answer is given
 * twice, none is lost.
 * @param claims of one database transaction, with distinct keys
 * @returns for each the first answer, or the first refusal, or null if the key is new
 * @throws DomainError `IDEMPOTENCY_IN_PROGRESS` if a first call is still running
 */
export async function claimKeys(
  cipher: Cipher,
  route: string,
  claims: readonly Claim[],
): Promise<(StoredAnswer | DomainError | null)[]> {
  const keyed = claims.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return claims.map(() => null);
  const { sql, now } = first.tx;
  const claimed = await insertKeys(sql, route, keyed, now);
  const known = keyed.filter((claim) => !claimed.has(keyIdentity(claim.tx)));
  const stored = await findStored(sql, route, known);
  return claims.map(({ tx, hash }) =>
    tx.call.idempotencyKey === null || claimed.has(keyIdentity(tx))
      ? null
      : replay(cipher, { tx, route, hash, row: stored.get(keyIdentity(tx)) }),
  );
}

/**
 * Finds the first answers to the callers' keys without claiming new ones: {@link addAnswers} detects whether another
 * process was faster. For many requests in one transaction, whose keys are hardly ever used twice at the same moment.
 * @returns for each the first answer, or the first refusal, or null if the key is new
 */
export async function findAnswers(
  cipher: Cipher,
  route: string,
  claims: readonly Claim[],
): Promise<(StoredAnswer | DomainError | null)[]> {
  const keyed = claims.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return claims.map(() => null);
  const stored = await findStored(first.tx.sql, route, keyed);
  return claims.map(({ tx, hash }) => {
    const row = tx.call.idempotencyKey === null ? undefined : stored.get(keyIdentity(tx));
    return row === undefined ? null : replay(cipher, { tx, route, hash, row });
  });
}

/**
 * Stores the answers to keys that were new.
 * @throws AnsweredMeanwhile if another process has answered one of them
 */
export async function addAnswers(
  cipher: Cipher,
  route: string,
  answers: readonly AnswerToStore[],
): Promise<void> {
  const lasting = answers.filter(({ tx, answer }) => tx.call.idempotencyKey !== null && !isRetryable(answer));
  const [first] = lasting;
  if (first === undefined) return;
  const { sql, now } = first.tx;
  const inserted = sql.query(
    `INSERT INTO idempotency (actor_id, route, key, outcome, existing, sealed_body, decisions, created_at)
     SELECT c.actor_id, $7, c.key, c.outcome, c.existing, c.sealed_body, c.decisions, $8
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]), jsonb_array_elements($6)
     ) AS c(actor_id, key, outcome, existing, sealed_body, decisions)
     ORDER BY c.actor_id, c.key -- always in the same order, so that two concurrent retries cannot deadlock`,
    [...columnsOf(cipher, route, lasting), route, now],
  );
  await inserted.catch((error: unknown) => {
    throw brokenConstraint(error) === keyConstraint ? new AnsweredMeanwhile() : error;
  });
}

/** Identifies a key with its caller: the same key of two people is two. */
export function keyIdentity({ call }: Transaction): string {
  return `${actorIdOf(call)} ${call.idempotencyKey}`;
}

function actorIdOf(call: Transaction['call']): string {
  return call.actor?.personId ?? 'nobody';
}

/** @returns the identities of the keys that are new */
async function insertKeys(
  sql: EntityManager,
  route: string,
  claims: readonly Claim[],
  now: Date,
): Promise<ReadonlySet<string>> {
  try {
    await sql.query(boundedLockWait);
    const inserted: { actor_id: string; key: string }[] = await sql.query(
      `INSERT INTO idempotency (actor_id, route, key, created_at)
       SELECT actor_id, $3, key, $4 FROM unnest($1::text[], $2::text[]) AS c(actor_id, key)
       ORDER BY actor_id, key -- always in the same order, so that two concurrent retries cannot deadlock
       ON CONFLICT DO NOTHING RETURNING actor_id, key`,
      [...namesOf(claims), route, now],
    );
    return new Set(inserted.map(({ actor_id: actorId, key }) => `${actorId} ${key}`));
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error;
    throw new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  }
}

async function findStored(
  sql: EntityManager,
  route: string,
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, StoredRow>> {
  if (claims.length === 0) return new Map();
  const rows: (StoredRow & { actor_id: string; key: string })[] = await sql.query(
    `SELECT actor_id, key, request_hash, outcome, existing, sealed_body, decisions
     FROM idempotency JOIN unnest($1::text[], $2::text[]) AS c(actor_id, key) USING (actor_id, key) WHERE route = $3`,
    [...namesOf(claims), route],
  );
  return new Map(rows.map((row) => [`${row.actor_id} ${row.key}`, row]));
}

function namesOf(claims: readonly Pick<Claim, 'tx'>[]): [actorIds: string[], keys: (string | null)[]] {
  return [claims.map(({ tx }) => actorIdOf(tx.call)), claims.map(({ tx }) => tx.call.idempotencyKey)];
}

interface ReplayRequest extends Claim {
  readonly route: string;
  readonly row: StoredRow | undefined;
}

function replay(cipher: Cipher, { tx, route, row, hash }: ReplayRequest): StoredAnswer | DomainError {
  if (row === undefined) return new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  const stored = open(cipher, contextOf(tx.call, route), row);
  if (stored.hash !== hash) return new DomainError('IDEMPOTENCY_KEY_REUSED');
  try {
    for (const { rule, subject } of row.decisions) {
      if (tx.call.actor !== null) authorise(tx.call.actor, rule, subject);
    }
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  if (row.outcome === 'refused') {
    const { code, params, errors } = stored.body as StoredRefusal;
    return new DomainError(code, { params, errors });
  }
  return { existing: row.existing, body: stored.body };
}

/** The result of a request, to be stored under its key. */
interface AnswerToStore extends Claim {
  readonly answer: StoredAnswer | DomainError;
}

/**
 * Stores answers in the transaction of the effect, and refusals if that transaction continues without the refused.
 */
export async function storeAnswers(
  cipher: Cipher,
  route: string,
  answers: readonly AnswerToStore[],
): Promise<void> {
  const keyed = answers.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return;
  const { sql } = first.tx;
  // Retryable refusals release their key.
  const retryable = keyed.filter(({ answer }) => isRetryable(answer));
  if (retryable.length > 0) {
    await sql.query(
      `DELETE FROM idempotency i USING unnest($1::text[], $2::text[]) AS c(actor_id, key)
       WHERE i.actor_id = c.actor_id AND i.key = c.key AND i.route = $3`,
      [...namesOf(retryable), route],
    );
  }
  const lasting = keyed.filter(({ answer }) => !isRetryable(answer));
  if (lasting.length === 0) return;
  await sql.query(
    `UPDATE idempotency i SET outcome = c.outcome, existing = c.existing, sealed_body = c.sealed_body, decisions = c.decisions
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]), jsonb_array_elements($6)
     ) AS c(actor_id, key, outcome, existing, sealed_body, decisions)
     WHERE i.actor_id = c.actor_id AND i.key = c.key AND i.route = $7`,
    [...columnsOf(cipher, route, lasting), route],
  );
}

/** Parameters by column: actor, key, outcome, existing, sealed body and decisions. */
function columnsOf(cipher: Cipher, route: string, answers: readonly AnswerToStore[]): unknown[] {
  return [
    ...namesOf(answers),
    answers.map(({ answer }) => (answer instanceof DomainError ? 'refused' : 'done')),
    answers.map(({ answer }) => !(answer instanceof DomainError) && answer.existing),
    answers.map(({ tx, hash, answer }) => cipher.seal(sealedJson(hash, answer), contextOf(tx.call, route))),
    jsonList(answers.map(({ tx }) => JSON.stringify(tx.decisions))),
  ];
}

/**
 * The context that an answer is bound to: copied to another key it does not open. Bodies hold names, phones and
 * whatever else a view shows, so they are sealed here, once for every command of every service; an answer of 1 kB
 * takes about 10 µs to seal and 17 µs to open. `keptAnswers` states the same context in SQL.
 */
function contextOf(call: Transaction['call'], route: string): string {
  return `answer:${actorIdOf(call)} ${route} ${call.idempotencyKey}`;
}

function open(cipher: Cipher, context: string, { request_hash: hash, sealed_body: text }: StoredRow): Sealed {
  const opened = text === null ? null : (JSON.parse(cipher.open(text, context)) as unknown);
  return hash === null ? (opened as Sealed) : { hash, body: opened };
}

/** Serialises the sealed value; an empty body is stored as null. @returns a {@link Sealed} in JSON */
function sealedJson(hash: string, answer: StoredAnswer | DomainError): string {
  const body =
    answer instanceof DomainError ? JSON.stringify(refusalOf(answer)) : jsonOnce(answer.body) || 'null';
  return `{"hash":"${hash}","body":${body}}`;
}

function isRetryable(answer: StoredAnswer | DomainError): boolean {
  return answer instanceof DomainError && answer.retryAfterSeconds !== null;
}

function refusalOf({ code, params, errors }: DomainError): StoredRefusal {
  return { code, params: { ...params }, errors: [...errors] };
}

/** Stores a refusal by a rule, in a transaction of its own, as the effect's transaction is rolled back. */
export async function storeRefusal(
  { dataSource, cipher }: { readonly dataSource: DataSource; readonly cipher: Cipher },
  tx: Pick<Transaction, 'call' | 'now' | 'decisions'>,
  route: string,
  refusal: { readonly hash: string; readonly error: DomainError },
): Promise<void> {
  if (tx.call.idempotencyKey === null || isRetryable(refusal.error)) return;
  await dataSource.query(
    `INSERT INTO idempotency (actor_id, route, key, outcome, existing, sealed_body, decisions, created_at)
     VALUES ($1, $2, $3, 'refused', false, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      actorIdOf(tx.call),
      route,
      tx.call.idempotencyKey,
      cipher.seal(sealedJson(refusal.hash, refusal.error), contextOf(tx.call, route)),
      JSON.stringify(tx.decisions),
      tx.now,
    ],
  );
}
