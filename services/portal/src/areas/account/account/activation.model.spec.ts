import { expect, it } from '@jest/globals';
import { activationOf, codeRequestOf, isResidentNumber } from './activation.model.js';

it.each([
  ['11010519491231002X', true],
  ['110105 19491231 002x', true],
  ['110105491231002', false], // the old number of 15 digits: the roster holds the one of 18
  ['110105194912310028', false], // its last character is X
  ['11010519491231003X', false],
  ['11010519491231002', false],
  ['', false],
  [undefined, false],
])('takes %j for a resident number: %s', (typed, is) => {
  expect(isResidentNumber(typed)).toBe(is);
});

it('sends what was typed without its spaces, and no login where none was typed', () => {
  const who = { residentNumber: ' 110105 19491231 002x ', name: ' 张三 ' };
  const form = { code: ' K7MP-2XQA ', account: '  ', password: ' keeps its spaces ', repeat: '' };
  const sent = { residentNumber: '11010519491231002X', name: '张三' };
  expect(codeRequestOf(who)).toEqual({ purpose: 'activation', ...sent });
  expect(activationOf(who, form)).toEqual({ ...sent, code: 'K7MP-2XQA', password: ' keeps its spaces ' });
  expect(activationOf(who, { ...form, account: ' zhang.san ' }).account).toBe('zhang.san');
});
