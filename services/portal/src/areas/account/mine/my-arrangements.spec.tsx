import { hoursFromNow } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { MyArrangements } from './my-arrangements.js';

const show = pageTests();
const page = (...items: object[]) => ({ items, nextCursor: null });
const registrations = 'GET /me/registrations?limit=50';
const drawEntries = 'GET /me/draw-entries?limit=50';
const queuePlaces = 'GET /me/queue-places?limit=50';

const of = (id: string, title: string, starts: number) => ({
  activityId: id,
  activityTitle: title,
  activityState: 'published',
  venue: 'The yard',
  startsAt: hoursFromNow(starts),
  endsAt: hoursFromNow(starts + 2),
  timeZone: 'Asia/Shanghai',
});
const seat = {
  id: 'r1',
  state: 'confirmed',
  heads: 2,
  waitlistPlace: null,
  offerExpiresAt: null,
  checkInCode: 'ABCD2345',
  attended: false,
  ...of('a1', 'Badminton', 48),
};
const entry = {
  drawId: 'd1',
  drawState: 'open',
  state: 'entered',
  heads: 1,
  closesAt: hoursFromNow(12),
  outReason: null,
  ...of('a2', 'Theatre', 24),
};
const place = {
  state: 'waiting',
  place: 7,
  turnAt: hoursFromNow(1),
  opensAt: hoursFromNow(1),
  signUpClosesAt: hoursFromNow(20),
  ...of('a3', 'Choir', 72),
};

function mine(answers: Answers) {
  return show(<MyArrangements />, {
    answers: {
      [registrations]: page(),
      [drawEntries]: page(),
      [queuePlaces]: page(),
      'GET /me/surveys?limit=50': page(),
      'GET /me/letters?limit=50': page(),
      ...answers,
    },
    texts: ['activity', 'mine'],
  });
}

const lines = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

describe('my arrangements', () => {
  it('are seats, places on waitlists, draws and queues in one list, the soonest first', async () => {
    const waiting = { ...seat, id: 'r2', state: 'waitlisted', waitlistPlace: 3, ...of('a4', 'Cooking', 96) };
    const { user } = await mine({
      [registrations]: page(waiting, seat),
      [drawEntries]: page(entry),
      [queuePlaces]: page(place),
    });
    await screen.findByText('Theatre');
    await screen.findByText('Choir');
    expect(lines()).toEqual([
      expect.stringMatching(/^TheatreIn the draw.*Draw: /),
      expect.stringMatching(/^BadmintonSigned up/),
      expect.stringMatching(/^ChoirIn the queue.*No\. 7; your turn at/),
      expect.stringMatching(/^CookingOn the waitlist.*3/),
    ]);
    expect(screen.getByRole('link', { name: 'Choir' }).getAttribute('href')).toBe('/activities/a3/queue');
    await user.click(screen.getByRole('button', { name: 'Check-in code' }));
    expect(screen.getByText('ABCD2345')).toBeTruthy();
  });

  it('are there for whoever waits for a draw alone', async () => {
    await mine({ [drawEntries]: page(entry) });
    expect(await screen.findByText('In the draw')).toBeTruthy();
    expect(screen.queryByText('You have not signed up for anything yet.')).toBeNull();
  });

  it('say what became of what is over, and what follows for whoever was there', async () => {
    const past = (id: string, title: string, more: object) => ({
      ...seat,
      id,
      ...of(id, title, -50),
      ...more,
    });
    await mine({
      [registrations]: page(
        past('came', 'Skating', { attended: true, activityState: 'closed' }),
        past('waited', 'Cooking', { state: 'waitlisted', waitlistPlace: 1 }),
        past('missed', 'Chess', { activityState: 'closed' }),
      ),
      'GET /me/surveys?limit=50': page({ id: 's1', activityId: 'came', closesAt: hoursFromNow(40) }),
      'GET /me/letters?limit=50': page({ id: 'l1', activityId: 'came', number: '2026-000001' }),
    });
    const skating = (await screen.findByText('Skating')).closest('li') as HTMLElement;
    expect(within(skating).getByText('Attended')).toBeTruthy();
    const survey = await within(skating).findByRole('link', { name: /^Answer the survey/ });
    expect(survey.getAttribute('href')).toBe('/surveys/s1/answer');
    expect(within(skating).getByRole('link', { name: 'View and add photos' }).getAttribute('href')).toBe(
      '/activities/came/album',
    );
    expect(await within(skating).findByRole('link', { name: 'Certificate 2026-000001' })).toBeTruthy();
    const cooking = screen.getByText('Cooking').closest('li') as HTMLElement;
    expect(within(cooking).getByText('No seat became available')).toBeTruthy();
    expect(within(cooking).queryByText(/waitlist/i)).toBeNull();
    expect(screen.getByText('Did not attend')).toBeTruthy();
    expect(screen.queryByText('Signed up')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check-in code' })).toBeNull();
  });

  it('says that draws and queues could not be read, claims nothing of them, and tries again', async () => {
    let tries = 0;
    const { user } = await mine({
      [drawEntries]: () => ((tries += 1) === 1 ? refusal(409, 'STATE_CHANGED') : page(entry)),
    });
    expect(await screen.findByText('Your draws and queues could not be loaded')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See all activities' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Theatre')).toBeTruthy();
    expect(screen.queryByText('Your draws and queues could not be loaded')).toBeNull();
  });
});
