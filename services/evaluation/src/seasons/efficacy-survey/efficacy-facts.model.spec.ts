import { expect, it } from '@jest/globals';
import { efficacyFacts } from './efficacy-facts.model.js';

const hosting = { activities: 2, heads: 50, costFen: 120_000n, costHeads: 40 };
const lending = { lent: 3, borrowed: 5, due: 4, onTime: 3 };

it.each([
  // 1,200.00 yuan / 40 heads = 30; of 5 loans one is still out in time, 3 of 4 were back in time
  ['union', { hosting, lending, replyHours: 5.5 }, [2, 50, 30, 3, 5, 0.75, 5.5]],
  ['club', { hosting, replyHours: 5.5 }, [2, 50, 30, null, null, null, null]],
  ['borrower', { lending: { lent: 0, borrowed: 0, due: 0, onTime: 0 } }, [0, 0, null, 0, 0, null, null]],
  ['union', { hosting: { ...hosting, costFen: null, costHeads: 0 } }, [2, 50, null, 0, 0, null, null]],
] as const)('says of the kind %s what happened: %j', (kind, deeds, expected) => {
  expect(Object.values(efficacyFacts(kind, deeds))).toEqual(expected);
});
