// A network with entries of costs that can be taken back, each with its pool: so many, of so many postings each, all of them on
// the account of one party and on those of others in turn.
import { makeNetwork, makePerson, type Person } from '../../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { createDatabase, run } from '../sql.js';

const others = 20;
const limits = { LIMIT_PER_PERSON: '10000000', LIMIT_PER_ADDRESS: '100000000' };

export interface World {
  readonly platform: TestPlatform;
  /** The process of PostgreSQL, whose children work for all. */
  readonly postgresPid: number;
  readonly approver: Person;
  readonly unionId: string;
}

export async function startWorld(serverUrl: string, postgresPid: number): Promise<World> {
  const databaseUrl = await createDatabase(serverUrl, 'ledger');
  const platform = await startTestPlatform({ sharing: 0, evaluation: 0 }, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    await makePerson(platform, network, network.root, ['officer']);
    const approver = await makePerson(platform, network, network.near, ['approver']);
    const unionId = network.near.id;
    await run(
      databaseUrl,
      `INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
       SELECT uuidv7(), 'union', gen_random_uuid(), '${unionId}', 'dues', 'current', now()
       FROM generate_series(0, ${others})`,
    );
    return { platform, postgresPid, approver, unionId };
  } catch (error) {
    // Nobody is given anything to stop.
    await platform.stop();
    throw error;
  }
}

/** @returns the ids of the entries */
export async function addEntries(
  { platform, unionId }: World,
  { count, legs }: { readonly count: number; readonly legs: number },
): Promise<string[]> {
  const rows = await run<{ id: string }>(
    platform.databaseUrl,
    `WITH accounts AS (
       SELECT array_agg(id ORDER BY id) AS ids FROM settlement.account
     ), made AS (
       INSERT INTO settlement.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       SELECT uuidv7(), 'costs', '第' || n || '次活动', current_date, now(), $1, $1, gen_random_uuid(), 'none'
       FROM generate_series(1, $2::int) AS n RETURNING id, posted_on, source_id
     ), pools AS (
       INSERT INTO settlement.cost_pool (id, version, activity_id, union_id, agreement_id, agreement_version, terms, state,
         parties_hash, sequence, rotation, total_fen, submitted_by, submitted_at, approved_by, approved_at, entry_id, created_at)
       SELECT source_id, 1, gen_random_uuid(), $1, gen_random_uuid(), 1, '{}', 'approved',
         source_id, 0, 0, 0, gen_random_uuid(), now(), gen_random_uuid(), now(), id, now() FROM made
     ), posted AS (
       INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT made.id, line, ids[2 + line % ${others}], ids[1], 100 + line, 'dues', made.posted_on
       FROM made, accounts, generate_series(0, $3::int - 1) AS line
     ) SELECT id FROM made`,
    [unionId, count, legs],
  );
  // As it knows a ledger that has grown over years; else it does so by itself some minutes later.
  await run(
    platform.databaseUrl,
    'ANALYZE settlement.account, settlement.entry, settlement.posting, settlement.cost_pool',
  );
  return rows.map(({ id }) => id);
}
