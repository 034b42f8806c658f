import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { personId, refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { bill, changedIsTold, moneyTests, otherId, pool, posted } from '../money.fixture.js';
import { PoolSteps } from './pool-steps.js';

const open = moneyTests();
const texts = ['money', 'costPool'] as const;

const computed = { ...pool, state: 'open', submittedBy: null, submittedByName: null } satisfies CostPool;

const shown = (of: CostPool, roles: readonly RoleName[], answers = {}) =>
  open(<PoolSteps pool={of} items={[bill]} />, { roles, texts, answers });

describe('the next step at a cost pool', () => {
  it('finance submits it, after being asked once about the activity and the total', async () => {
    const path = '/cost-pools/pool/submit';
    const { press, asked, reply, acts } = await shown(computed, ['finance'], { [`POST ${path}`]: pool });
    await press('Submit for approval');
    expect(asked()).toContain('“Autumn hike” with a total of ¥1,234.56');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press('Submit for approval');
    await reply('Submit');
    await waitFor(() => expect(acts()).toEqual([posted(path, 4)]));
  });

  it('an organiser is told that finance has to submit it', async () => {
    await shown(computed, ['organiser']);
    expect(await screen.findByText(/Finance has to submit them/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Submit for approval' })).toBeNull();
  });

  it('an approver approves what others prepared, and reads why the platform refuses', async () => {
    const path = '/cost-pools/pool/approve';
    const { press, asked, reply, acts } = await shown(pool, ['approver'], {
      [`POST ${path}`]: () => refusal(409, 'MONTH_CLOSED'),
    });
    await press('Approve and post');
    expect(asked()).toContain('“Autumn hike” with a total of ¥1,234.56');
    await reply('Approve');
    expect(await screen.findByText('Could not be completed')).toBeTruthy();
    expect(screen.getByText('MONTH_CLOSED in words')).toBeTruthy();
    expect(acts()).toEqual([posted(path, 4)]);
  });

  it('who prepared it cannot approve it, and is told who can', async () => {
    await shown({ ...pool, preparedBy: [otherId, personId] }, ['approver']);
    expect(await screen.findByText(/so you cannot approve it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve and post' })).toBeNull();
  });

  it('an approval of what somebody else has changed is not taken, and the page says so', async () => {
    const { press, reply } = await shown(pool, ['approver'], {
      'POST /cost-pools/pool/approve': () => refusal(412, 'VERSION_STALE'),
    });
    await press('Approve and post');
    await reply('Approve');
    await changedIsTold();
    expect(screen.queryByText('Could not be completed')).toBeNull();
  });

  it('an approver may return it with a reason, which has to be given', async () => {
    const path = '/cost-pools/pool/return';
    const { press, write, acts } = await shown(pool, ['approver'], { [`POST ${path}`]: computed });
    await press('Return');
    expect(await screen.findByText('Please give the reason')).toBeTruthy();
    expect(acts()).toEqual([]);
    await write('Reason for return', ' the coach is entered twice ');
    await press('Return');
    await waitFor(() => expect(acts()).toEqual([posted(path, 4, { reason: 'the coach is entered twice' })]));
  });
});
