import type { Contract, Page } from '@gongxiang/contracts/core/contract';
import { accountClosureContract } from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import { disclosureContract } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { confirmationContract } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { factCheckContract } from '@gongxiang/contracts/settlement/bills/fact-check.contract';
import { bankStatementContract } from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { partyFreezeContract } from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { budgetContract } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { subsidyApplicationContract } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import { subsidyContract } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, fillTable, idOfRow, ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startSettlement } from './settlement.fixture.js';

const otherUnions = 500;
const rows = 100_000;
/** One in this many rows belongs to the small union, which has a page of everything. */
const oneIn = 2_000;
const pageRows = 50;

const idOfUnion = (number: string): string =>
  `('01970000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const small = { id: '01970000-0000-7000-8000-000000000000', path: '1.1.' };
const otherOfRow = idOfUnion(`1 + n % ${otherUnions}`);
/** The small union in one row of some, and in all others another. */
const unionOfRow = `CASE WHEN n % ${oneIn} = 0 THEN '${small.id}' ELSE ${otherOfRow} END`;

let settlement: ServiceFixture;
let owner: DataSource;

beforeAll(async () => {
  settlement = await startSettlement();
  owner = await ownerOf(settlement);
  await fillTable(owner, 'union_ref', otherUnions, {
    id: idOfUnion('n'),
    path: `'1.77.' || n || '.'`,
    name: `'工会' || n`,
    active: 'true',
  });
  await fillTable(owner, 'entry', 1, { id: `'${disputed}'`, union_id: `'${small.id}'`, kind: `'costs'` });
  await fillTable(owner, 'confirmation', 1, {
    id: `'${disputed}'`,
    union_id: otherOfRow,
    party: `'union:${small.id}'`,
    state: `'disputed'`,
  });
  await fillTable(owner, 'union_ref', 1, { id: `'${small.id}'`, path: `'${small.path}'`, active: 'true' });
});

afterAll(async () => {
  await owner?.destroy();
  await settlement?.stop();
});

type ListContract = Contract<object, Page<unknown>>;
type Columns = Readonly<Record<string, string>>;

const owned: Columns = { id: idOfRow, union_id: unionOfRow };
/** Tables whose rows belong to unions through another table; one row leads to one union. */
const ofRow = (column: string): Columns => ({ [column]: idOfRow, union_id: unionOfRow });

/** The entry and the share that all disputes are about. */
const disputed = newId();

/** What a list shows, and what the tables hold that it reads for it. */
const lists: readonly (readonly [ListContract, Readonly<Record<string, Columns>>])[] = [
  [
    accountClosureContract.list,
    { account_closure: { ...owned, state: `'proposed'`, party_kind: `'union'` } },
  ],
  [bankStatementContract.list, { bank_statement: { ...owned, state: `'imported'` } }],
  [budgetContract.list, { budget: { ...owned, state: `'draft'`, year: '2026', number: 'n' } }],
  [
    confirmationContract.list,
    { confirmation: { ...owned, state: `'waiting'`, party: `'union:' || gen_random_uuid()` } },
  ],
  [
    costPoolContract.list,
    {
      cost_pool: { ...owned, state: `'open'`, parties_hash: 'n::text', terms: `'{"parties": []}'` },
      cost_pool_union: ofRow('cost_pool_id'),
    },
  ],
  [
    disclosureContract.list,
    {
      disclosure: { ...owned, year: '2026', number: 'n', content: `'{"total": {"borne": {"amount": "1"}}}'` },
    },
  ],
  [
    disputeContract.list,
    {
      dispute: {
        id: idOfRow,
        state: `'withdrawn'`,
        confirmation_id: `'${disputed}'`,
        entry_id: `'${disputed}'`,
        deciding_union_id: `'${small.id}'`,
      },
      dispute_side: ofRow('dispute_id'),
    },
  ],
  [factCheckContract.list, { activity_ref: owned, fact_check: { activity_id: idOfRow } }],
  [ledgerContract.listAccounts, { account: { ...owned, party_kind: `'union'`, purpose: `'current'` } }],
  [nettingContract.list, { netting_run: { ...owned, state: `'proposed'`, mode: `'fewest'` } }],
  [partyFreezeContract.list, { party_freeze: { ...owned, party: `'union:' || gen_random_uuid()` } }],
  [
    paymentContract.list,
    {
      payment: {
        id: idOfRow,
        state: `'open'`,
        payer: `'union:' || gen_random_uuid()`,
        payee: `'union:' || gen_random_uuid()`,
        payer_union_id: unionOfRow,
        payee_union_id: otherOfRow,
      },
    },
  ],
  [
    subsidyContract.list,
    {
      subsidy: { id: idOfRow, state: `'active'`, giver_union_id: otherOfRow, receiver_union_id: unionOfRow },
    },
  ],
  [subsidyApplicationContract.list, { subsidy_application: { ...owned, state: `'draft'` } }],
];

const reader = (): Actor =>
  actorWith({
    unionId: small.id,
    unionPath: small.path,
    roles: (['officer', 'finance', 'approver'] as const).map((role) => [role, small.id, small.path] as const),
  });

describe('a small union reads no more than five times what a list shows it, among 100,000 rows of others', () => {
  it.each(lists.map(([contract, tables]) => [contract.subject, contract, tables] as const))(
    '%s',
    async (_subject, contract, tables) => {
      for (const [table, columns] of Object.entries(tables)) await fillTable(owner, table, rows, columns);
      let shown = 0;
      const read = await rowsRead(settlement.dataSource, Object.keys(tables), async () => {
        shown = (await settlement.ask(contract, { limit: pageRows }, reader())).items.length;
      });
      expect(shown).toBe(pageRows);
      expect(read).toBeGreaterThanOrEqual(pageRows);
      expect(read).toBeLessThanOrEqual(5 * pageRows * Object.keys(tables).length);
    },
  );
});
