import { describe, expect, it } from '@jest/globals';
import {
  dayOfWhat,
  isWrittenAgain,
  lastWords,
  type MatterStep,
  namesOf,
  type OutsideDecision,
  outsideState,
  type StepMark,
  stepsShown,
  stepTone,
  toLookAt,
} from './step.model.js';

const mark = (id: string, words: StepMark['words']): StepMark => ({
  id,
  at: '2026-11-26T10:00:00+08:00',
  by: 'person-1',
  byName: '张*',
  words,
  waits: false,
  confirmedByName: null,
  removable: false,
});

const plain: MatterStep = {
  id: 'one',
  kind: 'record',
  label: '第一步',
  help: null,
  bodies: [],
  isAsked: false,
  progress: 'open',
  until: null,
  dueAt: null,
  overdue: false,
  lacking: null,
  parts: [],
  outside: null,
  marks: [],
  writable: false,
  joinable: false,
  amendable: false,
};

describe('a step', () => {
  it('has last what was written last in the last step of its kind', () => {
    const early: MatterStep = { ...plain, kind: 'signatures', marks: [mark('a', { signed: ['张三'] })] };
    const late: MatterStep = { ...early, marks: [mark('b', { adults: 2 }), mark('c', { signed: ['李四'] })] };
    expect(lastWords([early, late, plain], 'signatures')).toEqual({ signed: ['李四'] });
    expect(lastWords([plain], 'signatures')).toBeUndefined();
  });

  it('reads names as they are typed', () => {
    expect(namesOf('张三、 李四，王五\n')).toEqual(['张三', '李四', '王五']);
    expect(namesOf(' ')).toEqual([]);
  });

  it('has what was found to be looked at once', () => {
    const marks = [
      mark('a', { text: '通道' }),
      mark('b', { text: '灯' }),
      mark('c', { found: 'a', agrees: true }),
    ];
    expect(toLookAt(marks).map(({ id }) => id)).toEqual(['b']);
  });

  it.each<[Partial<OutsideDecision>, string]>([
    [{}, 'notForwarded'],
    [{ forwardedOn: '2026-11-20' }, 'waiting'],
    [{ forwardedOn: '2026-11-20', granted: false }, 'refused'],
    [{ forwardedOn: '2026-11-20', granted: true }, 'granted'],
    [
      { forwardedOn: '2026-11-20', granted: true, amount: { amount: '120000', currency: 'CNY' } },
      'grantedAmount',
    ],
  ])('says where papers are: %j is %s', (part, expected) => {
    const nothing = {
      body: '互助会',
      forwardedOn: null,
      receipt: null,
      decidedOn: null,
      granted: null,
      reference: null,
      amount: null,
    };
    expect(outsideState({ ...nothing, ...part })).toBe(expected);
  });

  it('is not needed any more once the matter is over without it, and nobody is late', () => {
    const late = { ...plain, help: '写明交给谁', dueAt: '2026-11-26T15:59:59Z', overdue: true };
    const passed: MatterStep = { ...plain, progress: 'passed' };
    expect(stepsShown('inWork', [passed, late])).toEqual([passed, late]);
    expect(stepsShown('decided', [passed, late])).toEqual([passed, { ...plain, progress: 'leftOut' }]);
  });

  it.each<[Partial<MatterStep>, boolean]>([
    [{ kind: 'ballot', progress: 'failed', writable: true }, true],
    [{ kind: 'opinions', progress: 'failed', writable: true }, true],
    [{ kind: 'ballot', progress: 'passed', writable: true }, false],
    [{ kind: 'ballot', progress: 'failed', writable: false }, false],
    [{ kind: 'statements', progress: 'failed', writable: true }, false],
  ])('is written in again once it has failed, where something newer counts: %j %s', (part, expected) => {
    expect(isWrittenAgain({ ...plain, ...part })).toBe(expected);
  });

  it.each<[MatterStep['kind'], StepMark['words'], string | undefined]>([
    ['publicNotice', {}, 'notice'],
    ['remedies', {}, 'remedy'],
    ['outsideDecision', { agrees: null }, 'forwarded'],
    ['outsideDecision', { agrees: false }, 'decided'],
    ['record', {}, undefined],
  ])('says of what a day is: %s %j is %s', (kind, words, expected) => {
    expect(dayOfWhat(kind, words)).toBe(expected);
  });

  it('looks as it stands', () => {
    expect(stepTone('passed')).toBe('is-published');
    expect(stepTone('ahead')).toBe('is-kind');
  });
});
