import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartyState, UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  statementContract,
  type StatementView,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, readPaper, type ServiceFixture } from '@gongxiang/testing';
import { readXlsx } from 'hucre/xlsx';
import { bill, confirmAll, holder, knownActivity } from '../../network.fixture.js';
import { knownParty, knownRoot, knownUnion, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState;
let a: UnionState;
let b: UnionState;
let works: PartyState;
let merchant: PartyState;
let club: PartyState;

const period = { from: '2026-11-01', to: '2026-11-30' };
const keyOf = ({ kind, id }: Pick<PartyState, 'id'> & { kind: string }): string => `${kind}:${id}`;
const read = (request: { union?: string; party?: string; from?: string; to?: string }, actor: Actor) =>
  settlement.ask(statementContract.get, { ...period, ...request }, actor);
const figuresOf = ({ opening, lines, closing }: StatementView) => ({
  opening: opening.amount,
  lines: lines.map(({ kind, share, paid, amount }) => [kind, share?.amount, paid?.amount, amount.amount]),
  closing: closing.amount,
});

/** 90.00 that the works paid and 30.01 that the merchant paid, borne by both unions and the works alike. */
beforeAll(async () => {
  settlement = await startSettlement();
  root = await knownRoot(settlement);
  a = await knownUnion(settlement, '1.1.', '江城重工工会');
  b = await knownUnion(settlement, '1.2.', '绿源食品工会');
  works = await knownParty(settlement, { kind: 'enterprise', name: '江城重工有限公司', unionId: a.id });
  merchant = await knownParty(settlement, { kind: 'organisation', name: '南湖场馆', unionId: b.id });
  club = await knownParty(settlement, { kind: 'club', name: '长跑俱乐部', unionId: b.id });
  const activityId = await knownActivity(settlement, {
    parties: [a, b],
    enterprises: [works.id],
    rule: { kind: 'equal' },
  });
  const finance = holder('finance', a);
  const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
  for (const [{ kind, id }, union, fen] of [
    [works, a, 9_000n],
    [merchant, b, 3_001n],
  ] as const)
    await settlement.ask(
      costPoolContract.addItem,
      { ...bill(costPoolId, { id }, fen), payer: { kind, id } },
      holder('finance', union),
    );
  await eventually(() => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance));
  await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
  await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
});
afterAll(() => settlement.stop());

describe('the statement of a party that is no union', () => {
  it('shows an enterprise what it paid, what it bears and what is owed to it, to the fen', async () => {
    const view = await read({ party: keyOf(works) }, holder('finance', a));
    expect(view.party).toEqual({ kind: 'enterprise', id: works.id, name: works.name });
    const { opening, lines, closing } = figuresOf(view);
    // 120.01 in three parts: 40.01 and twice 40.00, in the order of the turn.
    const [[, share = '0']] = lines as [[string, string | undefined]];
    expect(['4000', '4001']).toContain(share);
    const owed = String(9_000 - Number(share));
    expect({ opening, lines, closing }).toEqual({
      opening: '0',
      lines: [['costs', share, '9000', owed]],
      closing: owed,
    });
  });

  it('shows a merchant the bill that it paid, of which it bears nothing', async () => {
    const view = await read({ party: keyOf(merchant) }, holder('officer', b));
    expect(figuresOf(view)).toEqual({
      opening: '0',
      lines: [['costs', '0', '3001', '3001']],
      closing: '3001',
    });
  });

  it('is empty for a club that has no account yet', async () => {
    const view = await read({ party: keyOf(club) }, holder('finance', b));
    expect(figuresOf(view)).toEqual({ opening: '0', lines: [], closing: '0' });
  });

  it('is the same for a union, however it is named', async () => {
    const finance = holder('finance', b);
    expect(await read({ party: `union:${b.id}` }, finance)).toEqual(await read({ union: b.id }, finance));
  });

  it('adds up to zero over all parties, before, during and after a period', async () => {
    const above = holder('auditor', root);
    const parties = [`union:${a.id}`, `union:${b.id}`, keyOf(works), keyOf(merchant), keyOf(club)];
    const views = await Promise.all(parties.map((party) => read({ party }, above)));
    const sum = (fen: (view: StatementView) => number): number =>
      views.reduce((total, view) => total + fen(view), 0);
    expect(sum(({ opening }) => Number(opening.amount))).toBe(0);
    expect(sum(({ lines }) => lines.reduce((total, { amount }) => total + Number(amount.amount), 0))).toBe(0);
    expect(sum(({ closing }) => Number(closing.amount))).toBe(0);
    // All of the bill of 120.01 is borne, and all of it was paid.
    const lines = views.flatMap((view) => view.lines);
    expect(lines.reduce((total, { share }) => total + Number(share?.amount ?? 0), 0)).toBe(12_001);
    expect(lines.reduce((total, { paid }) => total + Number(paid?.amount ?? 0), 0)).toBe(12_001);
    // What it has closed with is what it opens with the day after.
    const { closing } = await read({ party: keyOf(works) }, above);
    const after = await read({ party: keyOf(works), from: '2026-12-01', to: '2026-12-31' }, above);
    expect(after).toMatchObject({ opening: closing, lines: [], closing });
  });
});

describe('who sees the statement of a party', () => {
  it('is who sees its accounts: those of the union behind it, and above', async () => {
    const actors = [
      holder('finance', a),
      holder('auditor', root),
      holder('organiser', a),
      holder('finance', b),
      actorWith({ roles: [] }),
    ];
    const party = keyOf(works);
    const seen = (asked: Promise<boolean>): Promise<boolean> => asked.catch(() => false);
    const atAccounts = actors.map((actor) =>
      seen(
        settlement
          .ask(ledgerContract.listAccounts, {}, actor)
          .then(({ items }) => items.some((account) => keyOf(account.party) === party)),
      ),
    );
    const atStatement = actors.map((actor) => seen(read({ party }, actor).then(() => true)));
    expect(await Promise.all(atStatement)).toEqual([true, true, false, false, false]);
    expect(await Promise.all(atAccounts)).toEqual(await Promise.all(atStatement));
    await expect(read({ party }, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused with the field where both are named, neither, or what has no account', async () => {
    const actor = actorWith({ roles: [['finance', newId(), rootPath]] });
    await expect(read({}, actor)).rejects.toMatchObject({
      code: 'UNION_OR_PARTY',
      errors: [{ pointer: '/union' }],
    });
    await expect(read({ union: a.id, party: keyOf(works) }, actor)).rejects.toMatchObject({
      code: 'UNION_OR_PARTY',
      errors: [{ pointer: '/party' }],
    });
    await expect(read({ party: `person:${newId()}` }, actor)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/party' }],
    });
    await expect(read({ party: `enterprise:${newId()}` }, actor)).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/party' }],
    });
  });
});

describe('the file of the statement of a party', () => {
  it('names the party in its name, its title and its pages, and does not call it a union', async () => {
    const files = new FileStore(settlement.store, briefFilesOf('settlement'));
    const actor = holder('finance', a);
    const made = async (format: 'xlsx' | 'pdf') => {
      const request = { party: keyOf(works), ...period, format };
      const { key, fileName: name } = await settlement.ask(statementContract.render, request, actor);
      const content = await files.get(key, actor.personId);
      return { name, bytes: Buffer.concat((await content.toArray()) as Buffer[]) };
    };
    const workbook = await made('xlsx');
    expect(workbook.name).toBe('江城重工有限公司 往来对账单 2026-11-01—2026-11-30.xlsx');
    const { sheets } = await readXlsx(workbook.bytes);
    expect(sheets[0]?.name).toBe('往来对账单');
    expect(sheets[0]?.rows).toContainEqual(['对账单位', works.name]);
    const words = readPaper((await made('pdf')).bytes)
      .pages.flat()
      .join('');
    expect(words).toContain(works.name);
    expect(words).not.toContain('工会往来对账单');
  });
});

describe('the transfer to a party that is no union', () => {
  it('stands in its statement with who paid it, and brings its balance to zero', async () => {
    await confirmAll(settlement);
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', periodFrom: period.from, periodTo: period.to, unionId: root.id },
      holder('finance', root),
    );
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const payments = { nettingRunId: run.id };
    const { items } = await settlement.ask(paymentContract.list, payments, holder('finance', root));
    for (const { id: paymentId } of items) {
      const above = (): Actor => holder('finance', root);
      await settlement.ask(paymentContract.confirmSent, { paymentId, bankReference: 'B' }, above());
      await settlement.ask(paymentContract.confirmReceived, { paymentId }, above());
    }
    for (const party of [works, merchant]) {
      const { lines, closing } = await read({ party: keyOf(party) }, holder('auditor', root));
      expect(closing.amount).toBe('0');
      const transfers = lines.filter(({ kind }) => kind === 'payment');
      expect(transfers.length).toBeGreaterThan(0);
      for (const { counterparty } of transfers)
        expect([a.name, b.name, works.name]).toContain(counterparty?.name);
    }
  });
});
