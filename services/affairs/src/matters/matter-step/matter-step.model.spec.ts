import { describe, expect, it } from '@jest/globals';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type { ServiceStepDto } from '@gongxiang/contracts/affairs/matters/service-step';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import {
  checkWords,
  isAmendable,
  isBuiltOn,
  isJoinable,
  isWritableFor,
  outsideViewOf,
  refusalOf,
  rewardOf,
  type StepMark,
  standingsOf,
} from './matter-step.model.js';

const at = new Date('2026-11-26T10:00:00+08:00');
const context = { today: '2026-11-26', answers: {}, startedAt: at };

function stepOf(step: Partial<ServiceStepDto>): ServiceStepDto {
  return { id: 'one', kind: 'record', label: '第一步', ...step };
}

function markOf(words: StepWords, mark: Partial<StepMark> = {}): StepMark {
  return { id: 'm', stepId: 'one', writtenBy: 'a', at, words, confirmedBy: null, ...mark };
}

const progressOf = (step: ServiceStepDto, marks: readonly StepMark[], more: Partial<typeof context> = {}) =>
  standingsOf([step], marks, { ...context, ...more }).map(({ progress, lacking, until }) => ({
    progress,
    lacking,
    until,
  }))[0];

describe('writing in a step', () => {
  const spoken = markOf({ agrees: true }, { writtenBy: 'a' });
  const forwarded = markOf({ on: '2026-11-20', number: '受 1' });
  const decided = markOf({ on: '2026-11-26', number: '裁 1', agrees: true });

  it.each([
    ['record', 'open', [], true],
    ['record', 'ahead', [], false],
    ['record', 'leftOut', [], false],
    ['ballot', 'failed', [spoken], true],
    ['statements', 'running', [spoken], false],
    ['statements', 'running', [markOf({ agrees: true }, { writtenBy: 'b' })], true],
    ['outsideDecision', 'running', [forwarded], true],
    ['outsideDecision', 'failed', [forwarded, decided], false],
    ['hardshipKind', 'open', [], true],
    ['hardshipKind', 'passed', [], false],
    ['hardshipKind', 'failed', [], false],
    ['householdPlan', 'open', [], true],
    ['householdPlan', 'passed', [], false],
    ['householdPlan', 'failed', [], false],
  ] as const)('%s %s: %j %s', (kind, progress, own, expected) => {
    expect(isWritableFor({ step: stepOf({ kind }), progress }, own, 'a')).toBe(expected);
  });
});

describe('the plan of a household', () => {
  const steps = [
    stepOf({ id: 'authority', kind: 'signatures' }),
    stepOf({ id: 'visit' }),
    stepOf({ id: 'plan', kind: 'householdPlan' }),
  ];
  const half = markOf({ adults: 2, signed: ['王五'] }, { stepId: 'authority' });
  const whole = markOf({ adults: 2, signed: ['王五', '李四'] }, { stepId: 'authority' });
  const visit = markOf({ text: '属实' }, { stepId: 'visit' });

  it.each([
    ['nobody has signed', [], null, 'ahead', false],
    ['somebody has not signed', [half], null, 'ahead', false],
    ['all have signed', [whole], null, 'ahead', true],
    ['it is its turn', [whole, visit], null, 'open', true],
    ['one was agreed', [whole, visit], 'own', 'passed', false],
    ['an earlier one was found', [whole, visit], 'conflict', 'running', false],
    ['it has joined another before its turn', [whole], 'joined', 'failed', false],
    ['it has joined another in its turn', [whole, visit], 'joined', 'failed', false],
  ] as const)('once %s', (_what, marks, plan, progress, joinable) => {
    const standings = standingsOf(steps, marks, { ...context, plan });
    const [, , last] = standings;
    expect(last?.progress).toBe(progress);
    expect(last && isJoinable(last, standings)).toBe(joinable);
  });

  it.each([
    [{ text: '助学' }, '/responsible'],
    [{ text: '助学', responsible: '刘主席' }, '/helper'],
    [{ joins: true }, '/text'],
  ] as const)('%j lacks %s', (words, pointer) => {
    const place = { own: [], writtenBy: 'a', today: context.today };
    expect(() => checkWords(stepOf({ kind: 'householdPlan' }), words, place)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('is amended where it is agreed and in no conflict, and was taken back version by version', () => {
    const plan = stepOf({ id: 'plan', kind: 'householdPlan' });
    const of = (progress: 'open' | 'running' | 'passed' | 'failed') => isAmendable({ step: plan, progress });
    expect([of('open'), of('running'), of('passed'), of('failed')]).toEqual([false, false, true, false]);
    expect(isAmendable({ step: stepOf({}), progress: 'passed' })).toBe(false);
    const first = markOf({ text: '助学' }, { id: 'm1', stepId: 'plan' });
    const second = markOf({ text: '助学，助医', reason: '住院' }, { id: 'm2', stepId: 'plan' });
    const third = markOf({ text: '助医', reason: '已毕业' }, { id: 'm3', stepId: 'plan' });
    const versions = [first, second, third];
    expect(versions.map((one) => isBuiltOn(plan, one, versions))).toEqual([true, true, false]);
  });

  it('does not give what comes after it more time by being amended', () => {
    const steps = [
      stepOf({ id: 'plan', kind: 'householdPlan' }),
      stepOf({ id: 'lifted', within: { count: 30, days: 'calendar' } }),
    ];
    const agreed = markOf({ text: '助学' }, { stepId: 'plan', at: new Date('2026-11-02T02:00:00Z') });
    const amended = markOf(
      { text: '助医', reason: '住院' },
      { id: 'm2', stepId: 'plan', at: new Date('2026-11-20T02:00:00Z') },
    );
    const dueOf = (marks: readonly StepMark[]) =>
      standingsOf(steps, marks, { ...context, plan: 'own' }).at(-1)?.dueAt;
    expect(dueOf([agreed])).toBeInstanceOf(Date);
    expect(dueOf([agreed, amended])).toEqual(dueOf([agreed]));
  });

  it.each([
    [{ kind: 'record' }, { text: '记', reason: '改' }],
    [{ kind: 'householdPlan' }, { text: '并入', joins: true, reason: '改' }],
  ] as const)('%j takes no reason in %j', (changes, words) => {
    const place = { own: [], writtenBy: 'a', today: context.today };
    expect(() => checkWords(stepOf(changes), words, place)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/reason' })] }),
    );
  });

  it('is joined in its own step alone', () => {
    const place = { own: [], writtenBy: 'a', today: context.today };
    expect(() => checkWords(stepOf({}), { text: '记', joins: true }, place)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/joins' })] }),
    );
  });
});

describe('two mediators', () => {
  const step = stepOf({ kind: 'statements', people: 2 });
  const yes = { agrees: true, text: '达成一致' };

  it('have both to sign their minutes: one of them twice is one', () => {
    expect(progressOf(step, [markOf(yes)])).toMatchObject({ progress: 'running', lacking: 1 });
    expect(progressOf(step, [markOf(yes), markOf(yes)])).toMatchObject({ lacking: 1 });
    expect(progressOf(step, [markOf(yes), markOf(yes, { writtenBy: 'b' })])).toMatchObject({
      progress: 'passed',
    });
    const again = { own: [markOf(yes)], writtenBy: 'a', today: context.today };
    expect(() => checkWords(step, yes, again)).toThrow(expect.objectContaining({ code: 'MATTER_STEP_SAID' }));
  });

  it('who do not agree have failed, and so has a panel without more yes than no', () => {
    const no = markOf({ agrees: false, text: '未达成' }, { writtenBy: 'b' });
    expect(progressOf(step, [markOf(yes), no])).toMatchObject({ progress: 'failed' });
  });
});

describe('a public notice', () => {
  const step = stepOf({ kind: 'publicNotice', days: 5 });
  // A Thursday; the week before the holiday of spring has a Saturday worked instead.
  const notice = markOf({ text: '拟推荐张三', on: '2026-11-26' });

  it.each([
    ['2026-11-26', 'running'],
    ['2026-12-03', 'running'],
    ['2026-12-04', 'passed'],
  ])('of five working days from Thursday is on %s %s', (today, progress) => {
    expect(progressOf(step, [notice], { today })).toEqual({ progress, lacking: null, until: '2026-12-03' });
  });

  it('does not begin in the past', () => {
    const words = { text: '拟推荐张三', on: '2026-11-25' };
    expect(() => checkWords(step, words, { own: [], writtenBy: 'a', today: '2026-11-26' })).toThrow(
      expect.objectContaining({ code: 'MATTER_NOTICE_PAST' }),
    );
  });
});

describe('the signatures of every adult of a family', () => {
  const step = stepOf({ kind: 'signatures', question: 'adults' });

  it('are as many as the person has said, and not as many as the officer says', () => {
    const answers = { adults: 3 };
    const two = markOf({ signed: ['张三', '李四'], adults: 2 });
    expect(progressOf(step, [two], { answers })).toMatchObject({ progress: 'running', lacking: 1 });
    const three = markOf({ signed: ['张三', '李四', '张小三'] });
    expect(progressOf(step, [three], { answers })).toMatchObject({ progress: 'passed' });
  });

  it('do not count one person twice, however the name is written', () => {
    const words = { signed: ['张 三', '张三'] };
    expect(() => checkWords(step, words, { own: [], writtenBy: 'a', today: context.today })).toThrow(
      expect.objectContaining({ code: 'MATTER_SIGNED_TWICE' }),
    );
  });
});

describe('the ballot of an assembly', () => {
  it.each([
    [{ entitled: 10, present: 11, yes: 5, no: 1 }, '/present'],
    [{ entitled: 10, present: 8, yes: 5, no: 4 }, '/yes'],
  ])('whose numbers do not fit is refused: %j', (words, pointer) => {
    const step = stepOf({ kind: 'ballot', quorum: 'half', majority: 'present' });
    expect(() => checkWords(step, words, { own: [], writtenBy: 'a', today: context.today })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code: 'MATTER_BALLOT_SUM', pointer })] }),
    );
  });
});

describe('opinions of other bodies', () => {
  const step = stepOf({ kind: 'opinions', bodies: ['税务', '应急'] });
  const of = (body: string, agrees: boolean) => markOf({ body, agrees });

  it('are asked of each, all of them agree, and the last word of each counts', () => {
    expect(progressOf(step, [of('税务', true)])).toMatchObject({ progress: 'running', lacking: 1 });
    expect(progressOf(step, [of('税务', false), of('应急', true)])).toMatchObject({ progress: 'failed' });
    const mended = [of('税务', false), of('应急', true), of('税务', true)];
    expect(progressOf(step, mended)).toMatchObject({ progress: 'passed' });
  });
});

describe('what an inspection has found', () => {
  const step = stepOf({ kind: 'remedies' });
  const found = markOf({ text: '消防通道被占', on: '2026-12-10' }, { id: 'f1' });
  const other = markOf({ text: '应急灯不亮', on: '2026-12-05' }, { id: 'f2' });
  const look = (id: string, agrees: boolean) => markOf({ found: id, agrees, text: '复查' }, { id: `${id}x` });

  it('is over once each was looked at again, and passes if all is mended', () => {
    expect(progressOf(step, [found, other])).toEqual({
      progress: 'running',
      lacking: 2,
      until: '2026-12-05',
    });
    expect(progressOf(step, [found, other, look('f2', true)])).toMatchObject({
      lacking: 1,
      until: '2026-12-10',
    });
    expect(progressOf(step, [found, look('f1', false)])).toMatchObject({ progress: 'failed' });
    expect(progressOf(step, [found, other, look('f1', true), look('f2', true)])).toMatchObject({
      progress: 'passed',
    });
  });
});

describe('what another body decides', () => {
  const step = stepOf({ kind: 'outsideDecision', body: '互助会', within: { count: 3, days: 'working' } });
  const receipt: StepWords = { on: '2026-11-20', number: '受 0311' };
  const ruling: StepWords = { on: '2026-11-25', number: '裁 88', agrees: true, text: '符合条款' };
  const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
  const forwarded = markOf(receipt, { id: 'f' });
  const decided = (agrees: boolean) => markOf({ ...ruling, agrees }, { id: 'd' });

  it.each<[string, readonly StepMark[], string]>([
    ['nothing', [], 'open'],
    ['that it was forwarded', [forwarded], 'running'],
    ['that it is granted', [forwarded, decided(true)], 'passed'],
    ['that it is refused', [forwarded, decided(false)], 'failed'],
  ])('with %s written is %s %s', (_what, marks, progress) => {
    expect(progressOf(step, marks)).toMatchObject({ progress });
  });

  it('has its time until it is decided, and not only until it is forwarded', () => {
    const dueAt = (marks: readonly StepMark[]) => standingsOf([step], marks, context)[0]?.dueAt;
    // From Thursday 2026-11-26: Friday, Monday, Tuesday.
    const due = new Date('2026-12-01T23:59:59+08:00');
    expect([dueAt([]), dueAt([forwarded]), dueAt([forwarded, decided(true)])]).toEqual([due, due, null]);
  });

  it.each<[string, readonly StepMark[], StepWords, string, string | undefined]>([
    ['a decision before it is forwarded', [], ruling, 'MATTER_NOT_FORWARDED', '/agrees'],
    ['forwarded tomorrow', [], { ...receipt, on: '2026-11-27' }, 'MATTER_OUTSIDE_DAY', '/on'],
    ['forwarded twice', [forwarded], receipt, 'MATTER_STEP_VALUE', '/agrees'],
    ['a decision without words', [forwarded], { ...ruling, text: null }, 'MATTER_STEP_VALUE', '/text'],
    [
      'a decision on the day before it was forwarded',
      [forwarded],
      { ...ruling, on: '2026-11-19' },
      'MATTER_OUTSIDE_DAY',
      '/on',
    ],
    ['decided tomorrow', [forwarded], { ...ruling, on: '2026-11-27' }, 'MATTER_OUTSIDE_DAY', '/on'],
    [
      'an amount of what is refused',
      [forwarded],
      { ...ruling, agrees: false, amount: fen('120000') },
      'MATTER_OUTSIDE_AMOUNT',
      '/amount',
    ],
    [
      'an amount of nothing',
      [forwarded],
      { ...ruling, amount: fen('0') },
      'MATTER_OUTSIDE_AMOUNT',
      '/amount',
    ],
    [
      'an amount of what is forwarded',
      [],
      { ...receipt, amount: fen('1') },
      'MATTER_OUTSIDE_AMOUNT',
      '/amount',
    ],
    ['a second decision', [forwarded, decided(false)], ruling, 'MATTER_OUTSIDE_DECIDED', undefined],
  ])('refuses %s', (_what, own, words, code, pointer) => {
    const problem =
      pointer === undefined ? { code } : { errors: [expect.objectContaining({ code, pointer })] };
    expect(() => checkWords(step, words, { own, writtenBy: 'a', today: context.today })).toThrow(
      expect.objectContaining(problem),
    );
  });

  it.each<[string, readonly StepMark[], StepWords]>([
    ['forwarded today', [], { ...receipt, on: context.today }],
    ['decided on the day on which it was forwarded', [forwarded], { ...ruling, on: '2026-11-20' }],
    ['granted with an amount', [forwarded], { ...ruling, amount: fen('120000') }],
    ['refused', [forwarded], { ...ruling, agrees: false }],
  ])('takes %s', (_what, own, words) => {
    expect(() => checkWords(step, words, { own, writtenBy: 'a', today: context.today })).not.toThrow();
  });

  it('is not taken back as forwarded while a decision rests on it', () => {
    const both = [forwarded, decided(true)];
    expect(both.map((mark) => isBuiltOn(step, mark, both))).toEqual([true, false]);
    expect(isBuiltOn(step, forwarded, [forwarded])).toBe(false);
  });

  it('says where the papers are, and nothing of what is written beside', () => {
    const nothing = { decidedOn: null, granted: null, reference: null, amount: null };
    const where = { body: '互助会', forwardedOn: '2026-11-20', receipt: '受 0311' };
    expect(outsideViewOf(step, [forwarded])).toEqual({ ...where, ...nothing });
    expect(outsideViewOf(step, [forwarded, markOf({ ...ruling, amount: fen('120000') })])).toEqual({
      ...where,
      decidedOn: '2026-11-25',
      granted: true,
      reference: '裁 88',
      amount: fen('120000'),
    });
    expect(outsideViewOf(stepOf({ kind: 'record' }), [])).toBeNull();
  });

  const paid = { needs: ['one'] };
  const refused = { needsFailed: ['one'] };
  it.each([
    ['nothing is forwarded', [], paid, 'MATTER_STEP_NEEDED'],
    ['nothing is forwarded', [], refused, 'MATTER_STEP_NEEDED'],
    ['nothing is forwarded', [], {}, null],
    ['it is forwarded', [forwarded], paid, 'MATTER_STEP_NEEDED'],
    ['it is forwarded', [forwarded], refused, 'MATTER_STEP_NEEDED'],
    ['it is forwarded', [forwarded], {}, 'MATTER_STEP_NEEDED'],
    ['it is granted', [forwarded, decided(true)], paid, null],
    ['it is granted', [forwarded, decided(true)], refused, 'MATTER_OUTCOME_CONTRARY'],
    ['it is granted', [forwarded, decided(true)], {}, 'MATTER_OUTCOME_CONTRARY'],
    ['it is refused', [forwarded, decided(false)], paid, 'MATTER_OUTCOME_CONTRARY'],
    ['it is refused', [forwarded, decided(false)], refused, null],
    ['it is refused', [forwarded, decided(false)], {}, 'MATTER_OUTCOME_CONTRARY'],
  ])('where %s (%j) meets an outcome with %j: %s', (_what, marks, outcome, code) => {
    expect(refusalOf(outcome, standingsOf([step], marks, context))?.code ?? null).toBe(code);
  });

  it('is not needed where it is left out', () => {
    const steps = [stepOf({ id: 'first' }), { ...step, unless: 'first' }];
    const standings = standingsOf(steps, [markOf({ text: '已办' }, { stepId: 'first' })], context);
    expect([paid, {}, refused].map((outcome) => refusalOf(outcome, standings)?.code ?? null)).toEqual([
      null,
      null,
      'MATTER_OUTCOME_CONTRARY',
    ]);
  });
});

describe('an outcome that needs a vote to have failed', () => {
  const step = stepOf({ kind: 'ballot', quorum: 'half', majority: 'present' });
  const vote = (yes: number) => markOf({ entitled: 10, present: 10, yes, no: 10 - yes });

  it.each([
    [[], 'MATTER_STEP_NEEDED'],
    [[vote(4)], null],
    [[vote(6)], 'MATTER_OUTCOME_CONTRARY'],
  ])('%j: %s', (marks, code) => {
    expect(refusalOf({ needsFailed: ['one'] }, standingsOf([step], marks, context))?.code ?? null).toBe(code);
  });

  it.each([
    [[], 'MATTER_STEP_NEEDED'],
    [[vote(4)], 'MATTER_OUTCOME_CONTRARY'],
    [[vote(4), vote(6)], null],
  ])('is the contrary of one that needs it passed, until there is another vote: %j: %s', (marks, code) => {
    expect(refusalOf({ needs: ['one'] }, standingsOf([step], marks, context))?.code ?? null).toBe(code);
  });

  it('leaves outcomes that say nothing of it as they are', () => {
    expect(refusalOf({}, standingsOf([step], [vote(4)], context))).toBeNull();
  });
});

describe('the reward for a suggestion', () => {
  const reward = {
    rate: 50,
    cap: { amount: '500000', currency: 'CNY' as const },
    shares: [
      { label: '提出人', weight: 60 },
      { label: '实施人', weight: 40 },
    ],
  };
  const benefitOf = (fen: bigint) => ({ amount: fen.toString(), currency: 'CNY' as const });

  it.each([
    // 5 % of 2,000.20 is 100.01: 60.006 and 40.004.
    [200_020n, [6_001n, 4_000n]],
    // Capped at 5,000.00.
    [100_000_000n, [300_000n, 200_000n]],
    [19n, [0n, 0n]],
  ])('of a benefit of %s fen is split 60 to 40', (benefit, expected) => {
    expect(rewardOf(reward, benefitOf(benefit))).toEqual(expected);
  });

  it('never loses a fen and never goes above the cap', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        weights,
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 1_000 }),
        (given, benefit, rate) => {
          const shares = given.map((weight, index) => ({ label: `${index}`, weight }));
          const total = sum(rewardOf({ ...reward, rate, shares }, benefitOf(benefit)));
          const plain = (benefit * BigInt(rate)) / 1_000n;
          expect(total).toBe(plain < 500_000n ? plain : 500_000n);
        },
      ),
    );
  });
});

describe('steps', () => {
  const letters = [
    stepOf({ id: 'hint', kind: 'remedies' }),
    stepOf({ id: 'opinion', kind: 'remedies', unless: 'hint' }),
    stepOf({ id: 'end', within: { count: 3, days: 'working' } }),
  ];
  const demand = markOf({ text: '请依法支付加班费', on: '2026-12-01' }, { id: 'd', stepId: 'hint' });
  const looked = (agrees: boolean) =>
    markOf({ found: 'd', agrees, text: '复查' }, { id: 'l', stepId: 'hint' });
  const all = (marks: readonly StepMark[]) =>
    standingsOf(letters, marks, context).map(({ progress }) => progress);

  it('come in their order, and the next letter only where the one before was of no use', () => {
    expect(all([])).toEqual(['open', 'ahead', 'ahead']);
    expect(all([demand])).toEqual(['running', 'ahead', 'ahead']);
    expect(all([demand, looked(false)])).toEqual(['failed', 'open', 'ahead']);
    expect(all([demand, looked(true)])).toEqual(['passed', 'leftOut', 'open']);
  });

  it('have their time from the end of the step before, of a notice from its last day', () => {
    const steps = [stepOf({ kind: 'publicNotice', days: 5 }), ...letters.slice(2)];
    const marks = [markOf({ text: '公示', on: '2026-11-26' })];
    const [, end] = standingsOf(steps, marks, { ...context, today: '2026-12-04' });
    expect(end?.dueAt?.toISOString()).toBe('2026-12-08T15:59:59.000Z');
  });

  it('that an outcome needs are named if they have not passed; one that is left out is not needed', () => {
    const standings = standingsOf(letters, [demand, looked(true)], context);
    expect(refusalOf({ needs: ['hint', 'opinion'] }, standings)).toBeNull();
    expect(refusalOf({ needs: ['hint', 'opinion', 'end'] }, standings)).toMatchObject({
      step: { id: 'end' },
      code: 'MATTER_STEP_NEEDED',
    });
  });

  it.each<[ServiceStepDto['kind'], StepWords, string]>([
    ['statements', { agrees: true }, '/text'],
    ['publicNotice', { text: '公示' }, '/on'],
    ['signatures', { signed: ['张三'] }, '/adults'],
    ['ballot', { entitled: 3, present: 3, yes: 2 }, '/no'],
    ['opinions', { body: '税务' }, '/agrees'],
    ['reward', { text: '按年节约工时计算' }, '/benefit'],
    ['outsideDecision', { on: '2026-11-20' }, '/number'],
    ['record', {}, '/text'],
  ])('of the kind %s say what lacks', (kind, words, pointer) => {
    expect(() =>
      checkWords(stepOf({ kind }), words, { own: [], writtenBy: 'a', today: context.today }),
    ).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code: 'MATTER_STEP_VALUE', pointer })] }),
    );
  });
});
