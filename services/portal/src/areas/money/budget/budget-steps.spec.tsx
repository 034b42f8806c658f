import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { personId, refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, fen, harbour, moneyTests, otherId, posted, union } from '../money.fixture.js';
import { BudgetSteps } from './budget-steps.js';
import type { Budget } from './budget.model.js';

const open = moneyTests();
const texts = ['money', 'budget'] as const;

const submitted = {
  id: 'budget',
  version: 8,
  union: harbour,
  year: 2027,
  number: 1,
  state: 'submitted',
  total: fen('5000000'),
  reason: null,
  returnReason: null,
  submittedBy: otherId,
  submittedByName: 'Wang Fang',
  adoptedBy: null,
  adoptedByName: null,
  createdAt: '2026-10-01T08:00:00Z',
  submittedAt: '2026-10-02T08:00:00Z',
  adoptedAt: null,
  lines: [],
} satisfies Budget;

const shown = (budget: Budget, roles: readonly RoleName[], answers = {}) =>
  open(
    <Routes>
      <Route path="/" element={<BudgetSteps budget={budget} />} />
      <Route path="/budgets/amendment" element={<h1>The amendment</h1>} />
    </Routes>,
    { roles, texts, answers },
  );

describe('the next step of a budget', () => {
  it('an approver adopts what another person submitted, after a question with its total', async () => {
    const path = '/budgets/budget/adopt';
    const { press, asked, reply, acts } = await shown(submitted, ['approver'], {
      [`POST ${path}`]: submitted,
    });
    await press('Adopt');
    expect(asked()).toContain('Adopt a budget of ¥50,000.00?');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press('Adopt');
    await reply('Adopt');
    await waitFor(() => expect(acts()).toEqual([posted(path, 8)]));
  });

  it('who submitted it cannot adopt it, and an approver of another union waits', async () => {
    const first = await shown({ ...submitted, submittedBy: personId }, ['approver']);
    expect(await screen.findByText(/another approver has to/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Adopt' })).toBeNull();
    first.unmount();
    await shown(submitted, ['approver'], { [`GET /unions/${union.id}`]: { ...union, path: '1.3.' } });
    expect(screen.getByText('Waiting for an approver.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Adopt' })).toBeNull();
  });

  it('says why it was not adopted, and that somebody else has changed it', async () => {
    const refusals = [refusal(409, 'YEAR_OVER'), refusal(412, 'VERSION_STALE')];
    const { press, reply } = await shown(submitted, ['approver'], {
      'POST /budgets/budget/adopt': () => refusals.shift() ?? {},
    });
    await press('Adopt');
    await reply('Adopt');
    expect(await screen.findByText('YEAR_OVER in words')).toBeTruthy();
    await press('Adopt');
    await reply('Adopt');
    await changedIsTold();
  });

  it('finance submits a draft, after being asked, and others see no step', async () => {
    const path = '/budgets/budget/submit';
    const draft = { ...submitted, state: 'draft', submittedBy: null } satisfies Budget;
    const first = await shown(draft, ['organiser', 'approver']);
    expect(screen.queryByText('What comes next')).toBeNull();
    first.unmount();
    const { press, asked, reply, acts } = await shown(draft, ['finance'], { [`POST ${path}`]: submitted });
    await press('Submit');
    expect(asked()).toContain('Submit a budget of ¥50,000.00?');
    await reply('Submit');
    await waitFor(() => expect(acts()).toEqual([posted(path, 8)]));
  });

  it('is returned with a reason, and once in force amended with one', async () => {
    const answers = {
      'POST /budgets/budget/return': submitted,
      'POST /budgets/budget/amendments': { ...submitted, id: 'amendment' },
    };
    const first = await shown(submitted, ['approver'], answers);
    await first.press('Return');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await first.write('Why it is returned', 'Too much for coaches');
    await first.press('Return');
    const returned = posted('/budgets/budget/return', 8, { reason: 'Too much for coaches' });
    await waitFor(() => expect(first.acts()).toEqual([returned]));
    first.unmount();
    const second = await shown({ ...submitted, state: 'adopted' }, ['finance'], answers);
    await second.write('Why it is amended', 'A second hike');
    await second.press('Amend the budget');
    expect(await screen.findByText('The amendment')).toBeTruthy();
    expect(second.acts()).toEqual([posted('/budgets/budget/amendments', 8, { reason: 'A second hike' })]);
  });
});
