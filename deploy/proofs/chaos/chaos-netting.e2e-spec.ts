import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { PeriodView } from '@gongxiang/contracts/settlement/ledger/ledger-period.contract';
import { eventually } from '@gongxiang/testing';
import pg from 'pg';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { confirmShares, makePerson, type Person } from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';
import { rowsOf } from '../rows.js';
import { ledgerViolations, type SeenEntries, unsettledViolations } from './chaos-ledger.js';
import { submitCosts } from '../costs.js';
import { hurriedMs, ride, type Told } from './chaos-wave.js';

const startUpMs = 180_000;
const proofMs = 180_000;
/** Many times what a restart takes. */
const endsWithinMs = 60_000;

let platform: TestPlatform;
let world: AccessWorld;
const seen: SeenEntries = new Map();

beforeAll(async () => {
  const limits = { LIMIT_PER_ADDRESS: '1000000', LIMIT_PER_PERSON: '1000000' };
  platform = await startTestPlatform({}, limits);
  world = await makeAccessWorld(platform);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

/** A client that asks again with its key until somebody answers. */
async function insist(person: Person, path: string, body: object = {}, sees?: string): Promise<Told> {
  const wishes = [{ person, path, body, afterMs: 0, ...(sees === undefined ? {} : { sees }) }];
  const [told] = await ride(platform.gatewayUrl, wishes, endsWithinMs, hurriedMs);
  if (told === undefined) throw new Error(`${path} was never told`);
  return told;
}

/** The same, of a decision on a thing, by somebody who has looked at it. */
const decide = (person: Person, thing: string, act: string, body: object = {}): Promise<Told> =>
  insist(person, `${thing}/${act}`, body, thing);

/**
 * Asks, and kills settlement in the very middle: its transaction has written what it writes first and waits for accounts that
 * somebody else holds.
 * @param meanwhile looked at while it is dead: nothing of what was begun is there
 * @param held which accounts
 */
async function killedInTheMiddle(
  ask: () => Promise<Told>,
  meanwhile: () => Promise<void>,
  held = '',
): Promise<Told> {
  const holder = new pg.Client({ connectionString: platform.databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT 1 FROM settlement.account ${held} FOR UPDATE`);
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const asked = ask();
  await eventually(async () => {
    // For these accounts: on a busy machine it may wait for its own other work for a moment.
    const waiting = await rowsOf(
      platform,
      `SELECT 1 FROM pg_stat_activity WHERE usename = 'settlement' AND $1::int = ANY(pg_blocking_pids(pid))`,
      [rows[0]?.pid],
    );
    expect(waiting.length).toBeGreaterThan(0);
  });
  await platform.kill('settlement');
  await holder.query('ROLLBACK');
  await holder.end();
  await eventually(meanwhile);
  await platform.start('settlement');
  return asked;
}

const countOf = async (text: string, values: readonly unknown[]): Promise<number> =>
  (await rowsOf<{ count: number }>(platform, `SELECT count(*)::int AS count FROM ${text}`, values))[0]
    ?.count ?? -1;

/** A day before, as what was approved a moment ago may be of yesterday. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** An entry of the month before, and more accounts than are written at once. @returns that month */
async function bookLastMonth(): Promise<string> {
  const month = monthBefore();
  const unionId = world.network.near.id;
  await rowsOf(
    platform,
    `WITH made AS (
       INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
       SELECT uuidv7(), 'union', gen_random_uuid(), $1::uuid, 'dues', 'current', now() FROM generate_series(1, 2500)
       RETURNING id
     ), numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM made
     ), entry AS (
       INSERT INTO settlement.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       VALUES (uuidv7(), 'costs', '上月的一次活动', $2::date, $2::date, $1::uuid, $1::uuid, gen_random_uuid(), 'none') RETURNING id
     ) INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT entry.id, d.n, d.id, c.id, 100 + d.n, 'dues', $2::date FROM entry, numbered d JOIN numbered c ON c.n = d.n + 1`,
    [unionId, `${month}-28`],
  );
  return month;
}

function monthBefore(): string {
  const first = new Date(`${dayFromNow(0).slice(0, 7)}-01`);
  return new Date(first.getTime() - 1).toISOString().slice(0, 7);
}

describe('settlement, killed in the middle', () => {
  let run: NettingRunView;

  it(
    'of confirming a netting run: all of it or nothing, and once',
    async () => {
      const poolId = await submitCosts(world);
      const { approver, keeper } = world.people;
      await decide(approver, `/cost-pools/${poolId}`, 'approve');
      await confirmShares(keeper, poolId);
      run = await keeper.client.post<NettingRunView>('/netting-runs', {
        mode: 'fewest',
        periodFrom: dayFromNow(-1),
        periodTo: dayFromNow(0),
        unionId: world.network.districts[0].id,
      });
      const told = await killedInTheMiddle(
        () => decide(approver, `/netting-runs/${run.id}`, 'confirm'),
        async () => {
          expect(await countOf('settlement.payment WHERE run_id = $1', [run.id])).toBe(0);
          expect(await countOf('settlement.netted_posting WHERE run_id = $1', [run.id])).toBe(0);
          expect(await countOf('settlement.entry WHERE source_id = $1', [run.id])).toBe(0);
        },
      );
      expect(told).toMatchObject({ status: 200, body: { state: 'confirmed' } });
      expect(told.before.length).toBeGreaterThan(0);
      expect(await countOf('settlement.payment WHERE run_id = $1', [run.id])).toBe(run.transferCount);
      expect(await countOf('settlement.netted_posting WHERE run_id = $1', [run.id])).toBe(run.lineCount);
      expect(await countOf('settlement.entry WHERE source_id = $1', [run.id])).toBe(1);
      expect(await ledgerViolations(platform, world.network.operator.client, seen)).toEqual([]);
    },
    proofMs,
  );

  it(
    'of settling a payment: it is settled once, and every account comes to zero',
    async () => {
      const { coHost, keeper } = world.people;
      const [payment] = await rowsOf<{ id: string }>(
        platform,
        'SELECT id FROM settlement.payment WHERE run_id = $1',
        [run.id],
      );
      const path = `/payments/${payment?.id}`;
      await decide(coHost, path, 'confirm-sent', { bankReference: '20261120-000123' });
      const told = await killedInTheMiddle(
        () => decide(keeper, path, 'confirm-received'),
        async () =>
          expect(await countOf(`settlement.payment WHERE id = $1 AND state = 'open'`, [payment?.id])).toBe(1),
      );
      expect(told).toMatchObject({ status: 200, body: { state: 'settled' } });
      expect(await countOf('settlement.entry WHERE source_id = $1', [payment?.id])).toBe(1);
      expect(await ledgerViolations(platform, world.network.operator.client, seen)).toEqual([]);
      expect(await unsettledViolations(platform)).toEqual([]);
    },
    proofMs,
  );

  it(
    'of closing a month: the month is frozen, and the balance of each account is written once',
    async () => {
      const { root } = world.network;
      const approver = await makePerson(platform, world.network, root, ['approver']);
      const month = await bookLastMonth();
      const ofMonth = 'settlement.account_snapshot WHERE month = $1';
      const told = await killedInTheMiddle(
        () => insist(approver, `/ledger/periods/${month}/close`),
        async () => {
          expect(await countOf(ofMonth, [`${month}-01`])).toBe(2_000);
          expect(await countOf(`settlement.ledger_period WHERE state = 'closing'`, [])).toBe(1);
        },
        'ORDER BY id DESC LIMIT 1',
      );
      expect(told).toMatchObject({ status: 202 });
      await eventually(async () => {
        const period = await approver.client.get<PeriodView>(`/ledger/periods/${month}`);
        expect(period.state).toBe('closed');
      }, endsWithinMs);
      expect(await countOf(ofMonth, [`${month}-01`])).toBe(await countOf('settlement.account', []));
      const wrong = await rowsOf(
        platform,
        `SELECT s.account_id FROM settlement.account_snapshot s
         WHERE s.month = $1 AND (s.debits_fen, s.credits_fen) IS DISTINCT FROM (
           (SELECT coalesce(sum(p.amount_fen), 0) FROM settlement.posting p WHERE p.debit_account = s.account_id AND p.posted_on < $2),
           (SELECT coalesce(sum(p.amount_fen), 0) FROM settlement.posting p WHERE p.credit_account = s.account_id AND p.posted_on < $2))`,
        [`${month}-01`, `${dayFromNow(0).slice(0, 7)}-01`],
      );
      expect(wrong).toEqual([]);
    },
    proofMs,
  );
});
