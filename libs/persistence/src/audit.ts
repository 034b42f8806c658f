import { hash } from 'node:crypto';
import { newId } from '@gongxiang/domain';
import { traceIdOf } from '@gongxiang/observability';
import type { DataSource, EntityManager } from 'typeorm';
import { type Canonical, canonicalJson, jsonList } from './canonical-json.js';
import {
  type Chain,
  type ChainVerdict,
  type SearchWindow,
  sealChain,
  unsealedAge,
  verifyNewest,
} from './chain.js';
import { walkChain, walkState, type WalkState } from './chain-walk.js';
import type { CapturedChange, Transaction } from './transaction.js';

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

const listeners = new Set<() => void>();

/** Registers who is told when this process has committed records of the trail. @returns ends that */
export function onAudited(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Writes the recorded changes to the audit trail: who, what, before and after, from where. Each row carries its own
 * hash.
 * @param transactions of one unit of work: handles of several callers may share its database transaction
 */
export async function writeAudit(transactions: readonly Transaction[], action: string): Promise<void> {
  const rows = transactions.flatMap((tx) => tx.changes.map((change) => rowOf(tx, change, action)));
  const [first] = transactions;
  if (first === undefined || rows.length === 0) return;
  first.afterCommit(() => listeners.forEach((listener) => listener()));
  const column = (of: (row: AuditRow) => unknown): unknown[] => rows.map(of);
  await first.sql.query(
    `INSERT INTO audit_record (id, at, actor_id, api_key_id, action, noun, subject_id, before, after, origin, trace_id, row_hash)
     SELECT id, $11, actor_id, api_key_id, $12, noun, subject_id, before, after, origin, trace_id, row_hash
     FROM ROWS FROM (
       unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]),
       jsonb_array_elements($6), jsonb_array_elements($7),
       unnest($8::text[], $9::text[], $10::text[])
     ) AS r(id, actor_id, api_key_id, noun, subject_id, before, after, origin, trace_id, row_hash)`,
    [
      column((row) => row.id),
      column((row) => row.actor_id),
      column((row) => row.api_key_id),
      column((row) => row.noun),
      column((row) => row.subject_id),
      jsonList(rows.map(({ before }) => before.text)),
      jsonList(rows.map(({ after }) => after.text)),
      column((row) => row.origin),
      column((row) => row.trace_id),
      column((row) => row.row_hash),
      first.now,
      action,
    ],
  );
}

function rowOf({ call, now }: Transaction, change: CapturedChange, action: string): AuditRow {
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

/** Which records of the trail to list, newest first. */
export interface AuditFilter {
  /** The id of the last record of the page before, or null. */
  readonly before: string | null;
  readonly noun: string | null;
  readonly subjectId: string | null;
  readonly rowsMax: number;
}

/** A record of the trail as auditors see it. */
export interface ListedAuditRecord {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly noun: string;
  readonly subjectId: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly traceId: string | null;
}

export function listAuditRecords(
  sql: Pick<EntityManager, 'query'>,
  { before, noun, subjectId, rowsMax }: AuditFilter,
): Promise<ListedAuditRecord[]> {
  return sql.query(
    `SELECT id, at, actor_id AS "actorId", action, noun, subject_id AS "subjectId", before, after, trace_id AS "traceId"
     FROM audit_record
     WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR noun = $2)
       AND ($3::text IS NULL OR subject_id = ANY(
         -- What happened to records that were merged into this one happened to the same person.
         ARRAY(SELECT from_id::text FROM person_alias
               WHERE into_id = CASE WHEN $3 ~ '^[0-9a-fA-F-]{36}$' THEN $3::uuid END) || $3))
     ORDER BY id DESC LIMIT $4`,
    [before, noun, subjectId, rowsMax],
  );
}

function hashOf(row: Omit<AuditRow, 'row_hash'>): string {
  // The text of the value as jsonb returns it: without undefined fields, dates as text, keys in any order.
  return hash('sha256', canonicalJson(row), 'hex');
}

/** Configuration of the trail's chain, see {@link Chain}. */
const auditChain: Chain<Omit<AuditRow, 'row_hash'>> = {
  table: 'audit_record',
  seals: 'audit_seal',
  sealed: 'audit_sealed',
  noun: 'record',
  rowsOf: (sql, seal) =>
    sql.query(
      `SELECT r.* FROM audit_sealed s LEFT JOIN audit_record r ON r.id = s.record_id WHERE s.seal_number = $1 ORDER BY s.position`,
      [seal],
    ),
  hashOf,
};

/**
 * Chains the records that were committed since the last seal.
 * @returns how many were sealed
 */
export function sealAudit(dataSource: DataSource, now: Date, look: SearchWindow = 'recent'): Promise<number> {
  return sealChain(dataSource, auditChain, now, look);
}

/** How many rows are verified within a request. */
const verifiedMax = 20_000;

/** The verification of the newest part of the trail, and the findings of the rounds over all of it. */
export interface AuditVerdict extends ChainVerdict, Pick<WalkState, 'roundRows' | 'roundEndedAt'> {}

/** Verifies the newest 20,000 records, which is the whole of a shorter trail; older ones are verified in rounds. */
export async function verifyAudit(dataSource: DataSource): Promise<AuditVerdict> {
  const newest = await verifyNewest(dataSource, auditChain, verifiedMax);
  const { broken: found, roundRows, roundEndedAt } = await walkState(dataSource, auditChain);
  const broken = newest.broken ?? found;
  return { ...newest, broken, intact: broken === null, roundRows, roundEndedAt };
}

/** Continues the rounds over the trail: see {@link walkChain}. */
export function walkAudit(dataSource: DataSource, part: Parameters<typeof walkChain>[2]): Promise<WalkState> {
  return walkChain(dataSource, auditChain, part);
}

/** Age in seconds of the oldest unsealed record; 0 if all are sealed. */
export function auditUnsealedAge(dataSource: DataSource, now: Date): Promise<number> {
  return unsealedAge(dataSource, auditChain, now);
}
