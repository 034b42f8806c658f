import { expect, it } from '@jest/globals';
import { signalOf } from './door-signal.model.js';

it.each([
  ['asking', null],
  ['letIn', 'pass'],
  ['back', 'pass'],
  ['against', 'pass'],
  ['left', 'pass'],
  ['leftAgainst', 'pass'],
  ['already', 'look'],
  ['leftAlready', 'look'],
  ['refused', 'look'],
  ['yours', 'look'],
] as const)('%s is heard as %s', (outcome, expected) => {
  expect(signalOf(outcome)).toBe(expected);
});
