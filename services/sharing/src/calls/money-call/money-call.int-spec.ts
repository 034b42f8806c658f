import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { noticeContract, type NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { type Actor, dayMs, hourMs, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { untilNothingDue } from '../../reference/notice/notice.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;

beforeAll(async () => {
  sharing = await startSharing();
});
afterAll(() => sharing.stop());

/** Advances the clock to so many hours after midnight in China. */
function untilHour(hour: number): void {
  const since = (sharing.clock.now().getTime() + 8 * hourMs) % dayMs;
  sharing.clock.advance(((hour * hourMs - since + dayMs) % dayMs) + 1_000);
}
beforeEach(() => untilHour(12));

function callTo(people: readonly Actor[], change: Partial<MoneyCall> = {}): MoneyCall {
  return {
    kind: 'confirmationDue',
    aboutId: newId(),
    round: 1,
    title: '夏季运动会',
    amount: toWire(4_000n),
    until: new Date(sharing.clock.now().getTime() + 2 * dayMs).toISOString(),
    personIds: people.map(({ personId }) => personId),
    ...change,
  };
}

async function inboxOf(person: Actor): Promise<NoticeView[]> {
  return (await sharing.ask(noticeContract.list, { limit: 200 }, person)).items;
}

async function untilPlanned(): Promise<void> {
  await eventually(async () => {
    const due: unknown[] = await sharing.dataSource.query(`SELECT 1 FROM due WHERE kind = 'money-call'`);
    expect(due).toHaveLength(1);
  });
}

describe('a call about money', () => {
  it('is told once to each who may act, however often it arrives, with what it is about', async () => {
    const [first, second, other] = [actorWith(), actorWith(), actorWith()];
    const call = callTo([first, second]);
    await sharing.emit(settlementEvents.moneyCallMade, call);
    await sharing.emit(settlementEvents.moneyCallMade, call);
    for (const person of [first, second]) {
      await eventually(async () =>
        expect(await inboxOf(person)).toMatchObject([
          {
            kind: 'confirmationDue',
            why: 'dealsWithMoney',
            activityId: null,
            timeZone: 'Asia/Shanghai',
            details: { moneyId: call.aboutId, moneyTitle: '夏季运动会', fen: '4000', at: call.until },
          },
        ]),
      );
    }
    await untilNothingDue(sharing, 'money-call');
    expect(await inboxOf(first)).toHaveLength(1);
    expect(await inboxOf(other)).toEqual([]);
  });

  it('of another stage or another round is told again', async () => {
    const person = actorWith();
    const overdue = callTo([person], { kind: 'paymentOverdue' });
    await sharing.emit(settlementEvents.moneyCallMade, { ...overdue, kind: 'paymentDue' });
    await sharing.emit(settlementEvents.moneyCallMade, overdue);
    await sharing.emit(settlementEvents.moneyCallMade, { ...overdue, round: 2 });
    await eventually(async () =>
      expect((await inboxOf(person)).map(({ kind }) => kind).sort()).toEqual([
        'paymentDue',
        'paymentOverdue',
        'paymentOverdue',
      ]),
    );
  });

  it.each([
    ['whose time is not over', { until: undefined }],
    ['whose time is over already', { until: '2026-01-01T00:00:00.000Z' }],
    ['without a time', { until: null, amount: null }],
  ])('%s wakes nobody: it is told in the morning', async (_name, { until, ...change }) => {
    const person = actorWith();
    untilHour(23);
    const night = callTo([person], { ...change, ...(until === undefined ? {} : { until }) });
    await sharing.emit(settlementEvents.moneyCallMade, night);
    await untilPlanned();
    expect(await inboxOf(person)).toEqual([]);
    untilHour(7);
    await eventually(async () => expect(await inboxOf(person)).toHaveLength(1));
  });

  it('goes at night where its time is over before the morning', async () => {
    const person = actorWith();
    untilHour(23);
    const until = new Date(sharing.clock.now().getTime() + hourMs).toISOString();
    await sharing.emit(settlementEvents.moneyCallMade, callTo([person], { until }));
    await eventually(async () => expect(await inboxOf(person)).toHaveLength(1));
  });
});
