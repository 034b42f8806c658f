import { describe, expect, it } from '@jest/globals';
import {
  agreementOf,
  answerOf,
  changedGroups,
  firstOpen,
  judgedCount,
  mergedAnswers,
  questionsOf,
  type SheetGroup,
  type Upper,
  withAnswer,
} from './sheet.model.js';

function group(parentKey: string | null, names: string[], upper: Upper): SheetGroup {
  const items = names.map((name) => ({ key: name, name }));
  const consistency = { consistencyRatio: null, acceptable: null, worst: null, mend: null };
  return { parentKey, title: parentKey, items, upper, ...consistency };
}

const groups = [group(null, ['a', 'b', 'c'], [['3', null], [null]]), group('a', ['x', 'y'], [[null]])];
const answers = groups.map(({ upper }) => upper);
const questions = questionsOf(groups);

describe('the sheet of a judge', () => {
  it('asks one pair after the other, group by group', () => {
    expect(questions.map(({ group: place, pair }) => [place, pair.row, pair.column])).toEqual([
      [0, 0, 1],
      [0, 0, 2],
      [0, 1, 2],
      [1, 0, 1],
    ]);
    expect(firstOpen(questions, answers)).toBe(1);
  });

  it('E133: an answer says how much the first matters over the second', () => {
    const [, second] = questions;
    if (second === undefined) throw new Error('there are four');
    const said = withAnswer(answers, second, 4);
    expect(said[0]).toEqual([['3', '5'], [null]]);
    expect(withAnswer(said, second, -4)[0]).toEqual([['3', '1/5'], [null]]);
    expect(answerOf(said, second)).toBe(4);
    expect(judgedCount(said)).toBe(2);
    expect(answerOf(withAnswer(said, second, null), second)).toBeNull();
  });

  it('sends the groups that changed, and no other', () => {
    const [first] = questions;
    if (first === undefined) throw new Error('there are four');
    expect(changedGroups(groups, answers)).toEqual([]);
    expect(changedGroups(groups, withAnswer(answers, first, 0))).toEqual([
      { parentKey: null, upper: [['1', null], [null]] },
    ]);
  });

  it.each<[string, unknown, (string | null)[][][]]>([
    ['what was kept', [[['5', '2'], ['1/3']], [['9']]], [[['5', '2'], ['1/3']], [['9']]]],
    ['what the platform has where nothing was kept', null, answers],
    ['and where what was kept is of another sheet', [[['5']], [['9']]], [answers[0] ?? [], [['9']]]],
    ['and where it is no judgement', [[['x', '2'], ['3']], 'y'], answers],
  ])('goes on with %s', (_what, kept, expected) => {
    expect(mergedAnswers(groups, kept)).toEqual(expected);
  });
});

describe('what follows from judgements', () => {
  it('is nothing as long as they leave items unrelated', () => {
    expect(agreementOf([['3', null], [null]])).toBeNull();
  });

  it('E134: names what to think over, and what would mend it', () => {
    // a is twice b, b three times c, and yet c six times a: with 6 in place of 1/6 all fits.
    const agreement = agreementOf([['2', '1/6'], ['3']]);
    expect(agreement?.isAcceptable).toBe(false);
    expect(agreement?.mending).toMatchObject({ row: 0, column: 2, value: '6' });
    expect(agreement?.mending?.consistencyRatio).toBeCloseTo(0, 9);
    const whole = agreementOf([['2', '6'], ['3']]);
    expect(whole?.weights.map((weight) => weight.toFixed(6))).toEqual(['0.600000', '0.300000', '0.100000']);
    expect(whole).toMatchObject({ isAcceptable: true, mending: null });
  });
});
