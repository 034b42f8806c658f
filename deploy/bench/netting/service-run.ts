// A run of many postings through the whole platform. The postings are put into the ledger behind the services' backs, as
// making ten thousand of them by activities would take an hour.
import { randomUUID } from 'node:crypto';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { TrialBalanceView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { makeNetwork, makePerson, type Network, type Person } from '../../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { run } from '../sql.js';
import type { BenchDebt } from './debts.js';

/** In milliseconds. */
export interface RunCost {
  readonly proposed: number;
  readonly confirmed: number;
  /** One statement that sums the same postings by pair. */
  readonly bare: number;
}

export interface NettingWorld {
  readonly platform: TestPlatform;
  readonly network: Network;
  readonly finance: Person;
  readonly approver: Person;
  readonly unions: readonly string[];
}

const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
const waitMs = 50;

/** @param databaseUrl of an empty database */
export async function startNettingWorld(databaseUrl: string, parties: number): Promise<NettingWorld> {
  const platform = await startTestPlatform({ evaluation: 0, sharing: 0 }, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    const finance = await makePerson(platform, network, network.root, ['finance']);
    const approver = await makePerson(platform, network, network.root, ['approver']);
    await makePerson(platform, network, network.root, ['officer']);
    const parentId = network.districts[0].id;
    const unions: string[] = [];
    for (let place = 0; place < parties; place += 1) {
      const body = { parentId, name: `轧差工会${place}` };
      unions.push((await network.operator.client.post<UnionView>('/unions', body)).id);
    }
    const known = `SELECT 1 FROM settlement.union_ref WHERE id = ANY($1)`;
    while ((await run(platform.databaseUrl, known, [unions])).length < parties)
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    return { platform, network, finance, approver, unions };
  } catch (error) {
    // Nobody is given anything to stop.
    await platform.stop();
    throw error;
  }
}

/** Posts the debts, proposes the run and confirms it. @throws Error where the ledger is no longer level */
export async function costOfRun(world: NettingWorld, debts: readonly BenchDebt[]): Promise<RunCost> {
  const { platform, network, finance, approver } = world;
  const entryId = await post(world, debts);
  const bare = await timed(() =>
    run(
      platform.databaseUrl,
      `SELECT debit_account, credit_account, sum(amount_fen) FROM settlement.posting WHERE entry_id = $1 GROUP BY 1, 2`,
      [entryId],
    ),
  );
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const request = { mode: 'fewest', periodFrom: day, periodTo: day, unionId: network.root.id };
  let proposal: NettingRunView | undefined;
  const proposed = await timed(async () => {
    proposal = await finance.client.post<NettingRunView>('/netting-runs', request);
  });
  if (proposal?.lineCount !== debts.length) throw new Error(`the run has ${proposal?.lineCount} lines`);
  const confirmed = await timed(() => approver.client.decide(`/netting-runs/${proposal?.id}/confirm`));
  const trial = await network.operator.client.get<TrialBalanceView>('/ledger/trial-balance');
  if (!trial.balanced) throw new Error(`the ledger differs by ${trial.difference.amount} fen`);
  return { proposed, confirmed, bare };
}

async function post(
  { platform, network, unions }: NettingWorld,
  debts: readonly BenchDebt[],
): Promise<string> {
  const entryId = randomUUID();
  const unionAt = (party: string): string => unions[Number(party.slice(1))] ?? '';
  await run(
    platform.databaseUrl,
    `INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
     SELECT gen_random_uuid(), 'union', u, u, 'dues', 'current', now() FROM unnest($1::uuid[]) AS u
     ON CONFLICT DO NOTHING`,
    [unions],
  );
  await run(
    platform.databaseUrl,
    `WITH entry AS (
       INSERT INTO settlement.entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       VALUES ($1, 'costs', '轧差', (now() AT TIME ZONE 'Asia/Shanghai')::date, now(), gen_random_uuid(), $2, gen_random_uuid(), 'none')
       RETURNING posted_on)
     INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
     SELECT $1, w.line, d.id, c.id, w.amount, 'dues', entry.posted_on
     FROM entry, unnest($3::uuid[], $4::uuid[], $5::bigint[]) WITH ORDINALITY AS w(debtor, creditor, amount, line)
     JOIN settlement.account d ON d.party_id = w.debtor AND d.purpose = 'current' AND d.income_kind = 'dues'
     JOIN settlement.account c ON c.party_id = w.creditor AND c.purpose = 'current' AND c.income_kind = 'dues'`,
    [
      entryId,
      network.root.id,
      debts.map(({ from }) => unionAt(from)),
      debts.map(({ to }) => unionAt(to)),
      debts.map(({ amount }) => String(amount)),
    ],
  );
  return entryId;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
