import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  factCheckContract,
  type FactCheckView,
} from '@gongxiang/contracts/settlement/bills/fact-check.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityCloseRow, AttendanceFactRow } from '../../agreements/activity/activity.entity.js';
import {
  bill,
  close,
  type Fact,
  factsOf,
  holder,
  knownActivity,
  knownNetwork,
} from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  [a, b] = (await knownNetwork(settlement, 2)).unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const rule = { kind: 'headcount' };
const publishFacts = (activityId: string, facts: Fact[]) =>
  settlement.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 1, facts });

async function arrived(activityId: string, count: number): Promise<void> {
  const { manager } = settlement.dataSource;
  await eventually(async () => {
    expect(await manager.countBy(AttendanceFactRow, { activityId })).toBe(count);
    await manager.findOneByOrFail(ActivityCloseRow, { activityId });
  });
}

/** Time goes on until what is due has compared the activity. */
async function checked(activityId: string, expected: Partial<FactCheckView>): Promise<void> {
  await eventually(async () => {
    settlement.clock.advance(31_000);
    const { items } = await settlement.ask(factCheckContract.list, {}, holder('auditor', a));
    expect(items.find((one) => one.activityId === activityId)).toMatchObject(expected);
  });
}

describe('E30: facts that are lost on the way', () => {
  it('are found after the close and named, and healed by the event that comes late', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule, close: false });
    const facts = factsOf(activityId, { parties: [a, b], rule, heads: [3, 2] });
    const [first, second] = facts as [Fact, Fact];
    await publishFacts(activityId, [first]);
    await close(settlement, activityId, facts);
    await arrived(activityId, 1);
    const missing = { problem: 'missing', toldCount: 2, hereCount: 1, hereHeads: 3 } as const;
    await checked(activityId, { ...missing, activityTitle: '夏季运动会', unionName: a.name });
    const { items } = await settlement.ask(
      factCheckContract.list,
      { differing: true, q: '运动' },
      holder('officer', a),
    );
    expect(items.map((one) => one.activityId)).toEqual([activityId]);
    const metric: { count: number }[] = await settlement.dataSource.query(
      'SELECT count(*)::int AS count FROM fact_check WHERE problem IS NOT NULL',
    );
    expect(metric).toEqual([{ count: 1 }]);
    await publishFacts(activityId, [second]);
    await arrived(activityId, 2);
    await checked(activityId, { problem: null, since: null, hereCount: 2, hereHeads: 5 });
  });

  it('are found where the close itself is lost, by what is told at night', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule, close: false });
    await settlement.emit(sharingEvents.attendanceTotalled, {
      totals: [
        {
          activityId,
          version: 2,
          factCount: 1,
          factsHash: 'f'.repeat(64),
          closedAt: '2026-11-01T13:00:00+08:00',
        },
      ],
    });
    await checked(activityId, { problem: 'missing', toldCount: 1, hereCount: 0 });
    const facts = factsOf(activityId, { parties: [b], rule, heads: [4] });
    await publishFacts(activityId, facts);
    // As many, but not those that were counted.
    await arrived(activityId, 1);
    await checked(activityId, { problem: 'different', hereCount: 1 });
    await close(settlement, activityId, facts, 3);
    await checked(activityId, { problem: null });
  });
});

describe('a cost pool', () => {
  it('that rests on facts from before a correction is named with them', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule, heads: [1, 1] });
    const finance = holder('finance', a);
    const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 100n), finance);
    await eventually(() => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance));
    const corrected = factsOf(activityId, { parties: [a], rule, heads: [2] });
    await publishFacts(activityId, corrected);
    const rows = await settlement.dataSource.manager.findBy(AttendanceFactRow, { activityId });
    const before = rows.map((row) => ({ ...corrected[0], ...row })) as unknown as Fact[];
    await arrived(activityId, 3);
    await close(settlement, activityId, [...before.filter(({ heads }) => heads === 1), ...corrected], 3);
    await checked(activityId, { problem: 'poolBehind', costPoolId, hereCount: 3 });
  });
});

describe('whoever has seen to it', () => {
  it('compares at once, where permitted', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule, heads: [1, 0] });
    await arrived(activityId, 2);
    const repeat = (actor = holder('officer', a)) =>
      settlement.ask(factCheckContract.repeat, { activityId }, actor);
    expect(await repeat()).toMatchObject({ activityId, problem: null, toldCount: 1 });
    await expect(repeat(holder('officer', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(repeat(holder('approver', a))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { items } = await settlement.ask(factCheckContract.list, {}, holder('officer', b));
    expect(items).toEqual([]);
  });
});
