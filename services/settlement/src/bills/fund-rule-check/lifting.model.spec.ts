import { expect, it } from '@jest/globals';
import { liftingPaths, mayStillLift } from './lifting.model.js';

it.each([
  { what: 'a rule of the payer: the union above it', payer: '1.2.3.', rule: '1.2.3.', paths: ['1.2.'] },
  { what: 'a rule of the union above: that union', payer: '1.2.3.', rule: '1.2.', paths: ['1.2.'] },
  { what: 'a rule of the federation: the federation alone', payer: '1.2.3.', rule: '1.', paths: ['1.'] },
  { what: 'what the federation pays itself: nobody', payer: '1.', rule: '1.', paths: [] },
])('$what lets it pass', ({ payer, rule, paths }) => {
  expect(liftingPaths(payer, rule)).toEqual(paths);
});

it('nothing is let pass once it is posted', () => {
  expect(['open', 'submitted', 'approved', 'reversed'].map(mayStillLift)).toEqual([true, true, false, false]);
});
