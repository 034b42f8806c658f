import { settled } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { ActivityCost } from './activity-cost.js';

const show = pageTests();
const pools = 'GET /cost-pools?activityId=activity-1&limit=1';
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const statement = {
  activityId: 'activity-1',
  title: 'Walk',
  heads: 40,
  total: yuan('1000000'),
  subsidy: yuan('0'),
  unpaid: yuan('25000'),
  pools: [
    { costPoolId: 'pool-1', state: 'approved', total: yuan('900000') },
    { costPoolId: 'pool-2', state: 'submitted', total: yuan('100000') },
  ],
  debts: [],
};

describe('what an activity has cost', () => {
  it('is told with its bills, their states and the sum for each head', async () => {
    await show(<ActivityCost activityId="activity-1" />, {
      answers: {
        [pools]: { items: [{ id: 'pool-1' }], nextCursor: null },
        'GET /activities/activity-1/statement': statement,
      },
      texts: ['activityCost'],
    });
    expect(await screen.findByText('¥10,000.00')).toBeTruthy();
    expect(screen.getByText('¥250.00 (40 attended)')).toBeTruthy();
    expect(screen.getByText('¥250.00')).toBeTruthy(); // unpaid
    expect(screen.queryByText('Subsidy applied first')).toBeNull();
    const bill = screen.getByRole('link', { name: 'Settlement of ¥9,000.00' });
    expect(bill.getAttribute('href')).toBe('/cost-pools/pool-1');
    expect(screen.getByText('Submitted')).toBeTruthy();
    const all = screen.getByRole('link', { name: 'All costs' });
    expect(all.getAttribute('href')).toBe('/activities/activity-1/statement');
  });

  it('is nothing, and nothing more is read, for whoever sees no bill of it', async () => {
    const { sent, container } = await show(<ActivityCost activityId="activity-1" />, {
      answers: { [pools]: { items: [], nextCursor: null } },
      texts: ['activityCost'],
    });
    await settled();
    expect(container.textContent).toBe('');
    expect(sent).toHaveLength(1);
  });
});
