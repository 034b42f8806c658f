import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  type CreateNettingRunRequest,
  nettingContract,
  type OpenBalanceView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { partyFreezeContract } from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { newId } from '@gongxiang/domain';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { knownRole, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  // A pays 120.00 for A, B and C; B pays 50.00 for B and C: B owes A 40.00, C owes A 40.00 and B 25.00.
  const rule = { kind: 'equal' };
  await approvedPool(settlement, { parties: [a, b, c], rule, bills: [{ payer: a, fen: 12_000n }] });
  await approvedPool(settlement, { parties: [b, c], rule, bills: [{ payer: b, fen: 5_000n }] });
});
afterAll(() => settlement.stop());

const terms = (): CreateNettingRunRequest => ({
  mode: 'fewest',
  periodFrom: '2026-11-01',
  periodTo: '2026-12-31',
  unionId: root.id,
});
const preview = (request: CreateNettingRunRequest, actor = holder('finance', root)) =>
  settlement.ask(nettingContract.preview, request, actor);
const balancesOf = (union: UnionState, actor = holder('finance', union)) =>
  settlement.ask(nettingContract.listOpenBalances, { unionId: union.id }, actor);
const inWords = (
  transfers: readonly { from: { name: string }; to: { name: string }; amount: { amount: string } }[],
) => transfers.map(({ from, to, amount }) => `${from.name}>${to.name}:${amount.amount}`).sort();
const said = ({ counterparty, balance, ready, proposerName, mayPropose }: OpenBalanceView) =>
  `${counterparty.name} ${balance.amount}/${ready.amount} ${proposerName} ${mayPropose}`;
const runs = (actor: ReturnType<typeof holder>) => settlement.ask(nettingContract.list, {}, actor);

describe('the preview of a run', () => {
  it('is what the proposal then is, and leaves nothing behind', async () => {
    const shown = await preview(terms());
    expect(inWords(shown.transfers)).toEqual(['工会B>工会A:1500', '工会C>工会A:6500']);
    expect(shown).toMatchObject({ lineCount: 3, transferCount: 2, total: { amount: '8000' }, optimal: true });
    expect((await runs(holder('finance', root))).items).toEqual([]);
    const run = await settlement.ask(nettingContract.create, terms(), holder('finance', root));
    expect(inWords(run.transfers)).toEqual(inWords(shown.transfers));
    expect(run.balances).toEqual(shown.balances);
    expect(run.stayedOut).toEqual(shown.stayedOut);
    await settlement.ask(
      nettingContract.withdraw,
      { nettingRunId: run.id, reason: '只是看看' },
      holder('finance', root),
    );
  });

  it('says what would stay out, also where nothing is left to net', async () => {
    const none = await preview({
      ...terms(),
      parties: [a, c].map(({ id }) => ({ kind: 'union' as const, id })),
      excluded: [{ kind: 'union' as const, id: b.id }],
    });
    expect(none).toMatchObject({ lineCount: 1, stayedOut: [{ reason: 'notChosen', count: 2 }] });
    expect(await preview({ ...terms(), unionId: c.id })).toMatchObject({
      lineCount: 0,
      transferCount: 0,
      total: { amount: '0' },
      stayedOut: [],
    });
  });

  it('is for whoever may propose it, and refuses the same terms', async () => {
    await expect(preview(terms(), holder('finance', a))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(preview(terms(), holder('auditor', root))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(preview({ ...terms(), periodTo: '2026-10-01' })).rejects.toMatchObject({
      code: 'DATES_REVERSED',
    });
    await expect(preview({ ...terms(), mode: 'hub' })).rejects.toMatchObject({ code: 'HUB_REQUIRED' });
  });
});

describe('what is open between a union and others', () => {
  it('is said with its direction, and who proposes the run; the largest first', async () => {
    expect((await balancesOf(a)).items.map(said)).toEqual([
      '工会B 4000/4000 区总工会 false',
      '工会C 4000/4000 区总工会 false',
    ]);
    expect((await balancesOf(c)).items.map(said)).toEqual([
      '工会A -4000/-4000 区总工会 false',
      '工会B -2500/-2500 区总工会 false',
    ]);
    const [first] = (await balancesOf(a, holder('finance', root))).items;
    expect(first).toMatchObject({ mayPropose: true, proposerId: root.id });
  });

  it('names the nearest tier at which somebody proposes runs, and what a freeze keeps out', async () => {
    await knownRole(settlement, 'finance', root.id);
    const freeze = await settlement.ask(
      partyFreezeContract.freeze,
      { party: { kind: 'union', id: b.id }, reason: '账号有误' },
      holder('approver', root),
    );
    expect((await balancesOf(a)).items.map(said)).toEqual([
      '工会B 4000/0 区总工会 false',
      '工会C 4000/4000 区总工会 false',
    ]);
    await settlement.ask(
      partyFreezeContract.release,
      { partyFreezeId: freeze.id, reason: '已更正' },
      holder('approver', root),
    );
  });

  it('is hidden from everybody else', async () => {
    await expect(balancesOf(a, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(balancesOf(a, actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a run that somebody above proposed', () => {
  it('is listed and shown to those with money in it: their part alone', async () => {
    const { id: nettingRunId } = await settlement.ask(
      nettingContract.create,
      terms(),
      holder('finance', root),
    );
    const own = holder('finance', b);
    const [listed] = (await runs(own)).items;
    expect(listed).toMatchObject({
      id: nettingRunId,
      ownPart: true,
      transferCount: 1,
      total: { amount: '1500' },
    });
    const run = await settlement.ask(nettingContract.get, { nettingRunId }, own);
    expect(inWords(run.transfers)).toEqual(['工会B>工会A:1500']);
    expect(inWords(run.lines)).toEqual(['工会B>工会A:4000', '工会C>工会B:2500']);
    expect(run.balances.map(({ party, balance }) => [party.name, balance.amount])).toEqual([
      ['工会B', '-1500'],
    ]);
    expect(run).toMatchObject({ ownPart: true, lineCount: 2, trace: [], stayedOut: [], overlaps: [] });
    const { items } = await settlement.ask(nettingContract.listLines, { nettingRunId }, own);
    expect(inWords(items)).toEqual(['工会B>工会A:4000', '工会C>工会B:2500']);
    const whole = await settlement.ask(nettingContract.get, { nettingRunId }, holder('auditor', root));
    expect(whole).toMatchObject({ ownPart: false, lineCount: 3, transferCount: 2 });
  });

  it('stays hidden from unions without money in it, and nobody but its own approver confirms it', async () => {
    const [run] = (await runs(holder('finance', root))).items;
    const nettingRunId = run?.id ?? '';
    const elsewhere = holder('finance', { id: newId(), path: '1.9.' });
    expect((await runs(elsewhere)).items).toEqual([]);
    await expect(settlement.ask(nettingContract.get, { nettingRunId }, elsewhere)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      settlement.ask(nettingContract.confirm, { nettingRunId }, holder('approver', b)),
    ).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|NOT_PERMITTED/) });
    const waiting = await settlement.ask(nettingContract.list, { waitingForMe: true }, holder('approver', b));
    expect(waiting.items).toEqual([]);
  });
});
