import { type Answers, pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { activity, meWith } from '../activities.fixture.js';
import { ActivityListPage } from './activity-list-page.js';
import type { Activity } from './use-activities.js';

const show = pageTests();
const bookable = 'GET /activities?stage=bookable&limit=50';
const next = 'GET /activities?stage=next&limit=50';
const registrations = 'GET /me/registrations?limit=200';

const page = (items: readonly Partial<Activity>[], nextCursor: string | null = null) => ({
  items: items.map((one) => ({ ...activity, ...one })),
  nextCursor,
});

function list(answers: Answers, { roles = [] as readonly 'officer'[], at = '/activities' } = {}) {
  return show(<ActivityListPage />, {
    at,
    answers: {
      'GET /me': meWith(...roles),
      [registrations]: { items: [], nextCursor: null },
      [bookable]: page([{ id: 'open', title: 'Badminton' }]),
      [next]: page([{ id: 'full', title: 'Cooking', phase: 'full', seatsFree: 0 }]),
      ...answers,
    },
    texts: ['activity'],
  });
}

const titles = (): (string | null)[] =>
  screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('the list of activities', () => {
  it('begins with what can be joined now, then what else is to come, with seats and own places', async () => {
    await list({
      [bookable]: page([
        { id: 'open', title: 'Badminton', seatsFree: 37 },
        { id: 'mine', title: 'Choir', seatsFree: 1 },
      ]),
      [registrations]: {
        items: [
          { activityId: 'mine', state: 'confirmed', waitlistPlace: null },
          { activityId: 'full', state: 'waitlisted', waitlistPlace: 3 },
          { activityId: 'open', state: 'cancelled', waitlistPlace: null },
        ],
        nextCursor: null,
      },
    });
    await screen.findByText('Showing all activities (3)');
    expect(titles()).toEqual(['Badminton', 'Choir', 'Cooking']);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Open for sign-up',
      'Next steps',
    ]);
    const [badminton, choir, cooking] = screen.getAllByRole('article') as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    expect(within(badminton).getByText('37 seats left')).toBeTruthy();
    expect(within(badminton).getByText(/^Closes in 1 day$/)).toBeTruthy();
    expect(within(badminton).queryByText('You are signed up')).toBeNull();
    expect(within(choir).getByText('You are signed up')).toBeTruthy();
    expect(await within(cooking).findByText('No. 3 on the waitlist')).toBeTruthy();
    expect(within(cooking).queryByText(/left$/)).toBeNull();
  });

  it('reads what comes next only once all that can be joined is shown', async () => {
    const { user, sent } = await list({
      [bookable]: page([{ id: 'open', title: 'Badminton' }], 'c1'),
      'GET /activities?stage=bookable&limit=50&cursor=c1': page([{ id: 'other', title: 'Choir' }]),
    });
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    await screen.findByText('Showing all activities (3)');
    expect(titles()).toEqual(['Badminton', 'Choir', 'Cooking']);
    const asked = sent.map(({ path }) => path).filter((path) => path.startsWith('/activities'));
    expect(asked.at(-1)).toBe('/activities?stage=next&limit=50');
  });

  it('shows what is over behind a chip, the latest first, and back again', async () => {
    const { user } = await list({
      'GET /activities?stage=over&sort=latest&limit=50': page([
        { id: 'past', title: 'Skating', phase: 'settled' },
      ]),
    });
    await screen.findByText('Showing all activities (2)');
    const chip = screen.getByRole('button', { name: 'Ended' });
    expect(chip.getAttribute('aria-pressed')).toBe('false');
    await user.click(chip);
    await waitFor(() => expect(titles()).toEqual(['Skating']));
    expect(screen.getByRole('button', { name: 'Ended' }).getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Ended' }));
    await waitFor(() => expect(titles()).toEqual(['Badminton', 'Cooking']));
  });

  it('tells members nothing of what goes on among organisers', async () => {
    const past = 'GET /activities?stage=over&sort=latest&limit=50';
    const settled = { [past]: page([{ id: 'past', title: 'Skating', phase: 'settled' }]) };
    const { unmount } = await list(settled, { at: '/activities?show=over' });
    const [card] = await screen.findAllByRole('article');
    expect(within(card as HTMLElement).getByText('Ended')).toBeTruthy();
    expect(screen.queryByText('Settled')).toBeNull();
    expect(screen.queryByLabelText('Stage')).toBeNull();
    expect(screen.getByRole('button', { name: 'Proposed by me' })).toBeTruthy();
    unmount();
    await list(settled, { at: '/activities?show=over', roles: ['officer'] });
    expect(await screen.findByLabelText('Stage')).toBeTruthy();
    const [own] = await screen.findAllByRole('article');
    expect(within(own as HTMLElement).getByText('Settled')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'In preparation' })).toBeTruthy();
  });

  it('offers past activities where nothing can be joined', async () => {
    const { user } = await list({
      [bookable]: page([]),
      [next]: page([]),
      'GET /activities?stage=over&sort=latest&limit=50': page([
        { id: 'past', title: 'Skating', phase: 'closed' },
      ]),
    });
    expect(await screen.findByText('Nothing is open for sign-up right now')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'See past activities' }));
    await waitFor(() => expect(titles()).toEqual(['Skating']));
  });
});
