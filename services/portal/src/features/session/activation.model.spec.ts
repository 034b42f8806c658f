import { expect, it } from '@jest/globals';
import { activationOf, isResidentNumber } from './activation.model.js';

it.each([
  ['11010519491231002X', true],
  ['110105 19491231 002x', true],
  ['110105491231002', false], // the old number of 15 digits: the roster holds the one of 18
  ['11010519491231002', false],
  ['', false],
  [undefined, false],
])('takes %j for a resident number: %s', (typed, is) => {
  expect(isResidentNumber(typed)).toBe(is);
});

it('sends what was typed without its spaces, and no phone where none was typed', () => {
  const form = {
    residentNumber: ' 110105 19491231 002x ',
    name: ' 张三 ',
    phone: '  ',
    password: ' keeps its spaces ',
    repeat: ' keeps its spaces ',
  };
  expect(activationOf(form)).toEqual({
    residentNumber: '11010519491231002X',
    name: '张三',
    password: ' keeps its spaces ',
  });
  expect(activationOf({ ...form, phone: ' 13800000000 ' }).phone).toBe('13800000000');
});
