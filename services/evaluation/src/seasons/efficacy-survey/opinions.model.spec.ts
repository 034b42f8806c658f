import { describe, expect, it } from '@jest/globals';
import type { AskedQuestion } from './efficacy-questions.model.js';
import { meanOf, sumAnswers, sumOpinions } from './opinions.model.js';

const question = (key: string, change: Partial<AskedQuestion> = {}): AskedQuestion => ({
  key,
  text: key,
  aspect: 'satisfaction',
  function: 'facility',
  business: 'culture',
  direction: 'max',
  ...change,
});
const questions = [
  question('ours', { aspect: 'identification', function: 'management' }),
  question('halls'),
  question('waiting', { direction: 'min' }),
  question('trainers', { function: 'people', business: 'education' }),
];

describe('what parties think', () => {
  const sums = sumAnswers(questions, [
    { ours: 4, halls: 5, waiting: 1, trainers: 2 },
    { ours: 3, halls: 3, waiting: 4, trainers: 3 },
  ]);

  it('is added up by function and business; where less is better it is turned round', () => {
    expect(sums.map((one) => [one.aspect, one.function, one.sum, one.items])).toEqual([
      ['identification', 'management', 7, 2], // 4 + 3
      ['satisfaction', 'facility', 15, 4], // 5 + 3, and 6 − 1 + 6 − 4
      ['satisfaction', 'people', 5, 2], // 2 + 3
    ]);
  });

  it('has a mean over all its answers, and none where there are none', () => {
    expect(meanOf(sums, 'identification')).toBe(3.5);
    expect(meanOf(sums, 'satisfaction')).toBeCloseTo(20 / 6, 12); // (15 + 5) / (4 + 2)
    expect(meanOf(sumAnswers(questions, []), 'satisfaction')).toBeNull();
  });

  it('can be added up in parts', () => {
    const answers = [1, 2, 3, 4, 5].map((step) => ({
      ours: step,
      halls: step,
      waiting: step,
      trainers: step,
    }));
    const parts = [answers.slice(0, 2), answers.slice(2)].map((part) => sumAnswers(questions, part));
    expect(sumOpinions(parts)).toEqual(sumAnswers(questions, answers));
  });
});
