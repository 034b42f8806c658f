import { newId } from '@gongxiang/domain';
import { expect, it } from '@jest/globals';
import { padded } from '../../reference/sealing/padding.model.js';
import type { AskedQuestion } from './efficacy-questions.model.js';
import { pooledAnswerBytes, pooledAnswerIn } from './pooled-answer.model.js';

const questions = ['belonging', 'halls'].map((key): AskedQuestion => ({
  key,
  text: key,
  aspect: 'satisfaction',
  function: 'facility',
  business: 'culture',
  direction: 'max',
}));

it('a pooled answer is read as it was given', () => {
  const answer = { poolId: newId(), steps: { belonging: 4, halls: 5 } };
  expect(pooledAnswerIn(questions, pooledAnswerBytes(questions, answer))).toEqual(answer);
});

it.each([
  ['no JSON', 'canary'],
  ['no steps', '{"poolId":"x","steps":null}'],
  ['a question that is left out', '{"poolId":"x","steps":{"halls":5}}'],
  ['a step that there is not', '{"poolId":"x","steps":{"belonging":4,"halls":9}}'],
])('is none where somebody else has sealed something: %s', (_what, sealed) => {
  expect(pooledAnswerIn(questions, padded(sealed, 200))).toBeNull();
});
