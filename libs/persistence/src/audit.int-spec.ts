import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { traceIdOf } from '@gongxiang/observability';
import { actorWith } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { auditUnsealedAge, sealAudit, verifyAudit, walkAudit } from './audit.js';
import type { WalkState } from './chain-walk.js';
import { sqlState } from './in-transaction.js';
import { callBy, startSuite, type Suite } from './suite.fixture.js';

let suite: Suite;
const actor = actorWith();
const contract = { subject: 'shelf.thing.change' };
const insufficientPrivilege = '42501';

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());
afterEach(() => asSuperuser('TRUNCATE audit_record, audit_seal, audit_sealed, chain_walk'));

/** Changes the trail behind its triggers, as only a superuser can. */
async function asSuperuser(sql: string): Promise<void> {
  await suite.admin.transaction(async (manager) => {
    await manager.query(`SET LOCAL search_path = shelf; SET LOCAL session_replication_role = replica`);
    await manager.query(sql);
  });
}

/** Creates the given number of records, each by a command of its own. @returns their subjects */
async function change(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId<'thing'>());
  for (const id of ids) {
    await suite.transactions.command(callBy(actor), contract, {}, async (tx) => {
      tx.audit({
        noun: 'thing',
        id,
        before: { n: 1, gone: undefined },
        after: { n: 2.5, at: tx.now, zh: '变更' },
      });
    });
  }
  return ids;
}

const seal = (dataSource: DataSource = suite.service): Promise<number> =>
  sealAudit(dataSource, suite.clock.now());

/** The findings at the end of the next round, part by part. */
async function walked(rowsMax: number, dataSource = suite.service): Promise<WalkState> {
  const now = new Date(suite.clock.now().getTime() + rounds++);
  for (;;) {
    const state = await walkAudit(dataSource, { rowsMax, now });
    if (state.roundEndedAt?.getTime() === now.getTime()) return state;
  }
}
let rounds = 1;

const placeOfWalk = async (): Promise<number | undefined> =>
  ((await suite.service.query('SELECT seal FROM chain_walk')) as { seal: number }[])[0]?.seal;

async function failureOf(dataSource: DataSource, sql: string): Promise<string | null> {
  return dataSource.query(sql).then(
    () => null,
    (error: unknown) => sqlState(error),
  );
}

describe('the audit trail', () => {
  it('says who changed what, from where, under which trace', async () => {
    const id = newId();
    const call = callBy(actor, { from: '10.0.0.9' });
    await suite.transactions.command(call, contract, {}, async (tx) => {
      tx.audit({ noun: 'thing', id, before: null, after: { n: 1 } });
    });
    const rows: unknown[] = await suite.service.query('SELECT * FROM audit_record');
    expect(rows).toMatchObject([
      {
        at: suite.clock.now(),
        actor_id: actor.personId,
        action: contract.subject,
        noun: 'thing',
        subject_id: id,
        before: null,
        after: { n: 1 },
        origin: '10.0.0.9',
        trace_id: traceIdOf(call.traceparent),
      },
    ]);
  });

  it('holds nothing of a change that was rolled back', async () => {
    const failing = suite.transactions.command(callBy(actor), contract, {}, async (tx) => {
      tx.audit({ noun: 'thing', id: newId() });
      throw new Error('a mistake');
    });
    await expect(failing).rejects.toThrow();
    expect(await verifyAudit(suite.service)).toMatchObject({ sealedRows: 0, unsealedRows: 0 });
  });

  it('is intact after sealing, and names the tail that is not chained yet', async () => {
    await change(3);
    expect(await seal()).toBe(3);
    await change(2);
    expect(await verifyAudit(suite.service)).toEqual({
      intact: true,
      sealedRows: 3,
      unsealedRows: 2,
      broken: null,
      roundRows: 0,
      roundEndedAt: null,
    });
    expect([await seal(), await seal()]).toEqual([2, 0]);
    expect(await verifyAudit(suite.service)).toEqual({
      intact: true,
      sealedRows: 5,
      unsealedRows: 0,
      broken: null,
      roundRows: 0,
      roundEndedAt: null,
    });
  });

  it.each([
    [`UPDATE audit_record SET after = '{"n": 3}' WHERE subject_id = $id`, /^record /],
    [`UPDATE audit_record SET at = at + interval '1 ms' WHERE subject_id = $id`, /^record /],
    [`UPDATE audit_record SET actor_id = NULL WHERE subject_id = $id`, /^record /],
    [`DELETE FROM audit_record WHERE subject_id = $id`, /gone/],
    [`DELETE FROM audit_sealed WHERE position = 2`, /^seal 1$/],
    [`UPDATE audit_seal SET hash = 'x' WHERE number = 1`, /^seal 1$/],
  ])('is found broken by verify after %s', async (tampering, broken) => {
    const ids = await change(3);
    await seal();
    await change(1);
    await seal();
    await asSuperuser(tampering.replace('$id', `'${ids[1]}'`));
    const verdict = await verifyAudit(suite.service);
    expect(verdict.intact).toBe(false);
    expect(verdict.broken).toMatch(broken);
    expect((await walked(1)).broken).toBe(verdict.broken);
    // Reported until a complete round finds nothing.
    await walkAudit(suite.service, { rowsMax: 1, now: suite.clock.now() });
    expect((await verifyAudit(suite.service)).intact).toBe(false);
  });

  it('is walked in parts of at least one seal, to its end, and on from there by a process that is started anew', async () => {
    expect(await walked(1)).toMatchObject({ broken: null, roundRows: 0 });
    for (let seals = 0; seals < 3; seals += 1) {
      await change(2);
      await seal();
    }
    const step = (dataSource = suite.service, rowsMax = 1): Promise<WalkState> =>
      walkAudit(dataSource, { rowsMax, now: suite.clock.now() });
    await step();
    expect(await placeOfWalk()).toBe(1);
    const other = await suite.connect('shelf');
    await step(other);
    expect(await placeOfWalk()).toBe(2);
    // A seal has two rows, so three rows are reached with the second seal.
    await step(other, 3);
    expect(await placeOfWalk()).toBe(3);
    expect(await step()).toEqual({ broken: null, roundRows: 6, roundEndedAt: suite.clock.now() });
    await step(other, 6);
    await asSuperuser('DELETE FROM audit_seal WHERE number = 3');
    expect((await step()).broken).toBe('seal 3');
  });

  it('is walked by one process at a time; another is told what is known', async () => {
    await change(2);
    await seal();
    const other = await suite.connect('shelf');
    await other.transaction(async (sql) => {
      await walked(10);
      await sql.query('SELECT 1 FROM chain_walk FOR UPDATE');
      expect(await walkAudit(suite.service, { rowsMax: 10, now: new Date() })).toMatchObject({
        broken: null,
        roundRows: 2,
      });
      expect(await placeOfWalk()).toBe(0);
    });
  });

  it('of a million records is verified by its newest, in a bounded time, and by what the rounds have found of the others', async () => {
    const ids = await change(3);
    await seal();
    await asSuperuser(`
      INSERT INTO audit_seal (number, at, row_count, hash)
        SELECT n, now(), 1000, repeat('0', 64) FROM generate_series(2, 1001) AS n`);
    const looked: number[] = [];
    const counting = Object.assign(Object.create(suite.service) as DataSource, {
      query: (sql: string, parameters?: unknown[]) => {
        if (sql.includes('s.seal_number = $1')) looked.push(Number(parameters?.[0]));
        return suite.service.query(sql, parameters);
      },
    });
    await verifyAudit(counting);
    expect(looked.length).toBeLessThanOrEqual(20);
    expect(Math.min(...looked)).toBeGreaterThan(900);
    await asSuperuser(`UPDATE audit_record SET origin = 'x' WHERE subject_id = '${ids[0]}'`);
    await walkAudit(suite.service, { rowsMax: 1, now: suite.clock.now() });
    expect((await verifyAudit(suite.service)).broken).not.toBeNull();
  });

  it('says how long its oldest unsealed record has waited', async () => {
    expect(await auditUnsealedAge(suite.service, suite.clock.now())).toBe(0);
    await change(2);
    const inAMinute = new Date(suite.clock.now().getTime() + 60_000);
    expect(await auditUnsealedAge(suite.service, inAMinute)).toBe(60);
    await seal();
    expect(await auditUnsealedAge(suite.service, inAMinute)).toBe(0);
  });

  it('is found broken where a row was changed together with its own hash', async () => {
    const ids = await change(2);
    await seal();
    await asSuperuser(`UPDATE audit_record SET row_hash = repeat('0', 64) WHERE subject_id = '${ids[0]}'`);
    expect((await verifyAudit(suite.service)).intact).toBe(false);
  });

  it.each(['audit_record', 'audit_seal', 'audit_sealed'])(
    'cannot be changed in %s, neither by the service nor by the owner of the schema',
    async (table) => {
      await change(1);
      await seal();
      const column = table === 'audit_sealed' ? 'position' : 'at';
      for (const sql of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        expect([sql, await failureOf(suite.service, sql)]).toEqual([sql, insufficientPrivilege]);
        expect([sql, await failureOf(suite.owner, sql)]).toEqual([sql, insufficientPrivilege]);
      }
    },
  );

  it('is sealed once by two replicas that seal at once', async () => {
    const other = await suite.connect('shelf');
    for (let round = 0; round < 10; round += 1) {
      await change(2);
      const sealed = await Promise.all([seal(), seal(other), seal(), seal(other)]);
      expect(sealed.reduce((sum, rows) => sum + rows, 0)).toBe(2);
    }
    expect(await verifyAudit(suite.service)).toMatchObject({ intact: true, sealedRows: 20, unsealedRows: 0 });
  });

  it('finds a row from long before the last seal when it looks at the whole trail', async () => {
    await change(1);
    await seal();
    await suite.service.query(
      `INSERT INTO audit_record (id, at, action, noun, subject_id, origin, row_hash)
       VALUES ('01000000-0000-7000-8000-000000000000', now(), 'a', 'thing', 'x', 'system', 'hash')`,
    );
    expect(await seal()).toBe(0);
    expect(await sealAudit(suite.service, suite.clock.now(), 'whole')).toBe(1);
  });

  it('finds a row that was committed long after it was made at the next look that is not brief', async () => {
    await change(1);
    await seal();
    const [last] = (await suite.service.query('SELECT id FROM audit_record')) as [{ id: string }];
    const earlier = (Number.parseInt(last.id.replace('-', '').slice(0, 12), 16) - 10_000)
      .toString(16)
      .padStart(12, '0');
    await suite.service.query(
      `INSERT INTO audit_record (id, at, action, noun, subject_id, origin, row_hash)
       VALUES ($1, now(), 'a', 'thing', 'x', 'system', 'hash')`,
      [`${earlier.slice(0, 8)}-${earlier.slice(8)}-7000-8000-000000000000`],
    );
    expect(await sealAudit(suite.service, suite.clock.now(), 'brief')).toBe(0);
    expect(await sealAudit(suite.service, suite.clock.now(), 'recent')).toBe(1);
  });

  it('is sealed without reading the whole of it', async () => {
    await change(1);
    await seal();
    const plan: { 'QUERY PLAN': string }[] = await suite.service.transaction(async (sql) => {
      await sql.query('SET LOCAL enable_seqscan = off');
      const from = newId();
      return sql.query(`EXPLAIN SELECT r.id FROM audit_record r WHERE r.id >= '${from}' AND NOT EXISTS
        (SELECT 1 FROM audit_sealed s WHERE s.record_id = r.id AND s.record_id >= '${from}') ORDER BY r.id LIMIT 1000`);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).not.toContain('Seq Scan');
    // Long sealed rows are not read, however many there are.
    expect(text).toMatch(/Index Cond: .*record_id >= /);
  });
});
