import { describe, expect, it } from '@jest/globals';
import type {
  ServiceDefinition,
  ServiceOutcomeDto,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { ServiceStepDto } from '@gongxiang/contracts/affairs/matters/service-step';
import { definitionOf } from './service-item.fixture.js';
import { checkDefinition, isUsable, nextServiceState } from './service-item.model.js';

const today = new Date('2026-11-27T10:00:00+08:00');
const question = { id: 'a', kind: 'shortText', title: '在哪里领', required: true } as const;
const outcome = { id: 'issued', label: '已办好' };

interface OutsideChanges {
  readonly step?: Partial<ServiceStepDto>;
  readonly refused?: Partial<ServiceOutcomeDto>;
}

/** A service whose papers another body decides on. */
function outsideWith({ step = {}, refused = {} }: OutsideChanges): ServiceDefinition {
  return definitionOf({
    steps: [
      { id: 'check', kind: 'record', label: '初审' },
      { id: 'ruling', kind: 'outsideDecision', label: '裁定', body: '互助会', ...step },
    ],
    outcomes: [
      { id: 'paid', label: '已赔付', needs: ['ruling'] },
      { id: 'refused', label: '未获赔付', needsFailed: ['ruling'], ...refused },
    ],
  });
}

describe('a service', () => {
  it.each([
    ['all is well', definitionOf(), []],
    [
      'two questions with one id',
      definitionOf({ questions: [question, question] }),
      ['/questions/1/id QUESTION_ID_TWICE'],
    ],
    [
      'two outcomes with one id',
      definitionOf({ outcomes: [outcome, outcome] }),
      ['/outcomes/1/id SERVICE_OUTCOME_TWICE'],
    ],
    [
      'two topics with one id',
      definitionOf({
        topics: [
          { id: 'wages', label: '工资' },
          { id: 'wages', label: '奖金' },
        ],
      }),
      ['/topics/1/id SERVICE_TOPIC_TWICE'],
    ],
    [
      'two parts of a split that are called alike',
      definitionOf({
        pays: {
          expenseCode: '3.4',
          most: null,
          split: [
            { label: '提出人', weight: 60 },
            { label: '提出人', weight: 40 },
          ],
        },
      }),
      ['/pays/split/1/label SERVICE_SPLIT_TWICE'],
    ],
    [
      'decided before it has to be taken',
      definitionOf({
        acceptWithin: { count: 5, days: 'working' },
        decideWithin: { count: 5, days: 'calendar' },
      }),
      ['/decideWithin SERVICE_TERMS_REVERSED'],
    ],
    ['papers for another body, and an outcome for each result', outsideWith({}), []],
    ['no body that decides', outsideWith({ step: { body: null } }), ['/steps/1/body SERVICE_STEP_SETTING']],
    [
      'no outcome for what another body refuses',
      outsideWith({ refused: { needsFailed: [] } }),
      ['/outcomes SERVICE_OUTSIDE_OUTCOMES'],
    ],
    [
      'an outcome that needs a step both to pass and to fail',
      outsideWith({ refused: { needs: ['ruling'] } }),
      ['/outcomes/1/needsFailed SERVICE_STEP_FAILS'],
    ],
    [
      'an outcome that needs a step to fail which cannot',
      outsideWith({ refused: { needsFailed: ['check', 'ruling'] } }),
      ['/outcomes/1/needsFailed SERVICE_STEP_FAILS'],
    ],
    [
      'an outcome that needs a step to fail which is not there',
      outsideWith({ refused: { needsFailed: ['other', 'ruling'] } }),
      ['/outcomes/1/needsFailed SERVICE_STEP_UNKNOWN'],
    ],
  ])('%s', (_what, definition, expected) => {
    const problems = checkDefinition(definition, null, today);
    expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });

  it('keeps the kind of a question that may have been answered', () => {
    const before = definitionOf({ questions: [question] });
    const after = definitionOf({ questions: [{ ...question, kind: 'date' }] });
    expect(checkDefinition(after, before, today)).toMatchObject([{ code: 'QUESTION_KIND_CHANGED' }]);
  });

  it.each([
    ['draft', 'open', 'open'],
    ['closed', 'open', 'open'],
    ['open', 'close', 'closed'],
  ] as const)('that is %s can %s', (state, act, next) => {
    expect(nextServiceState(state, act)).toBe(next);
  });

  it.each([
    ['open', 'open', 'SERVICE_ALREADY_OPEN'],
    ['draft', 'close', 'SERVICE_NOT_OPEN'],
    ['closed', 'close', 'SERVICE_NOT_OPEN'],
  ] as const)('that is %s cannot %s', (state, act, code) => {
    expect(() => nextServiceState(state, act)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['members', '1.4.7.', true],
    ['members', '1.4.', true],
    ['members', '1.5.', false],
    ['members', null, false],
    ['everybody', '1.5.', true],
    ['everybody', null, true],
  ] as const)('for %s of 1.4. and somebody at %s: %s', (applicants, unionPath, usable) => {
    expect(isUsable({ state: 'open', applicants }, '1.4.', { unionPath })).toBe(usable);
    expect(isUsable({ state: 'closed', applicants }, '1.4.', { unionPath })).toBe(false);
    expect(isUsable({ state: 'open', applicants }, '1.4.', null)).toBe(false);
  });
});
