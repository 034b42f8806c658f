// A ledger as it is some years old: what one union has, and beside it what all others have posted. Rows are written as the
// administrator writes them, since a million approvals would take a day.
import type { StatementView } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { VouchersView } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import { makeNetwork, makePerson, type Person } from '../../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { until } from '../../demo/tools/world.js';
import { createDatabase, run } from '../sql.js';

const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
const otherUnions = 1_000;
/** As many as the service puts into a seal. */
const sealRows = 1_000;

export interface Books {
  readonly platform: TestPlatform;
  readonly database: string;
  /** Of others. */
  readonly postings: number;
  readonly unionId: string;
  readonly treasurer: Person;
}

/** What is measured: each reads the whole year of one union. */
export const reads = {
  statement: ({ treasurer, unionId }: Books) =>
    treasurer.client.get<StatementView>(`/statements?union=${unionId}&from=2026-01-01&to=2026-12-31`),
  vouchers: ({ treasurer, unionId }: Books) =>
    treasurer.client.get<VouchersView>(`/vouchers?union=${unionId}&from=2026-01-01&to=2026-12-31`),
};
export type ReadName = keyof typeof reads;

/** @param lines of the union itself, the same in every size */
export async function startBooks(
  serverUrl: string,
  { postings, lines }: { readonly postings: number; readonly lines: number },
): Promise<Books> {
  const database = `statement_${postings}`;
  const databaseUrl = await createDatabase(serverUrl, database);
  const platform = await startTestPlatform({ sharing: 0, evaluation: 0 }, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    const treasurer = await makePerson(platform, network, network.near, ['finance']);
    const unionId = network.near.id;
    const isKnown = async () =>
      (await run(databaseUrl, 'SELECT 1 FROM settlement.union_ref WHERE id = $1', [unionId])).length === 1;
    await until(isKnown, 'the copy of the union');
    await post(databaseUrl, { unionId, own: lines, others: postings });
    return { platform, database, postings, unionId, treasurer };
  } catch (error) {
    await platform.stop();
    throw error;
  }
}

/**
 * Debts of one leg each, all over the year: of the union with others, and of others among themselves. Their ids are of all days
 * of the last year and they are sealed already: else the service would be sealing what looks like a rush of this minute, the more
 * of it the more others have posted, while reads are measured.
 */
async function post(
  url: string,
  { unionId, own, others }: { readonly unionId: string; readonly own: number; readonly others: number },
): Promise<void> {
  await run(
    url,
    `INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
     SELECT gen_random_uuid(), 'union', id, id, 'dues', 'current', now()
     FROM (SELECT $1::uuid AS id UNION ALL SELECT gen_random_uuid() FROM generate_series(1, ${otherUnions})) AS unions`,
    [unionId],
  );
  await run(
    url,
    `CREATE TEMPORARY TABLE made AS
       SELECT uuidv7(make_interval(days => n % 365 - 365, secs => n % 86400)) AS id, n, n <= ${own} AS is_own
       FROM generate_series(1, ${own + others}) AS n;
     CREATE TEMPORARY TABLE other AS SELECT id, row_number() OVER () - 1 AS n FROM settlement.account
       WHERE party_id <> '${unionId}';
     INSERT INTO settlement.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       SELECT id, 'damage', '夏季运动会', date '2026-01-01' + (n % 365), now(), '${unionId}', '${unionId}', gen_random_uuid(), 'none'
       FROM made;
     INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT m.id, 0, d.id, CASE WHEN m.is_own THEN own.id ELSE c.id END, 100 + m.n % 1000, 'dues',
         date '2026-01-01' + (m.n % 365)
       FROM made m JOIN other d ON d.n = m.n % ${otherUnions} JOIN other c ON c.n = (m.n + 7) % ${otherUnions}
       CROSS JOIN (SELECT id FROM settlement.account WHERE party_id = '${unionId}') AS own;
     CREATE TEMPORARY TABLE place AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM made;
     INSERT INTO settlement.entry_seal (number, at, row_count, hash)
       SELECT n / ${sealRows} + 1, now(), count(*), 'none' FROM place GROUP BY 1;
     INSERT INTO settlement.entry_sealed (seal_number, position, record_id)
       SELECT n / ${sealRows} + 1, n % ${sealRows} + 1, id FROM place;`,
  );
  for (const table of ['account', 'entry', 'posting', 'entry_sealed'])
    await run(url, `VACUUM (ANALYZE) settlement.${table}`);
  await run(url, 'CHECKPOINT');
}
