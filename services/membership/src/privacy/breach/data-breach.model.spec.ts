import { describe, expect, it } from '@jest/globals';
import {
  breachHandoversMax,
  dataBreachStates,
  type RecordDataBreach,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import { noticeOf } from './breach-notice.js';
import {
  actsOf,
  advanced,
  awaitsOfBreach,
  batchPeople,
  requireCorrectable,
  requireHandover,
  requireWhole,
} from './data-breach.model.js';

const now = new Date('2026-11-20T10:00:00Z');
const record: RecordDataBreach = {
  noticedAt: '2026-11-20T09:00:00Z',
  happenedAt: '2026-11-19T09:00:00Z',
  kinds: ['record', 'signIn'],
  cause: '备份误公开',
  harm: '诈骗电话',
  measures: '已关闭',
  advice: '改密码',
  contactName: '网络工作部',
  contactPhone: '027-85770000',
  audience: 'everybody',
  unionId: null,
  isTold: true,
  notToldReason: null,
  correctsId: null,
  changes: null,
  personIds: [],
};
const id = '019a0000-0000-7000-8000-000000000001';

function refusalOf(change: Partial<RecordDataBreach>): unknown {
  return refusedBy(() => requireWhole({ ...record, ...change }, now));
}

function refusedBy(check: () => void): unknown {
  try {
    check();
    return null;
  } catch (error) {
    const { code, errors = [] } = error as { code: string; errors?: { pointer: string }[] };
    return `${code} ${errors[0]?.pointer ?? ''}`;
  }
}

describe('a record of a breach', () => {
  it.each([
    [{}, null],
    [{ happenedAt: null }, null],
    [{ noticedAt: '2026-11-20T10:00:01Z' }, 'DATA_BREACH_TIMES /noticedAt'],
    [{ happenedAt: '2026-11-20T09:00:01Z' }, 'DATA_BREACH_TIMES /happenedAt'],
    [{ audience: 'union', unionId: id }, null],
    [{ audience: 'union' }, 'DATA_BREACH_AUDIENCE /unionId'],
    [{ unionId: id }, 'DATA_BREACH_AUDIENCE /unionId'],
    [{ audience: 'named', personIds: [id] }, null],
    [{ audience: 'named' }, 'DATA_BREACH_AUDIENCE /personIds'],
    [{ personIds: [id] }, 'DATA_BREACH_AUDIENCE /personIds'],
    [{ isTold: false, notToldReason: '数据已加密，密钥未泄露' }, null],
    [{ isTold: false }, 'DATA_BREACH_REASON /notToldReason'],
    [{ notToldReason: '多余' }, 'DATA_BREACH_REASON /notToldReason'],
    [{ correctsId: id, changes: '另有登录记录' }, null],
    [{ correctsId: id }, 'DATA_BREACH_CHANGES /changes'],
    [{ changes: '另有登录记录' }, 'DATA_BREACH_CHANGES /changes'],
  ] as const)('%j: %s', (change, refusal) => {
    expect(refusalOf(change as Partial<RecordDataBreach>)).toBe(refusal);
  });

  it.each([
    ['waiting', null, true, ['withdraw']],
    ['waiting', null, false, ['confirm', 'refuse']],
    ['notifying', null, false, ['correct', 'handOver']],
    ['notified', null, true, ['correct', 'handOver']],
    ['filed', null, true, ['correct', 'handOver']],
    ['notified', id, true, ['handOver']],
    ['refused', null, true, []],
    ['withdrawn', null, false, []],
  ] as const)('%s, corrected by %s, own %s: %j', (state, correctedById, isRecorder, acts) => {
    expect(actsOf({ state, correctedById }, isRecorder, true)).toEqual(acts);
  });

  it('has no more entries on its report than can be shown', () => {
    const breach = { state: 'notified', correctedById: null } as const;
    expect(actsOf(breach, true, false)).toEqual(['correct']);
  });

  it.each([
    ['notified', '2026-11-20T09:00:00Z', null, 0, null],
    ['notifying', '2026-11-20T10:00:00Z', null, 0, null],
    ['filed', '2026-11-20T09:30:00Z', '文号有误', 1, null],
    ['waiting', '2026-11-20T09:30:00Z', null, 0, 'ILLEGAL_TRANSITION '],
    ['refused', '2026-11-20T09:30:00Z', null, 0, 'ILLEGAL_TRANSITION '],
    ['notified', '2026-11-20T08:59:59Z', null, 0, 'DATA_BREACH_HANDOVER_TIME /handedOverAt'],
    ['notified', '2026-11-20T10:00:01Z', null, 0, 'DATA_BREACH_HANDOVER_TIME /handedOverAt'],
    ['notified', '2026-11-20T09:30:00Z', '多余', 0, 'DATA_BREACH_HANDOVER_CHANGES /changes'],
    ['notified', '2026-11-20T09:30:00Z', null, 1, 'DATA_BREACH_HANDOVER_CHANGES /changes'],
    ['notified', '2026-11-20T09:30:00Z', '又改', breachHandoversMax, 'DATA_BREACH_HANDOVERS_MANY '],
  ] as const)('%s, its report handed over at %s (%s, entry %d + 1): %s', (...row) => {
    const [state, handedOverAt, changes, handovers, refusal] = row;
    const breach = { state, noticedAt: new Date(record.noticedAt) };
    expect(
      refusedBy(() =>
        requireHandover(breach, { handedOverAt, changes }, { handovers, max: breachHandoversMax, now }),
      ),
    ).toBe(refusal);
  });

  it.each([
    [null, true, 'NOT_FOUND'],
    [{ state: 'waiting', isTold: true }, true, 'ILLEGAL_TRANSITION'],
    [{ state: 'refused', isTold: true }, true, 'ILLEGAL_TRANSITION'],
    // People were told something wrong, and would not learn of it.
    [{ state: 'notified', isTold: true }, false, 'DATA_BREACH_CORRECTION_TOLD'],
  ] as const)('%j, corrected with told %s: %s', (corrected, isTold, code) => {
    expect(() => requireCorrectable(corrected, isTold)).toThrow(expect.objectContaining({ code }));
  });

  it('is corrected while its people are being notified, and where nobody was', () => {
    expect(() => {
      requireCorrectable({ state: 'notifying', isTold: true }, true);
      requireCorrectable({ state: 'filed', isTold: false }, false);
      requireCorrectable({ state: 'filed', isTold: false }, true);
    }).not.toThrow();
  });

  it('advances by a batch, and is over with the first one that is not full', () => {
    const full = Array.from({ length: batchPeople }, (_, index) => `p${String(index)}`);
    // 500 + 498: two of the batch had been notified under another id of theirs
    expect(advanced({ notified: 500, position: 'o' }, full, 498)).toEqual({
      notified: 998,
      position: 'p499',
      isLast: false,
    });
    expect(advanced({ notified: 500, position: 'o' }, [], 0)).toEqual({
      notified: 500,
      position: 'o',
      isLast: true,
    });
  });
});

it.each(dataBreachStates)('waits in the state %s for somebody else, or for nobody', (state) => {
  const awaits = awaitsOfBreach({ id, state }, { personIds: ['other'] });
  expect(awaits.map(({ kind, personIds }) => [kind, personIds])).toEqual(
    state === 'waiting' ? [['dataBreachRecorded', ['other']]] : [],
  );
});

it('tells what article 57 wants, in words for kinds of data and under one cause', () => {
  expect(noticeOf({ ...record, id }, ['one'])).toMatchObject({
    kind: 'dataBreach',
    cause: `data-breach/${id}`,
    personIds: ['one'],
    about: { dataBreachId: id },
    values: {
      kindsZh: expect.stringMatching(/^姓名、证件号码和手机号、/u) as unknown,
      kindsEn: expect.stringMatching(/^Name, resident number and phone, /u) as unknown,
      cause: '备份误公开',
      contact: '网络工作部 027-85770000',
      changes: null,
    },
  });
});
