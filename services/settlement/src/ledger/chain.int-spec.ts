import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { ledgerProofContract } from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { sealChain, verifyChain } from '@gongxiang/persistence';
import { eventually, ownerOf, type ServiceFixture } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { approvedPool, holder, knownNetwork } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';
import { entryChain } from './entry-chain.js';

let settlement: ServiceFixture;
let owner: DataSource;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  owner = await ownerOf(settlement);
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
  for (let count = 0; count < 3; count += 1) {
    await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 200n }],
    });
  }
  await eventually(async () => expect((await verified()).unsealedEntries).toBe(0));
});
afterAll(async () => {
  await owner.destroy();
  await settlement.stop();
});

const verified = () => settlement.ask(ledgerProofContract.verify, {}, holder('auditor', root));

/** As the owner of the schema, past the triggers; and back again. */
async function tampered(table: string, change: string, back: string): Promise<string | null> {
  const run = (sql: string): Promise<unknown> =>
    owner.query(
      `ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
    );
  await run(change);
  const { broken } = await verifyChain(settlement.dataSource, entryChain);
  await run(back);
  return broken;
}

describe('the chain of entries', () => {
  it('holds every committed entry, seconds after it was posted', async () => {
    expect(await verified()).toMatchObject({
      intact: true,
      broken: null,
      sealedEntries: 3,
      unsealedEntries: 0,
      lastSeal: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('refuses a change even to the owner of the schema', async () => {
    for (const table of ['entry', 'posting', 'entry_seal', 'entry_sealed'])
      await expect(owner.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  });

  it.each([
    [
      'an amount',
      'posting',
      'UPDATE posting SET amount_fen = amount_fen + 1',
      'UPDATE posting SET amount_fen = amount_fen - 1',
    ],
    [
      'who owes whom',
      'posting',
      'UPDATE posting SET debit_account = credit_account, credit_account = debit_account',
      'UPDATE posting SET debit_account = credit_account, credit_account = debit_account',
    ],
    [
      'a day',
      'entry',
      `UPDATE entry SET posted_on = posted_on - 1`,
      `UPDATE entry SET posted_on = posted_on + 1`,
    ],
    [
      'a title',
      'entry',
      `UPDATE entry SET title = title || '！'`,
      `UPDATE entry SET title = rtrim(title, '！')`,
    ],
  ])('finds %s that was changed behind the trigger by the owner', async (_what, table, change, back) => {
    expect(await tampered(table, change, back)).toMatch(/^entry [-0-9a-f]{36}$/);
    expect((await verified()).intact).toBe(true);
  });

  it('finds a further leg of an old entry', async () => {
    const add = `INSERT INTO posting SELECT entry_id, 9, debit_account, credit_account, 1, income_kind, posted_on FROM posting LIMIT 1`;
    expect(await tampered('posting', add, 'DELETE FROM posting WHERE line = 9')).toMatch(/^entry /);
  });

  it('names the tail that is not sealed yet', async () => {
    await owner.query(
      `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       SELECT '01000000-0000-7000-8000-000000000000', kind, title, posted_on, posted_at, posted_by, union_id,
         gen_random_uuid(), 'x' FROM entry LIMIT 1`,
    );
    // So old an id is found by the look at the whole, once an hour: and it is not what it says.
    expect(await verified()).toMatchObject({ intact: true, unsealedEntries: 1 });
    await sealChain(settlement.dataSource, entryChain, settlement.clock.now(), 'whole');
    expect(await verified()).toMatchObject({
      intact: false,
      unsealedEntries: 0,
      broken: 'entry 01000000-0000-7000-8000-000000000000',
    });
  });
});
