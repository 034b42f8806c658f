import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { refusal } from '../../../app/page.fixture.js';
import { useOffices } from '../../../session/use-offices.js';
import { fen, harbour, mill, moneyTests, posted, proposedRun, union, unionId } from '../money.fixture.js';
import { ProposeRun } from './propose-run.js';

const open = moneyTests();
const texts = ['money', 'netting', 'settling'] as const;
const path = '/netting-runs';
/** Looking at what would come of it is no proposal. */
const isProposal = (sent: { readonly path: string }): boolean => sent.path === path;

/** As on the page of the runs, where only finance proposes one. */
function Finance({ onClose }: { readonly onClose: () => void }) {
  const { holds } = useOffices();
  return holds('finance') && <ProposeRun onClose={onClose} />;
}

const proposal = {
  lineCount: 3,
  transferCount: 1,
  total: fen('8000'),
  optimal: true,
  transfers: [{ from: mill, to: harbour, amount: fen('8000') }],
  balances: [
    { party: harbour, balance: fen('8000') },
    { party: mill, balance: fen('-8000') },
  ],
  stayedOut: [],
};

async function shown(answers = {}) {
  const closed: string[] = [];
  const found = { ...union, id: mill.id, name: mill.name, path: '1.3.' };
  const page = await open(
    <Routes>
      <Route path="/" element={<Finance onClose={() => closed.push('closed')} />} />
      <Route path="/netting-runs/run" element={<h1>The run</h1>} />
    </Routes>,
    {
      roles: ['finance'],
      texts,
      answers: {
        'GET /unions?limit=200': { items: [union], nextCursor: null },
        'POST /netting-runs/preview': proposal,
        'GET /unions?q=Mill&limit=10': { items: [found], nextCursor: null },
        ...answers,
      },
    },
  );
  await screen.findByRole('option', { name: 'Harbour Union' });
  await page.write('First day', '2026-07-01');
  await page.write('Last day (included)', '2026-09-30');
  return { ...page, closed };
}

describe('the proposal of a run', () => {
  it('says that another person confirms it, is for the own union at first, and leads to the run that is made', async () => {
    const { press, write, acts } = await shown({ [`POST ${path}`]: proposedRun });
    expect(screen.getByText(/Whoever proposes a run cannot confirm it/)).toBeTruthy();
    await write('Days to pay after confirmation', '14');
    await press('Propose');
    expect(await screen.findByText('The run')).toBeTruthy();
    const period = { periodFrom: '2026-07-01', periodTo: '2026-09-30' };
    expect(acts().filter(isProposal)).toEqual([
      posted(path, null, { mode: 'fewest', ...period, unionId, payWithinDays: 14 }),
    ]);
  });

  it('shows the real balances and transfers before anything is proposed', async () => {
    await shown();
    expect(await screen.findByText('3 debts → 1 transfer')).toBeTruthy();
    expect(screen.getByText('Is owed ¥80.00')).toBeTruthy();
    expect(screen.getByText('Owes ¥80.00')).toBeTruthy();
  });

  it('is not sent without a union, nor with days to pay that are too many', async () => {
    const { user, press, write, acts } = await shown();
    await user.selectOptions(screen.getByLabelText('Within this union and those below it'), '');
    await write('Days to pay after confirmation', '181');
    await press('Propose');
    expect(await screen.findByText('Please choose a union')).toBeTruthy();
    const days = screen.getByLabelText('Days to pay after confirmation');
    await waitFor(() => expect(days.getAttribute('aria-invalid')).toBe('true'));
    expect(acts().filter(isProposal)).toEqual([]);
  });

  it('says why the platform refuses it, and keeps the period', async () => {
    const { press, closed } = await shown({ [`POST ${path}`]: () => refusal(409, 'NO_DEBTS') });
    await press('Propose');
    expect(await screen.findByText('The run could not be proposed')).toBeTruthy();
    expect(screen.getByText('NO_DEBTS in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('First day').value).toBe('2026-07-01');
    await press('Close');
    expect(closed).toEqual(['closed']);
  });
});
