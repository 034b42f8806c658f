import { describe, expect, it } from '@jest/globals';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { publishAnswers, textsToPublish } from './survey-results.model.js';

const cuts = [{ dimension: 'organiser', keys: ['A'] }];
const liked: SurveyQuestion = { key: 'liked', text: '满意吗？', kind: 'likert' };

function publish(counts: Readonly<Record<string, number>>, question: SurveyQuestion = liked) {
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const options = new Map([[question.key, new Map(Object.entries(counts))]]);
  return publishAnswers({ count, options, keys: { organiser: 'A' } }, cuts, [question]);
}

describe('what is published of a survey', () => {
  it('E127: nothing below five answers, and the same as for nobody (E129)', () => {
    const four = publish({ 4: 4 });
    expect(four).toEqual(publish({}));
    const nothing = { answerCount: null, answerSum: null, distribution: null, questionKey: 'liked' };
    expect(four).toEqual([
      { dimension: 'all', key: '', ...nothing },
      { dimension: 'organiser', key: 'A', ...nothing },
    ]);
  });

  it('E127: everything from five answers on', () => {
    const five = { questionKey: 'liked', answerCount: 5, answerSum: 20, distribution: null };
    expect(publish({ 4: 5 })).toEqual([
      { dimension: 'all', key: '', ...five },
      { dimension: 'organiser', key: 'A', ...five },
    ]);
  });

  it('how they divide, in every cell alike, where each part is five or more', () => {
    // 1·2 + 2·6 + 4·10 + 5·20 = 154 of 38
    const distribution = [
      { key: '1+2+3', count: 8 },
      { key: '4', count: 10 },
      { key: '5', count: 20 },
    ];
    const expected = { questionKey: 'liked', answerCount: 38, answerSum: 154, distribution };
    expect(publish({ 1: 2, 2: 6, 4: 10, 5: 20 })).toEqual([
      { dimension: 'all', key: '', ...expected },
      { dimension: 'organiser', key: 'A', ...expected },
    ]);
  });

  it('of 0 to 10 the detractors, passives and promoters, and the sum', () => {
    // 3·5 + 6·1 + 8·7 + 9·4 + 10·8 = 193
    expect(publish({ 3: 5, 6: 1, 8: 7, 9: 4, 10: 8 }, { ...liked, kind: 'nps' })[0]).toMatchObject({
      answerCount: 25,
      answerSum: 193,
      distribution: [
        { key: '0+1+2+3+4+5+6', count: 6 },
        { key: '7+8', count: 7 },
        { key: '9+10', count: 12 },
      ],
    });
  });

  it.each([
    ['nothing where choices are worth nothing', [undefined, undefined], null],
    // 0.1·6 + 0.7·10
    ['the worth of the choices', [0.1, 0.7], 7.6],
  ])('sums %s', (_case, [a, b], sum) => {
    const choices = [
      { key: 'a', text: 'a', ...(a === undefined ? {} : { value: a }) },
      { key: 'b', text: 'b', ...(b === undefined ? {} : { value: b }) },
    ];
    const [whole] = publish({ a: 6, b: 10 }, { ...liked, kind: 'choice', choices });
    expect(whole?.answerCount).toBe(16);
    if (sum === null) expect(whole?.answerSum).toBeNull();
    else expect(whole?.answerSum).toBeCloseTo(sum, 12);
  });

  it('E127: keeps texts back where fewer than five wrote one; hides when each was written', () => {
    const first = () => 0;
    expect(textsToPublish(['d', 'c', 'b', 'a', ' '], first)).toEqual([]);
    const texts = ['很好', '太远', '再办', '多办', '谢谢'];
    expect(textsToPublish(texts, first)).toEqual(['太远', '再办', '多办', '谢谢', '很好']);
  });
});
