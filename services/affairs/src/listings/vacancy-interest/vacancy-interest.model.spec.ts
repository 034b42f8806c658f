import { describe, expect, it } from '@jest/globals';
import {
  type VacancyAnswer,
  vacancyAnswers,
  type VacancyInterestState,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { requireAnswerable } from './vacancy-interest.model.js';

describe('an interest', () => {
  it.each<[VacancyInterestState, readonly VacancyAnswer[]]>([
    ['sent', ['contacted', 'hired', 'declined']],
    ['contacted', ['hired', 'declined']],
    ['hired', []],
    ['declined', []],
  ])('that is %s takes %j', (state, possible) => {
    for (const answer of vacancyAnswers) {
      const required = () => requireAnswerable(state, answer);
      if (possible.includes(answer)) expect(required).not.toThrow();
      else expect(required).toThrow(expect.objectContaining({ code: 'VACANCY_INTEREST_STATE' }));
    }
  });
});
