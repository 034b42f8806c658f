import { describe, expect, it } from '@jest/globals';
import type { AskedQuestion } from './efficacy-questions.model.js';
import { answerKey, type Asked, publishKind } from './efficacy-results.model.js';
import type { Steps } from './opinions.model.js';

const questions: AskedQuestion[] = [
  {
    key: 'ours',
    text: '认同',
    aspect: 'identification' as const,
    direction: 'max' as const,
    function: 'management' as const,
    business: 'participation' as const,
  },
];
const survey = { questions, rootPath: '1.' };
const nameOf = (path: string): string => `工会 ${path}`;

const asked = (count: number, manner: Asked['manner'], poolPath: string, from = 0): Asked[] =>
  Array.from({ length: count }, (_one, index) => {
    const id = `${poolPath}${from + index}`;
    return { kind: 'union', key: `union:${id}`, name: id, voice: id, poolPath, manner };
  });

/** Each answers with the step given. */
function publish(parties: readonly Asked[], step: number) {
  const named = new Map<string, Steps>();
  const pooled = new Map<string, Steps[]>();
  for (const { kind, key, poolPath, manner } of parties) {
    if (manner === 'named') named.set(answerKey(kind, key), { ours: step });
    if (manner !== 'pooled') continue;
    const pool = answerKey(kind, poolPath);
    pooled.set(pool, [...(pooled.get(pool) ?? []), { ours: step }]);
  }
  return publishKind('union', parties, { named, pooled }, survey, nameOf);
}

describe('what is published of a kind', () => {
  it('E127: four pooled answers are in no figure, not even in the total', () => {
    const lines = publish(
      [...asked(2, 'named', '1.2.'), ...asked(4, 'pooled', '1.2.', 2), ...asked(3, null, '1.2.', 6)],
      4,
    );
    expect(lines.map(({ dimension, invited, answers }) => [dimension, invited, answers])).toEqual([
      ['all', 9, 2],
      ['party', null, 1],
      ['party', null, 1],
    ]);
    expect(lines[0]?.opinions).toMatchObject([{ sum: 8, items: 2 }]); // 4 + 4 of the two that gave their names
  });

  it('E129: nobody and too few look alike', () => {
    const nobody = publish(asked(9, null, '1.2.'), 4);
    expect(publish([...asked(4, 'pooled', '1.2.'), ...asked(5, null, '1.2.', 4)], 4)).toEqual(nobody);
    expect(nobody).toMatchObject([{ dimension: 'all', answers: 0, opinions: [] }]);
  });

  it('pools five and leaves their names out; the rest of the tree goes with the root', () => {
    const lines = publish(
      [
        ...asked(7, 'pooled', '1.2.'),
        ...asked(6, 'pooled', '1.3.'),
        ...asked(1, 'pooled', '1.'),
        ...asked(1, 'named', '1.2.', 7),
      ],
      3,
    );
    expect(lines.map(({ dimension, name, isRest, answers }) => [dimension, name, isRest, answers])).toEqual([
      ['all', '', false, 15],
      ['party', '1.2.7', false, 1],
      ['pool', '工会 1.', true, 7], // the one at the root takes the smaller district in
      ['pool', '工会 1.2.', false, 7],
    ]);
  });
});
