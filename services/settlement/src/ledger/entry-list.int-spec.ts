import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { ownerOf, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { holder, knownNetwork } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';

const unions = 300;
const [smallLedger, largeLedger] = [5_000, 20_000];
const pageRows = 50;

let settlement: ServiceFixture;
let owner: DataSource;
let root: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  ({ root } = await knownNetwork(settlement, 2));
  owner = await ownerOf(settlement);
  await owner.query(
    `INSERT INTO union_ref (id, version, path, name, active)
     SELECT gen_random_uuid(), 1, '1.77.' || n || '.', '工会' || n, true FROM generate_series(1, ${unions}) n`,
  );
  await owner.query(
    `INSERT INTO account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
     SELECT gen_random_uuid(), 'union', id, id, 'mixed', 'current', now() FROM union_ref WHERE path LIKE '1.77.%'`,
  );
});

afterAll(async () => {
  await owner?.destroy();
  await settlement?.stop();
});

/** Adds entries of three postings each, between three of the unions, one after the other in time. */
async function grow(from: number, to: number): Promise<void> {
  await owner.query(
    `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
     SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'costs', '第' || n || '笔', current_date, now(),
            gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x'
     FROM generate_series($1::int, $2::int) n`,
    [from, to],
  );
  await owner.query(
    `WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM account WHERE union_id IN
       (SELECT id FROM union_ref WHERE path LIKE '1.77.%'))
     INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
     SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(e.n), 12, '0'))::uuid, l.line, d.id, c.id, 100, 'mixed', current_date
     FROM generate_series($1::int, $2::int) AS e(n) CROSS JOIN generate_series(0, 2) AS l(line)
     JOIN numbered d ON d.n = (e.n * 7 + l.line) % ${unions} JOIN numbered c ON c.n = (e.n * 7 + l.line + 1) % ${unions}`,
    [from, to],
  );
  await owner.query('ANALYZE entry; ANALYZE posting; ANALYZE account; ANALYZE union_ref');
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** What PostgreSQL does for a page: the blocks that it reads of all statements together, and how many rows it sorts. */
async function workFor(reader: Actor) {
  const statements = await recordQueries(settlement.dataSource, () =>
    settlement.ask(ledgerContract.listEntries, { limit: pageRows }, reader),
  );
  let blocks = 0;
  let sorted = 0;
  for (const { sql, params } of statements.filter(
    (one) => one.sql.includes('FROM "entry"') || one.sql.includes('FROM entry'),
  )) {
    const [explained] = (await settlement.dataSource.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, [
      ...params,
    ])) as { 'QUERY PLAN': [{ Plan: Plan }] }[];
    const plan = explained?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error('PostgreSQL explains every statement');
    blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    sorted += sortedIn(plan);
  }
  return { blocks, sorted };
}

function sortedIn(plan: Plan): number {
  const own = plan['Node Type'].includes('Sort') ? plan['Actual Rows'] * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, below) => sum + sortedIn(below), own);
}

/** As the list says it of a reach, by reading everything. */
async function idsByReadingAll(path: string): Promise<string[]> {
  const rows: { id: string }[] = await owner.query(
    `SELECT DISTINCT p.entry_id AS id FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account)
     JOIN union_ref u ON u.id = a.union_id WHERE starts_with(u.path, $1) ORDER BY p.entry_id DESC LIMIT 200`,
    [path],
  );
  return rows.map(({ id }) => id);
}

describe('the list of entries', () => {
  it('reads a page for a page, whoever sees the whole ledger, and sorts none of it however large it is', async () => {
    await grow(1, smallLedger);
    const reader = holder('auditor', root);
    const small = await workFor(reader);
    await grow(smallLedger + 1, largeLedger);
    const large = await workFor(reader);
    expect(small.blocks).toBeGreaterThan(0);
    expect([small.sorted, large.sorted]).toEqual([0, 0]);
    // An index may have grown by a level.
    expect(large.blocks).toBeLessThan(small.blocks * 1.5);
  });

  it.each([
    ['of everything', '1.'],
    ['of a part with many accounts', '1.77.'],
    ['of one union', '1.77.5.'],
  ])('shows the same, page by page, to a reach %s', async (_what, path) => {
    const expected = await idsByReadingAll(path);
    const reader = holder('auditor', { id: newId(), path } as Parameters<typeof holder>[1]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listed>> = await listed(cursor);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null && seen.length < expected.length);
    expect(seen.slice(0, expected.length)).toEqual(expected);

    function listed(after: string | null) {
      const request = { limit: pageRows, ...(after === null ? {} : { cursor: after }) };
      return settlement.ask(ledgerContract.listEntries, request, reader);
    }
  });

  it('finds by title and amount in either way', async () => {
    const entry = { title: '第1234笔', amount: { amount: '300', currency: 'CNY' } };
    for (const path of ['1.', '1.77.']) {
      const reader = holder('auditor', { id: newId(), path } as Parameters<typeof holder>[1]);
      const request = { q: '第1234笔', amountFrom: '300', amountTo: '300', kind: 'costs' as const };
      const { items } = await settlement.ask(ledgerContract.listEntries, request, reader);
      expect(items).toMatchObject([entry]);
      expect(
        (
          await settlement.ask(
            ledgerContract.listEntries,
            { ...request, amountFrom: '301', amountTo: '400' },
            reader,
          )
        ).items,
      ).toEqual([]);
    }
  });
});
