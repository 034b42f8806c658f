import { describe, expect, it } from '@jest/globals';
import { formOf, planOf } from './new-plan.js';

const plan = {
  id: 'p',
  version: 1,
  unionId: 'u',
  unionName: '工会',
  indicatorSystemId: 's',
  indicatorSystemName: '体系',
  daysOpen: 7,
  validFrom: '2026-12-01',
  state: 'active' as const,
  surveyCount: 0,
  createdAt: '2026-11-21T00:00:00Z',
  endedAt: null,
  questions: [
    { key: 'words', text: '您的建议', kind: 'text' as const },
    {
      key: 'way',
      text: '您怎样来的？',
      kind: 'choice' as const,
      choices: ['班车', '步行'].map((text, index) => ({ key: `choice-${index + 1}`, text })),
    },
  ],
};

describe('the form of a standing order', () => {
  it('shows what stands, choices line by line, and sends it back', () => {
    const form = formOf(plan);
    expect(form).toMatchObject({ daysOpen: '7', questions: [{ kind: 'text' }, { choices: '班车\n步行' }] });
    expect(planOf(form)).toEqual({
      unionId: 'u',
      indicatorSystemId: 's',
      daysOpen: 7,
      validFrom: '2026-12-01',
      questions: [
        { key: 'extra-1', text: '您的建议', kind: 'text' },
        { ...plan.questions[1], key: 'extra-2' },
      ],
    });
  });

  it.each([[{ daysOpen: '0' }], [{ daysOpen: '61' }], [{ daysOpen: 'a week' }], [{ validFrom: '' }]])(
    'sends nothing of %j',
    (change) => {
      expect(planOf({ ...formOf(plan), ...change })).toBeNull();
    },
  );
});
