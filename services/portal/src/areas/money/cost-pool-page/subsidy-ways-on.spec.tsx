import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { type Problem, ProblemError } from '../../../api/problem.js';
import { refusal } from '../../../app/page.fixture.js';
import { moneyTests } from '../money.fixture.js';
import { SubsidyWaysOn } from './subsidy-ways-on.js';

const open = moneyTests();
const texts = ['costPool'] as const;

function refusedBy(code: string): ProblemError {
  return new ProblemError(refusal(409, code)[1] as Problem);
}

const linksOf = () => screen.queryAllByRole('link').map((link) => link.getAttribute('href'));

describe('a step refused as the subsidy is used up', () => {
  it('leads on: to the agreement, the other subsidies, and the programmes', async () => {
    const error = refusedBy('SUBSIDY_BEYOND_GRANT');
    await open(<SubsidyWaysOn pool={{ activityId: 'a' }} error={error} />, { texts });
    expect(linksOf()).toEqual(['/activities/a/agreement', '/subsidies', '/subsidy-programmes']);
  });

  it('has no agreement to change where the bill is of no activity', async () => {
    const error = refusedBy('SUBSIDY_BEYOND_GRANT');
    await open(<SubsidyWaysOn pool={{ activityId: null }} error={error} />, { texts });
    expect(linksOf()).toEqual(['/subsidies', '/subsidy-programmes']);
  });

  it('says nothing of any other refusal', async () => {
    await open(<SubsidyWaysOn pool={{ activityId: 'a' }} error={refusedBy('FORBIDDEN')} />, { texts });
    expect(linksOf()).toEqual([]);
  });
});
