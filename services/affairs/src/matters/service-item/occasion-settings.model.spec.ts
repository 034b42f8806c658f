import { describe, expect, it } from '@jest/globals';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { checkOccasion } from './occasion-settings.model.js';
import { definitionOf } from './service-item.fixture.js';

const what = {
  id: 'what',
  kind: 'choice',
  title: '什么事',
  required: true,
  options: [
    { id: 'birthday', label: '生日' },
    { id: 'festival', label: '节日' },
  ],
} as const;
const day = { id: 'day', kind: 'date', title: '哪一天', required: true } as const;
const answers = [{ kind: 'birthday', option: 'birthday' }] as const;
const more = { id: 'more', kind: 'shortText', title: '还有什么', required: false } as const;

const service = (changes: object = {}): ServiceDefinition =>
  definitionOf({
    questions: [what, day, more],
    occasion: { question: 'what', day: 'day', answers },
    handledAt: 'own',
    ...changes,
  } as unknown as Partial<ServiceDefinition>);

describe('a service whose matters are opened from the list of visits', () => {
  it('asks for the occasion and its day, and is dealt with by the member’s own union', () => {
    expect(checkOccasion(service())).toEqual([]);
  });

  it('has no rule where it is none', () => {
    expect(checkOccasion(service({ occasion: null, handledAt: 'offering' }))).toEqual([]);
  });

  it.each([
    [
      'a question that is not there',
      { occasion: { question: 'gone', day: 'day', answers } },
      '/occasion/question',
      'SERVICE_QUESTION_UNFIT',
    ],
    [
      'a day that is a text',
      { occasion: { question: 'what', day: 'more', answers } },
      '/occasion/day',
      'SERVICE_QUESTION_UNFIT',
    ],
    [
      'an option that is not there',
      { questions: [{ ...what, options: what.options.slice(1) }, day] },
      '/occasion/answers/0/option',
      'SERVICE_OCCASION_OPTIONS',
    ],
    [
      'an occasion twice',
      {
        occasion: {
          question: 'what',
          day: 'day',
          answers: [...answers, { kind: 'birthday', option: 'festival' }],
        },
      },
      '/occasion/answers/1/option',
      'SERVICE_OCCASION_OPTIONS',
    ],
    [
      'something else that has to be answered',
      { questions: [what, day, { ...more, required: true }] },
      '/questions/2/required',
      'SERVICE_OCCASION_MORE',
    ],
    ['another union', { handledAt: 'offering' }, '/handledAt', 'SERVICE_OCCASION_PLACE'],
    ['named people', { handledBy: 'named' }, '/handledAt', 'SERVICE_OCCASION_PLACE'],
  ])('is refused with %s', (_what, changes, pointer, code) => {
    expect(checkOccasion(service(changes))).toContainEqual({ pointer, code });
  });
});
