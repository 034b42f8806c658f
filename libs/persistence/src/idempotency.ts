import { hash as digest } from 'node:crypto';
import { authorise, DomainError, type FieldProblem, jsonOnce } from '@gongxiang/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { canonicalJson, jsonList } from './canonical-json.js';
import type { Cipher } from './cipher.js';
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
  /** Only of answers from before requests were kept sealed; then the sealed text is the body alone. */
  request_hash: string | null;
  outcome: 'done' | 'refused' | null;
  existing: boolean;
  sealed_body: string | null;
  decisions: Decision[];
}

/** What is sealed. The hash of a request stands nowhere in the clear: short ones, such as a phone number, could be guessed from it. */
interface Sealed {
  readonly hash: string;
  readonly body: unknown;
}

interface KeptRefusal {
  code: string;
  params: Record<string, string | number | boolean>;
  errors: FieldProblem[];
}

const lockNotAvailable = '55P03';
const keyConstraint = 'idempotency_pkey';

/** Whoever waits for a lock in this transaction waits so long and no longer. */
export const boundedLockWait = 'SET LOCAL lock_timeout = 5000';

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
  cipher: Cipher,
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
    tx.call.idempotencyKey === null || fresh.has(nameOf(tx))
      ? null
      : replay(cipher, { tx, route, hash, row: kept.get(nameOf(tx)) }),
  );
}

/**
 * The first answers to the callers' keys, without claiming those that are new: {@link addAnswers} will tell where another
 * process was faster. For many requests in one transaction, whose keys are hardly ever used twice at the same moment.
 * @returns for each the first answer, or the first refusal, or null where the key is new
 */
export async function findAnswers(
  cipher: Cipher,
  route: string,
  claims: readonly Claim[],
): Promise<(KeptAnswer | DomainError | null)[]> {
  const keyed = claims.filter(({ tx }) => tx.call.idempotencyKey !== null);
  const [first] = keyed;
  if (first === undefined) return claims.map(() => null);
  const kept = await findKept(first.tx.sql, route, keyed);
  return claims.map(({ tx, hash }) => {
    const row = tx.call.idempotencyKey === null ? undefined : kept.get(nameOf(tx));
    return row === undefined ? null : replay(cipher, { tx, route, hash, row });
  });
}

/**
 * Keeps the answers to keys that were new.
 * @throws AnsweredMeanwhile where one of them is no longer
 */
export async function addAnswers(cipher: Cipher, route: string, answers: readonly Kept[]): Promise<void> {
  const lasting = answers.filter(({ tx, answer }) => tx.call.idempotencyKey !== null && !isPassing(answer));
  const [first] = lasting;
  if (first === undefined) return;
  const { sql, now } = first.tx;
  const inserted = sql.query(
    `INSERT INTO idempotency (actor_id, route, key, outcome, existing, sealed_body, decisions, created_at)
     SELECT c.actor_id, $7, c.key, c.outcome, c.existing, c.sealed_body, c.decisions, $8
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]), jsonb_array_elements($6)
     ) AS c(actor_id, key, outcome, existing, sealed_body, decisions)
     ORDER BY c.actor_id, c.key -- in one order everywhere: two that come again together must not wait for each other`,
    [...columnsOf(cipher, route, lasting), route, now],
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
    await sql.query(boundedLockWait);
    const inserted: { actor_id: string; key: string }[] = await sql.query(
      `INSERT INTO idempotency (actor_id, route, key, created_at)
       SELECT actor_id, $3, key, $4 FROM unnest($1::text[], $2::text[]) AS c(actor_id, key)
       ORDER BY actor_id, key -- in one order everywhere: two that come again together must not wait for each other
       ON CONFLICT DO NOTHING RETURNING actor_id, key`,
      [...namesOf(claims), route, now],
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
    `SELECT actor_id, key, request_hash, outcome, existing, sealed_body, decisions
     FROM idempotency JOIN unnest($1::text[], $2::text[]) AS c(actor_id, key) USING (actor_id, key) WHERE route = $3`,
    [...namesOf(claims), route],
  );
  return new Map(rows.map((row) => [`${row.actor_id} ${row.key}`, row]));
}

function namesOf(claims: readonly Pick<Claim, 'tx'>[]): [actorIds: string[], keys: (string | null)[]] {
  return [claims.map(({ tx }) => actorIdOf(tx.call)), claims.map(({ tx }) => tx.call.idempotencyKey)];
}

interface Replayed extends Claim {
  readonly route: string;
  readonly row: KeptRow | undefined;
}

function replay(cipher: Cipher, { tx, route, row, hash }: Replayed): KeptAnswer | DomainError {
  if (row === undefined) return new DomainError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 });
  const kept = openedOf(cipher, contextOf(tx.call, route), row);
  if (kept.hash !== hash) return new DomainError('IDEMPOTENCY_KEY_REUSED');
  try {
    for (const { rule, subject } of row.decisions) {
      if (tx.call.actor !== null) authorise(tx.call.actor, rule, subject);
    }
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  if (row.outcome === 'refused') {
    const { code, params, errors } = kept.body as KeptRefusal;
    return new DomainError(code, { params, errors });
  }
  return { existing: row.existing, body: kept.body };
}

/** What came of a request, to be kept under its key. */
export interface Kept extends Claim {
  readonly answer: KeptAnswer | DomainError;
}

/** Keeps answers in the transaction of the effect, and refusals where that goes on without whoever is refused. */
export async function keepAnswers(cipher: Cipher, route: string, answers: readonly Kept[]): Promise<void> {
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
    `UPDATE idempotency i SET outcome = c.outcome, existing = c.existing, sealed_body = c.sealed_body, decisions = c.decisions
     FROM ROWS FROM (
       unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]), jsonb_array_elements($6)
     ) AS c(actor_id, key, outcome, existing, sealed_body, decisions)
     WHERE i.actor_id = c.actor_id AND i.key = c.key AND i.route = $7`,
    [...columnsOf(cipher, route, lasting), route],
  );
}

/** Actor, key, outcome, whether it was there already, sealed body and decisions of each. */
function columnsOf(cipher: Cipher, route: string, answers: readonly Kept[]): unknown[] {
  return [
    ...namesOf(answers),
    answers.map(({ answer }) => (answer instanceof DomainError ? 'refused' : 'done')),
    answers.map(({ answer }) => !(answer instanceof DomainError) && answer.existing),
    answers.map(({ tx, hash, answer }) => cipher.seal(keptJson(hash, answer), contextOf(tx.call, route))),
    jsonList(answers.map(({ tx }) => JSON.stringify(tx.decisions))),
  ];
}

/**
 * What an answer is bound to: copied to another key it does not open. Bodies hold names, phones and whatever else a view shows, so
 * they are sealed here, once for every command of every service; an answer of 1 kB takes about 10 µs to seal and 17 µs to open. The
 * same stands in SQL in `keptAnswers`.
 */
function contextOf(call: Transaction['call'], route: string): string {
  return `answer:${actorIdOf(call)} ${route} ${call.idempotencyKey}`;
}

function openedOf(
  cipher: Cipher,
  context: string,
  { request_hash: hash, sealed_body: text }: KeptRow,
): Sealed {
  const opened = text === null ? null : (JSON.parse(cipher.open(text, context)) as unknown);
  return hash === null ? (opened as Sealed) : { hash, body: opened };
}

/** A body that says nothing is kept as null. @returns a {@link Sealed} in JSON */
function keptJson(hash: string, answer: KeptAnswer | DomainError): string {
  const body =
    answer instanceof DomainError ? JSON.stringify(refusalOf(answer)) : jsonOnce(answer.body) || 'null';
  return `{"hash":"${hash}","body":${body}}`;
}

function isPassing(answer: KeptAnswer | DomainError): boolean {
  return answer instanceof DomainError && answer.retryAfterSeconds !== null;
}

function refusalOf({ code, params, errors }: DomainError): KeptRefusal {
  return { code, params: { ...params }, errors: [...errors] };
}

/** Keeps a refusal by a rule. The effect's transaction is rolled back, so it stands in one of its own. */
export async function keepRefusal(
  { dataSource, cipher }: { readonly dataSource: DataSource; readonly cipher: Cipher },
  tx: Pick<Transaction, 'call' | 'now' | 'decisions'>,
  route: string,
  refusal: { readonly hash: string; readonly error: DomainError },
): Promise<void> {
  if (tx.call.idempotencyKey === null || isPassing(refusal.error)) return;
  await dataSource.query(
    `INSERT INTO idempotency (actor_id, route, key, outcome, existing, sealed_body, decisions, created_at)
     VALUES ($1, $2, $3, 'refused', false, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      actorIdOf(tx.call),
      route,
      tx.call.idempotencyKey,
      cipher.seal(keptJson(refusal.hash, refusal.error), contextOf(tx.call, route)),
      JSON.stringify(tx.decisions),
      tx.now,
    ],
  );
}
