import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportContract, type ReportGrouping } from '@gongxiang/contracts/evaluation/reports/report.contract';
import {
  type MemberState,
  membershipEvents,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, shanghaiDate, toWire } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import {
  actorWith,
  eventually,
  explainsWithoutSeqScan,
  recordQueries,
  type ServiceFixture,
} from '@gongxiang/testing';
import { knownActivity, knownUnion, startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let federation: UnionState;
let near: UnionState;
let far: UnionState;
let officer: Actor;
let year: number;
let period: { union: string; from: string; to: string };

beforeAll(async () => {
  evaluation = await startEvaluation();
  federation = await knownUnion(evaluation, '1.', null);
  near = await knownUnion(evaluation, '1.4.', 'small');
  far = await knownUnion(evaluation, '1.5.', 'large');
  officer = actorWith({ roles: [['officer', federation.id, federation.path]] });
  // The activities of the fixture ended an hour ago.
  year = Number(shanghaiDate(new Date(evaluation.clock.now().getTime() - 3_600_000)).slice(0, 4));
  period = { union: federation.id, from: `${year}-01-01`, to: `${year}-12-31` };
});
afterAll(() => evaluation.stop());

function report(groupBy: ReportGrouping, actor = officer, union = federation) {
  return evaluation.ask(reportContract.get, { ...period, union: union.id, groupBy }, actor);
}

describe('a report', () => {
  it('adds up activities, heads and costs of a subtree, by whatever they are divided', async () => {
    const first = await knownActivity(evaluation, near, 12, { title: '开放日' });
    await knownActivity(evaluation, far, 30, { title: '读书会' });
    await evaluation.emit(settlementEvents.costPoolApproved, {
      costPoolId: newId(),
      version: 1,
      activityId: first.id,
      shares: [],
      total: toWire(60_000n),
      subsidy: toWire(0n),
      approvedAt: `${period.from}T08:00:00Z`,
    });
    const total = {
      // 600 yuan for the 12 of the one activity that has cost something.
      activities: 2,
      heads: 42,
      costPerHead: 50,
      satisfaction: null,
      score: null,
      smallFirmShare: 12 / 42,
      loans: 0,
      loansOnTime: 0,
    };
    await eventually(async () => expect((await report('union')).total).toEqual(total));
    const byUnion = await report('union');
    expect(byUnion.rows.map(({ name, heads }) => [name, heads])).toEqual([
      [far.name, 30],
      [near.name, 12],
    ]);
    const groupings = ['activity', 'function', 'business', 'cell', 'month', 'quarter'] as const;
    for (const groupBy of groupings) {
      const view = await report(groupBy);
      expect([groupBy, view.total]).toEqual([groupBy, total]);
      expect(view.rows.reduce((sum, { heads }) => sum + heads, 0)).toBe(42);
    }
    expect((await report('activity')).rows.map(({ name }) => name)).toEqual(['读书会', '开放日']);
    expect((await report('cell')).rows.map(({ key }) => key)).toEqual(['service.culture']);
    expect((await report('month')).rows).toHaveLength(12);
    expect((await report('union', officer, near)).total.heads).toBe(12);
  });

  it('counts the loans that were due, and those that came back in time', async () => {
    const now = evaluation.clock.now().getTime();
    const at = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
    const loan = (hours: number, late: number | null): LoanStateData => ({
      id: newId(),
      version: 1,
      resourceId: newId(),
      ownerUnionId: far.id,
      borrowerUnionId: near.id,
      function: 'facility' as const,
      state: late === null ? 'handedOver' : 'returned',
      startsAt: at(hours + 24),
      endsAt: at(hours),
      returnedAt: late === null ? null : at(hours - late),
    });
    for (const state of [loan(3, 0), loan(4, 1), loan(2, null), loan(-2, null)])
      await evaluation.emit(sharingEvents.loanChanged, state);
    // Three were due; one of them was back when it was to be; the last is not due yet.
    await eventually(async () =>
      expect((await report('union')).total).toMatchObject({ loans: 3, loansOnTime: 1 }),
    );
    const row = (await report('union')).rows.find(({ key }) => key === near.id);
    expect(row).toMatchObject({ loans: 3, loansOnTime: 1 });
    expect((await report('function')).rows[0]).toMatchObject({ loans: null });
  });

  it('is for those who answer for the union or stand above it', async () => {
    const below = actorWith({ roles: [['officer', near.id, near.path]] });
    await expect(report('union', below)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report('union', actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await report('union', below, near)).union.name).toBe(near.name);
    const wrong = { ...period, groupBy: 'union' as const, from: period.to, to: period.from };
    await expect(evaluation.ask(reportContract.get, wrong, officer)).rejects.toMatchObject({
      code: 'PERIOD_EMPTY',
    });
  });

  it.each(['pdf', 'xlsx'] as const)('is kept as %s for whoever asked for it', async (format) => {
    const file = await evaluation.ask(reportContract.render, { ...period, format }, officer);
    expect(file.fileName).toBe(`${federation.name} 共建共享报表 ${period.from}.${format}`);
    const files = new FileStore(evaluation.store, briefFilesOf('evaluation'));
    const chunks: Buffer[] = [];
    for await (const chunk of await files.get(file.key, officer.personId)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    expect(bytes.length).toBe(file.size);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });

  it('compares a union with its like from five of them on', async () => {
    const peers = async () =>
      (await evaluation.ask(reportContract.peers, { ...period, union: near.id }, officer)).figures;
    expect((await peers()).find(({ figure }) => figure === 'heads')).toMatchObject({ own: 12, place: null });
    for (const path of ['1.6.', '1.7.', '1.8.', '1.9.']) await knownUnion(evaluation, path, 'small');
    // Of five small unions four held nothing: 0, 0, 0, 0, 12.
    expect((await peers()).find(({ figure }) => figure === 'heads')).toEqual({
      figure: 'heads',
      own: 12,
      unions: 5,
      lowerQuartile: 0,
      median: 0,
      upperQuartile: 0,
      place: 1,
    });
    expect((await peers()).find(({ figure }) => figure === 'costPerHead')).toMatchObject({ unions: null });
  });
});

describe('reach', () => {
  async function joins(union: UnionState, personId: string, birthDate: string | null): Promise<void> {
    const member: MemberState = {
      personId,
      version: 1,
      maskedName: '张*',
      unionId: union.id,
      state: 'active' as const,
      validFrom: null,
      validTo: null,
      birthDate,
    };
    await evaluation.emit(membershipEvents.memberChanged, member);
  }

  const reach = (union = federation, actor = officer, quarter?: number) =>
    evaluation.ask(
      reportContract.reach,
      { union: union.id, year, ...(quarter === undefined ? {} : { quarter }) },
      actor,
    );

  it('of a running year is nothing but the unions nobody came from', async () => {
    const { personIds } = await knownActivity(evaluation, near, 12);
    await knownActivity(evaluation, near, 1);
    const born = (index: number): string => (index % 2 === 0 ? '1985-05-05' : '1991-01-01');
    for (const [index, personId] of personIds.entries()) await joins(near, personId, born(index));
    for (let index = 0; index < 10; index += 1) await joins(near, newId(), born(index));
    for (let index = 0; index < 7; index += 1) await joins(far, newId(), '1985-05-05');
    await eventually(async () =>
      expect((await reach()).total).toEqual({ key: 'all', name: null, members: 29, served: null }),
    );
    const view = await reach();
    expect(view).toMatchObject({
      state: 'awaited',
      frozenAt: null,
      byUnion: [],
      bySizeClass: [],
      byDecade: [],
    });
    expect(view.unreached).toEqual([{ id: far.id, name: far.name, sizeClass: 'large', members: 7 }]);
    expect(view.frozenFrom).toBe(`${year + 1}-01-08`);
    await expect(reach(federation, actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await evaluation.ask(reportContract.reach, { union: near.id, year: 2020 }, officer)).state).toBe(
      'missing',
    );
  });

  it('E127: is frozen a week after the year, once for all subtrees, and then never changes', async () => {
    // Eleven of twelve came of one union, and 12 of 22 of the other: all but one is hidden, and so is what reveals it.
    const small = await knownUnion(evaluation, '1.5.1.', 'micro');
    const { personIds } = await knownActivity(evaluation, small, 11);
    for (const personId of [...personIds, newId()]) await joins(small, personId, '1991-01-01');
    await eventually(async () => expect((await reach()).total.members).toBe(41));
    const days =
      (new Date(`${year + 1}-01-08T00:00:00+08:00`).getTime() - evaluation.clock.now().getTime()) /
      86_400_000;
    evaluation.clock.advance((days - 0.5) * 86_400_000);
    expect((await reach()).state).toBe('awaited');
    evaluation.clock.advance(86_400_000);
    await eventually(async () => expect((await reach()).state).toBe('frozen'));
    const [whole, district, own] = [await reach(), await reach(far), await reach(small)];
    expect(whole.total).toEqual({ key: 'all', name: null, members: 41, served: 23 });
    expect([own.total.served, district.total.served]).toEqual([null, null]);
    expect(whole.byUnion.find(({ key }) => key === near.id)?.served).toBeNull();
    expect((await reach(near)).total.served).toBeNull();
    expect((await reach(federation, officer, 4)).total.served).toBe(23);
    expect(whole.unreached).toEqual([{ id: far.id, name: far.name, sizeClass: 'large', members: 7 }]);
    // Whoever joins or comes later is in the next year.
    const late = await knownActivity(evaluation, near, 6);
    for (const personId of late.personIds) await joins(near, personId, null);
    expect(await reach()).toEqual(whole);
    await expect(evaluation.dataSource.query('UPDATE reach_cell SET served = 5')).rejects.toThrow();
    // Numbers alone leave: of none of the members is anything told.
    expect(personIds.some((personId) => JSON.stringify(whole).includes(personId))).toBe(false);
  });
});

it('reads what grows by an index', async () => {
  const reads = [
    // Nothing is frozen of it: it is counted when it is asked for.
    () => evaluation.ask(reportContract.reach, { union: near.id, year: year + 1 }, officer),
    () => evaluation.ask(reportContract.get, { ...period, groupBy: 'union' }, officer),
  ];
  for (const read of reads) {
    const queries = (await recordQueries(evaluation.dataSource, read)).filter(({ sql }) =>
      /^(WITH|SELECT).*(activity_ref|member_ref|loan_ref)/s.test(sql),
    );
    expect(queries).not.toEqual([]);
    for (const { sql, params } of queries) {
      const scans = await explainsWithoutSeqScan(evaluation.dataSource, sql, params);
      expect([sql, scans]).toEqual([sql, []]);
    }
  }
});
