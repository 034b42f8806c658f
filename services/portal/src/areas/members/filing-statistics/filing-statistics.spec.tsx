import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { FilingStatistics } from './filing-statistics.js';

const show = pageTests();
const none = {
  received: 0,
  decided: 0,
  escalated: 0,
  waiting: 0,
  overdue: 0,
  medianHours: null,
  withinDeadline: null,
};
const answers = {
  'GET /unions/union-1': { id: 'union-1', name: 'Harbour union' },
  'GET /unions/union-1/filing-statistics': {
    items: [
      {
        kind: 'founding',
        received: 5,
        decided: 3,
        escalated: 1,
        waiting: 1,
        overdue: 0,
        medianHours: 36,
        withinDeadline: 0.75,
      },
      { ...none, kind: 'closing', received: 2, decided: 2, medianHours: 12 },
      { ...none, kind: 'unionMove' },
    ],
  },
};

describe('how fast filings are decided', () => {
  it('is said with the deadline where there is one', async () => {
    await show(<FilingStatistics kind="founding" unionId="union-1" />, { answers, texts: ['filing'] });
    const { textContent } = await screen.findByRole('region', { name: 'How fast the union decides' });
    expect(textContent).toMatch(
      /New unions · 5 came within a year · 3 decided · 1 waiting · 0 overdue · 1 went up/,
    );
    expect(textContent).toMatch(/Median time to a decision: 1.5 days · 75% in time/);
  });

  it('is said without one where there is none', async () => {
    await show(<FilingStatistics kind="closing" unionId="union-1" />, { answers, texts: ['filing'] });
    const { textContent } = await screen.findByRole('region', { name: 'How fast the union decides' });
    expect(textContent).toMatch(
      /2 came within a year · 2 decided · 0 waitingMedian time to a decision: 0.5 days$/,
    );
  });

  it('is not said where none has come', async () => {
    const { sent } = await show(<FilingStatistics kind="unionMove" unionId="union-1" />, {
      answers,
      texts: ['filing'],
    });
    await waitFor(() => expect(sent.some(({ path }) => path.endsWith('/filing-statistics'))).toBe(true));
    expect(screen.queryByRole('region')).toBeNull();
  });
});
