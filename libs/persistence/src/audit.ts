import { createHash } from 'node:crypto';
import { newId } from '@gongxiang/domain';
import { traceIdOf } from '@gongxiang/observability';
import type { DataSource, EntityManager } from 'typeorm';
import { type Canonical, canonicalJson } from './canonical-json.js';
import type { NotedChange, Transaction } from './transaction.js';

interface AuditRow {
  id: string;
  at: Date;
  actor_id: string | null;
  api_key_id: string | null;
  action: string;
  noun: string;
  subject_id: string;
  before: Canonical;
  after: Canonical;
  origin: string;
  trace_id: string | null;
  row_hash: string;
}

/**
 * Writes what was changed: who, what, before and after, from where. Each row carries its own hash.
 * @param transactions of one unit of work: those of several callers share its database transaction
 */
export async function writeAudit(transactions: readonly Transaction[], action: string): Promise<void> {
  const rows = transactions.flatMap((tx) => tx.changes.map((change) => rowOf(tx, change, action)));
  const [first] = transactions;
  if (first === undefined || rows.length === 0) return;
  const column = (of: (row: AuditRow) => unknown): unknown[] => rows.map(of);
  await first.sql.query(
    `INSERT INTO audit_record (id, at, actor_id, api_key_id, action, noun, subject_id, before, after, origin, trace_id, row_hash)
     SELECT id, $11, actor_id, api_key_id, $12, noun, subject_id, before, after, origin, trace_id, row_hash
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[],
                 $8::text[], $9::text[], $10::text[])
       AS r(id, actor_id, api_key_id, noun, subject_id, before, after, origin, trace_id, row_hash)`,
    [
      ...[column((row) => row.id), column((row) => row.actor_id), column((row) => row.api_key_id)],
      ...[column((row) => row.noun), column((row) => row.subject_id)],
      ...[column(({ before }) => before.text), column(({ after }) => after.text)],
      ...[column((row) => row.origin), column((row) => row.trace_id), column((row) => row.row_hash)],
      ...[first.now, action],
    ],
  );
}

function rowOf({ call, now }: Transaction, change: NotedChange, action: string): AuditRow {
  const row = {
    id: newId<'audit'>(),
    at: now,
    actor_id: call.actor?.personId ?? null,
    api_key_id: call.actor?.apiKeyId ?? null,
    action,
    noun: change.noun,
    subject_id: change.id,
    before: change.before,
    after: change.after,
    origin: call.from,
    trace_id: traceIdOf(call.traceparent),
  };
  return { ...row, row_hash: hashOf(row) };
}

function hashOf(row: Omit<AuditRow, 'row_hash'>): string {
  // As jsonb will give it back: undefined fields gone, dates as text, names in whatever order.
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

const sealBatchMax = 1_000;
/**
 * Ids are ordered by time, and hardly a transaction lives this long: what is still unsealed was made after the last seal
 * less this, or is found by the look at the whole. Each look reads what was made in that time, thousands a second in a rush.
 */
const sealWindowMs = 20_000;

/**
 * Chains the rows that were committed since the last seal: hash(previous seal, row hashes in order). Rows commit out
 * of order, so a seal takes whatever is there and unsealed and writes its number on none of them: the list of their ids
 * is part of the seal.
 * @param options `whole` looks at the whole trail instead of its last minutes; to be asked for now and then
 * @returns how many rows were sealed
 */
export async function sealAudit(
  dataSource: DataSource,
  now: Date,
  options: { readonly whole?: boolean } = {},
): Promise<number> {
  return dataSource.transaction(async (sql) => {
    const got: [{ locked: boolean }] = await sql.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.audit_seal', 0)) AS locked`,
    );
    if (!got[0].locked) return 0;
    const rows: { id: string; row_hash: string }[] = await sql.query(
      `SELECT r.id, r.row_hash FROM audit_record r
       WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM audit_sealed s WHERE s.record_id = r.id)
       ORDER BY r.id LIMIT ${sealBatchMax}`,
      [options.whole ? lowestId : await firstUnsealed(sql)],
    );
    if (rows.length === 0) return 0;
    const last: { number: number; hash: string }[] = await sql.query(
      `SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1`,
    );
    const number = (last[0]?.number ?? 0) + 1;
    const hash = sealHash(
      last[0]?.hash ?? '',
      rows.map((row) => row.row_hash),
    );
    await sql.query(`INSERT INTO audit_seal (number, at, row_count, hash) VALUES ($1, $2, $3, $4)`, [
      number,
      now,
      rows.length,
      hash,
    ]);
    await sql.query(
      `INSERT INTO audit_sealed (seal_number, position, record_id)
       SELECT $1, position, id FROM unnest($2::uuid[]) WITH ORDINALITY AS t(id, position)`,
      [number, rows.map((row) => row.id)],
    );
    return rows.length;
  });
}

const lowestId = '00000000-0000-0000-0000-000000000000';

/** The id from which a look for unsealed rows has to start. Without it each look would read the whole trail. */
async function firstUnsealed(sql: Pick<EntityManager, 'query'>): Promise<string> {
  const rows: { record_id: string }[] = await sql.query(
    `SELECT record_id FROM audit_sealed ORDER BY record_id DESC LIMIT 1`,
  );
  const last = rows[0]?.record_id;
  if (last === undefined) return lowestId;
  // The first 48 bits of a UUIDv7 are milliseconds.
  const madeAtMs = Number.parseInt(last.replace('-', '').slice(0, 12), 16);
  const from = Math.max(0, madeAtMs - sealWindowMs)
    .toString(16)
    .padStart(12, '0');
  return `${from.slice(0, 8)}-${from.slice(8)}-0000-0000-000000000000`;
}

function sealHash(previous: string, rowHashes: readonly string[]): string {
  return createHash('sha256')
    .update(`${previous}\n${rowHashes.join('\n')}`)
    .digest('hex');
}

export interface AuditVerdict {
  readonly intact: boolean;
  readonly sealedRows: number;
  /** Rows committed since the last seal: true to themselves, but not yet chained. */
  readonly unsealedRows: number;
  /** The first thing that does not fit, e.g. `seal 12` or `record 0190…`. */
  readonly broken: string | null;
}

/** Computes the whole chain again, seal by seal. */
export async function verifyAudit(dataSource: DataSource): Promise<AuditVerdict> {
  const seals: { number: number; hash: string; row_count: number }[] = await dataSource.query(
    `SELECT number, hash, row_count FROM audit_seal ORDER BY number`,
  );
  let previous = '';
  let sealedRows = 0;
  let broken: string | null = null;
  for (const seal of seals) {
    const checked = await checkSeal(dataSource, seal, previous);
    broken ??= checked.broken;
    previous = seal.hash;
    sealedRows += checked.rows;
  }
  const [tail] = (await dataSource.query(
    `SELECT count(*)::int AS count FROM audit_record r WHERE NOT EXISTS (SELECT 1 FROM audit_sealed s WHERE s.record_id = r.id)`,
  )) as [{ count: number }];
  return { intact: broken === null, sealedRows, unsealedRows: tail.count, broken };
}

interface Seal {
  readonly number: number;
  readonly hash: string;
  readonly row_count: number;
}

async function checkSeal(
  dataSource: DataSource,
  seal: Seal,
  previousHash: string,
): Promise<{ rows: number; broken: string | null }> {
  const rows: AuditRow[] = await dataSource.query(
    `SELECT r.* FROM audit_sealed s LEFT JOIN audit_record r ON r.id = s.record_id WHERE s.seal_number = $1 ORDER BY s.position`,
    [seal.number],
  );
  const hash = sealHash(
    previousHash,
    rows.map((row) => row.row_hash),
  );
  const fits = hash === seal.hash && rows.length === seal.row_count;
  return { rows: rows.length, broken: brokenRow(rows) ?? (fits ? null : `seal ${seal.number}`) };
}

const sealsReadMax = 100;

/**
 * Computes a part of the chain again, from the seal after the one that is named; at least one seal, and no further one
 * after `rowsMax` rows.
 * @returns `next` null at the end of the chain
 */
export async function verifyAuditPart(
  dataSource: DataSource,
  after: number,
  rowsMax: number,
): Promise<{ next: number | null; broken: string | null }> {
  const seals: Seal[] = await dataSource.query(
    `SELECT number, hash, row_count FROM audit_seal WHERE number >= $1 ORDER BY number LIMIT ${sealsReadMax}`,
    [after],
  );
  const start = seals[0]?.number === after ? seals.shift() : undefined;
  if (after > 0 && start === undefined) return { next: null, broken: `seal ${after}` };
  return walk(dataSource, seals, start?.hash ?? '', rowsMax);
}

async function walk(
  dataSource: DataSource,
  seals: readonly Seal[],
  firstHash: string,
  rowsMax: number,
): Promise<{ next: number | null; broken: string | null }> {
  let previousHash = firstHash;
  let rows = 0;
  for (const seal of seals) {
    const checked = await checkSeal(dataSource, seal, previousHash);
    rows += checked.rows;
    if (checked.broken !== null || rows >= rowsMax) return { next: seal.number, broken: checked.broken };
    previousHash = seal.hash;
  }
  return { next: seals.at(-1)?.number ?? null, broken: null };
}

/** Seconds since the oldest record that no seal holds was made; 0 where all are sealed. */
export async function auditUnsealedAge(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { at: Date }[] = await dataSource.query(
    `SELECT r.at FROM audit_record r
     WHERE r.id >= $1 AND NOT EXISTS (SELECT 1 FROM audit_sealed s WHERE s.record_id = r.id) ORDER BY r.id LIMIT 1`,
    [await firstUnsealed(dataSource)],
  );
  const at = rows[0]?.at;
  return at === undefined ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000);
}

function brokenRow(rows: readonly AuditRow[]): string | null {
  for (const { row_hash: stated, ...row } of rows) {
    if (row.id === null) return 'a record that is gone';
    if (hashOf(row) !== stated) return `record ${row.id}`;
  }
  return null;
}
