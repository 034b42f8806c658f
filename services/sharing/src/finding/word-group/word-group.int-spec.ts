import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchContract } from '@gongxiang/contracts/sharing/finding/match.contract';
import { offerContract } from '@gongxiang/contracts/sharing/finding/offer.contract';
import {
  type SetWordGroupRequest,
  wordGroupContract,
} from '@gongxiang/contracts/sharing/finding/word-group.contract';
import { needContract } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, eventually } from '@gongxiang/testing';
import { at, grantFor, hall, type Lending, startLending } from '../../lending/loan/lending.fixture.js';
import { knownUnion } from '../../sharing.fixture.js';

let lending: Lending;
let federal: Actor;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
  const { id, path } = await knownUnion(lending.sharing, '1.');
  federal = actorWith({ unionId: id, unionPath: path, roles: [['officer', id, path]] });
});
afterAll(() => lending.sharing.stop());

const shuttle: SetWordGroupRequest = {
  word: '摆渡车',
  same: ['穿梭巴'],
  hints: [],
  wider: '车辆',
  kind: 'vehicle',
  reason: '园区都这样叫',
};

const set = (changes: Partial<SetWordGroupRequest> = {}, actor = federal, ifMatch?: number) =>
  lending.sharing.ask(
    wordGroupContract.set,
    { ...shuttle, ...changes },
    actor,
    ifMatch === undefined ? {} : { ifMatch },
  );

async function titles(q: string): Promise<string[]> {
  const { items } = await lending.sharing.ask(offerContract.list, { q, limit: 5 }, lending.member);
  return items.map(({ title }) => title);
}

/** Due work that a change has left for a few seconds later. */
async function effectsDone(expected: () => Promise<void>): Promise<void> {
  lending.sharing.clock.advance(10_000);
  await eventually(expected);
}

describe('words that mean the same', () => {
  it('are changed by the federation alone, and seen by everybody', async () => {
    await expect(set({}, lending.ownerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const asMember = await lending.sharing.ask(wordGroupContract.list, {}, lending.member);
    expect(asMember.mayChange).toBe(false);
    expect(asMember.groups.find(({ word }) => word === '大巴')).toMatchObject({
      origin: 'shipped',
      version: 0,
      kind: 'vehicle',
    });
    const { mayChange } = await lending.sharing.ask(wordGroupContract.list, {}, federal);
    expect(mayChange).toBe(true);
  });

  it('are found by each other at once, and by what they are a kind of once they were read again', async () => {
    const { sharing, borrower, borrowerOfficer } = lending;
    const { id } = await hall(lending, {
      title: '东门穿梭巴',
      function: 'facility',
      businesses: ['culture'],
    });
    await grantFor(lending, id);
    const need = await sharing.ask(
      needContract.post,
      {
        party: { kind: 'union', id: borrower.id },
        title: '找一辆摆渡车',
        wants: [{ function: 'facility', business: 'culture' }],
        windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }],
        headcount: 10,
      },
      borrowerOfficer,
    );
    const matched = async (): Promise<string[]> => {
      const { items } = await sharing.ask(
        matchContract.list,
        { needId: need.id, limit: 50 },
        borrowerOfficer,
      );
      const reasons = items.find(({ offer }) => offer.id === id)?.reasons ?? [];
      return reasons.map(({ code }) => code);
    };
    await eventually(async () => expect(await matched()).toContain('SKILL_MISSING'));
    expect(await titles('摆渡车')).toEqual([]);
    const made = await set();
    expect(made).toMatchObject({ origin: 'added', version: 1, reason: '园区都这样叫' });
    // The words themselves answer meanwhile.
    expect(await titles('穿梭巴')).toEqual(['东门穿梭巴']);
    await effectsDone(async () => expect(await titles('摆渡车')).toEqual(['东门穿梭巴']));
    await eventually(async () => expect(await matched()).toContain('SKILL_FITS'));
    // What is offered from now on is read so from the beginning, by either replica.
    await hall(lending, { title: '西门穿梭巴', function: 'facility' });
    expect((await titles('摆渡车')).sort()).toEqual(['东门穿梭巴', '西门穿梭巴'].sort());
  });

  it('are undone to what they were, and removed where they were shipped', async () => {
    const { sharing } = lending;
    const words = { word: '摆渡车', reason: '改回来' };
    await set({ same: [] }, federal, 1);
    await expect(set({}, federal, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const undone = await sharing.ask(wordGroupContract.undo, words, federal);
    expect(undone).toMatchObject({ version: 3, same: ['穿梭巴'], reason: '改回来' });
    const gone = await sharing.ask(wordGroupContract.remove, { word: '大巴', reason: '不用' }, federal);
    expect(gone).toMatchObject({ origin: 'removed', version: 1 });
    await expect(
      sharing.ask(wordGroupContract.remove, { word: '大巴', reason: '不用' }, federal),
    ).rejects.toMatchObject({ code: 'WORD_GROUP_ABSENT' });
    const back = await sharing.ask(wordGroupContract.undo, { word: '大巴', reason: '还要用' }, federal);
    expect(back).toMatchObject({ origin: 'shipped', version: 2 });
    const records: { before: unknown; after: { step: string; reason: string } }[] =
      await sharing.dataSource.query(
        `SELECT before, after FROM audit_record WHERE noun = 'wordGroup' AND subject_id = '大巴' ORDER BY id`,
      );
    expect(records.map(({ after }) => [after.step, after.reason])).toEqual([
      ['removed', '不用'],
      ['asShipped', '还要用'],
    ]);
  });

  it('are not undone into two groups', async () => {
    const { sharing } = lending;
    await set({ word: '观光巴', same: ['游览巴'] });
    await sharing.ask(wordGroupContract.remove, { word: '观光巴', reason: '不用' }, federal);
    await set({ word: '景区车', same: ['游览巴'] });
    await expect(
      sharing.ask(wordGroupContract.undo, { word: '观光巴', reason: '还要用' }, federal),
    ).rejects.toMatchObject({ code: 'WORD_GROUP_TAKEN' });
  });

  it('are tried before they are changed, and nothing is left of it', async () => {
    const { sharing } = lending;
    await hall(lending, { title: '南门小火车', function: 'facility' });
    const request = { ...shuttle, word: '观光车', same: ['小火车'], query: '租个观光车', isRemoved: false };
    await expect(sharing.ask(wordGroupContract.try, request, lending.ownerOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const { now, then } = await sharing.ask(wordGroupContract.try, request, federal);
    expect(now.map(({ title }) => title)).not.toContain('南门小火车');
    expect(then.map(({ title }) => title)).toContain('南门小火车');
    expect(await titles('租个观光车')).not.toContain('南门小火车');
    const { origin } = await sharing.ask(wordGroupContract.get, { word: '观光车' }, federal);
    expect(origin).toBe('absent');
  });
});
