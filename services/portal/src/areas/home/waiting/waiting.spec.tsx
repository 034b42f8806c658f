import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { WaitingListPage } from './waiting-list-page.js';
import { WaitingNow } from './waiting-now.js';

type Waiting = components['schemas']['WaitingView'];

const show = pageTests();

const request: Waiting = {
  id: '1',
  kind: 'loanRequested',
  urgency: 'soon',
  heading: 'Asked to borrow',
  title: 'Projector',
  lines: ['Mill union asks to borrow this from Sat, Nov 21 09:00. Please decide.'],
  act: 'Approve or refuse',
  link: '/loans/1',
  unionName: 'River union',
  dueAt: '2026-11-20T01:00:00.000Z',
  isOverdue: true,
  amount: null,
  direction: null,
  since: '2026-11-18T01:00:00.000Z',
};
const damage: Waiting = {
  ...request,
  id: '2',
  kind: 'damageClaimed',
  heading: 'Damage noted',
  lines: ['Damage was noted.'],
  act: 'Answer the claim',
  unionName: null,
  dueAt: null,
  isOverdue: false,
  amount: { amount: '12000', currency: 'CNY' },
  direction: 'owes',
};
const counts = [
  { kind: 'damageClaimed', heading: 'Damage noted', count: 9 },
  { kind: 'loanRequested', heading: 'Asked to borrow', count: 1 },
];
const page = { items: [request, damage], nextCursor: null, counts, total: 10 };
const now = (answer: Answers[string]) =>
  show(<WaitingNow />, { answers: { 'GET /waiting?limit=100': answer }, texts: ['home'] });

describe('what waits now', () => {
  it('stands by kind, with what to do, by when, for whom and about how much', async () => {
    await now(page);
    const asked = within(await screen.findByRole('region', { name: 'Asked to borrow' }));
    expect(asked.getByRole('link', { name: 'Approve or refuse: Projector' }).getAttribute('href')).toBe(
      '/loans/1',
    );
    for (const text of ['Projector', 'Overdue', 'For River union'])
      expect(asked.getByText(text)).toBeTruthy();
    const noted = within(screen.getByRole('region', { name: 'Damage noted' }));
    expect(noted.getByText(/120\.00/).parentElement?.textContent).toMatch(/^To pay .*120\.00/);
    expect(noted.getByRole('link', { name: 'See all (9): Damage noted' }).getAttribute('href')).toBe(
      '/waiting?kind=damageClaimed',
    );
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Asked to borrow',
      'Damage noted',
    ]);
  });

  it('leads to the act where it has no name', async () => {
    await now({ ...page, items: [{ ...request, title: null }] });
    expect((await screen.findByRole('link', { name: 'Approve or refuse' })).getAttribute('href')).toBe(
      '/loans/1',
    );
    expect(screen.getAllByText('Approve or refuse')).toHaveLength(1);
  });

  it('says so where nothing waits', async () => {
    await now({ items: [], nextCursor: null, counts: [], total: 0 });
    expect(await screen.findByText('Nothing is waiting for you right now.')).toBeTruthy();
  });

  it('can be asked for again where it could not be read', async () => {
    await now(() => refusal(500, 'INTERNAL'));
    expect(await screen.findByText('INTERNAL in words')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

it('the list of what waits shows one kind, as the address says, and changes to another', async () => {
  const { sent, user } = await show(<WaitingListPage />, {
    at: '/waiting?kind=loanRequested',
    texts: ['home'],
    answers: {
      'GET /waiting?limit=1': page,
      'GET /waiting?limit=50': page,
      'GET /waiting?kind=loanRequested&limit=50': { ...page, items: [request] },
      'GET /waiting?kind=damageClaimed&limit=50': { ...page, items: [damage] },
    },
  });
  expect(await screen.findByText('Approve or refuse')).toBeTruthy();
  expect(screen.getByText('Asked to borrow', { selector: '.tag' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Type'), 'Damage noted (9)');
  expect(await screen.findByText('Answer the claim')).toBeTruthy();
  expect(sent.map(({ path }) => path)).toContain('/waiting?kind=damageClaimed&limit=50');
});
