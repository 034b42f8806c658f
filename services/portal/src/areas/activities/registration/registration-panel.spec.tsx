import { buttons, commandsOf, hoursFromNow, press, question } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { activity, registration } from '../activities.fixture.js';
import type { Activity, RegistrationView } from './registration.model.js';
import { RegistrationPanel } from './registration-panel.js';

const show = pageTests();
const mine = 'GET /me/registrations?activityId=activity-1&limit=10';
const one = 'GET /registrations/registration-1';
const signUp = 'POST /activities/activity-1/registrations';
const held: RegistrationView = {
  ...registration,
  state: 'held',
  offerExpiresAt: '2099-03-02T18:00:00+08:00',
};

function panel(given: Partial<Activity>, has: RegistrationView | null, answers: Answers = {}) {
  const read: Answers = {
    [mine]: { items: has === null ? [] : [{ id: has.id, state: has.state }], nextCursor: null },
    ...(has === null ? {} : { [one]: has }),
  };
  return show(<RegistrationPanel activity={{ ...activity, ...given }} />, {
    answers: { ...read, ...answers },
    texts: ['activity', 'giveAway'],
  });
}

describe('taking part in an activity', () => {
  it('signs up a person with a child, once the guardian’s consent is there', async () => {
    const { sent, user } = await panel({ companionsMax: 1 }, null, {
      [signUp]: { ...registration, heads: 2 },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a companion' }));
    await user.type(screen.getByLabelText('Name'), 'Xiao Ming');
    await user.selectOptions(screen.getByLabelText(/^Age/), '3–6 years');
    expect(screen.queryByRole('button', { name: 'Add a companion' })).toBeNull();
    await press(user, 'Sign up (2 people)');
    expect(await screen.findByText('Please confirm the guardian’s consent')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.click(screen.getByRole('checkbox'));
    await press(user, 'Sign up (2 people)');
    expect(await screen.findByText('You are signed up')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: '/activities/activity-1/registrations',
        key: expect.any(String),
        version: null,
        body: { companions: [{ name: 'Xiao Ming', ageBand: 'child3to6' }], guardianConsent: true },
      },
    ]);
  });

  it('says why nobody is signed up, and before the time when it opens', async () => {
    const { user, unmount } = await panel({}, null, { [signUp]: () => refusal(409, 'NOT_ELIGIBLE') });
    await user.click(await screen.findByRole('button', { name: 'Sign up (1 person)' }));
    expect(await screen.findByText('Sign-up failed')).toBeTruthy();
    expect(screen.getByText('NOT_ELIGIBLE in words')).toBeTruthy();
    unmount();
    await panel({ signUpOpensAt: '2099-03-02T18:00:00+08:00' }, null);
    expect(await screen.findByText(/^Sign-up opens .*18:00/)).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('says that it is over once it is, and shows no code any more', async () => {
    const past = { startsAt: hoursFromNow(-3), endsAt: hoursFromNow(-1) };
    const { unmount } = await panel(past, { ...registration, checkInCode: 'ABCD2345' });
    expect(await screen.findByText('The activity has ended')).toBeTruthy();
    const album = await screen.findByRole('link', { name: 'View and add photos' });
    expect(album.getAttribute('href')).toBe('/activities/activity-1/album');
    expect(screen.queryByText('You are signed up')).toBeNull();
    expect(screen.queryByText('ABCD2345')).toBeNull();
    unmount();
    await panel({ state: 'closed' }, { ...registration, state: 'waitlisted', waitlistPlace: 1 });
    expect(await screen.findByText('The activity has ended; no seat became available')).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('says that one will wait, where no seat is left', async () => {
    const pool = (free: number, boundBy: object | null) => ({ id: `p${free}`, seats: { free }, boundBy });
    const pools = 'GET /activities/activity-1/pools';
    const full = { items: [pool(0, null), pool(4, { free: 0 })] };
    const { unmount } = await panel({}, null, { [pools]: full });
    expect(await screen.findByRole('button', { name: 'Join the waitlist (1 person)' })).toBeTruthy();
    unmount();
    const behindFour = { items: [{ id: 'p', seats: { free: 0, waiting: 4 }, boundBy: null }] };
    const alone = await panel({}, null, { [pools]: behindFour });
    expect(await screen.findByRole('button', { name: 'Join the waitlist (4 ahead)' })).toBeTruthy();
    alone.unmount();
    await panel({}, null, { [pools]: { items: [pool(0, null), pool(4, { free: 1 })] } });
    expect(await screen.findByRole('button', { name: 'Sign up (1 person)' })).toBeTruthy();
  });

  it('offers nothing to press to whoever may not come', async () => {
    const eligibility = 'GET /activities/activity-1/eligibility';
    const barred = { mine: { eligible: false, unmet: ['TOO_YOUNG'], blockedUntil: null } };
    const { unmount } = await panel({ hasConditions: true }, null, { [eligibility]: barred });
    expect(
      await screen.findByText(/^You can’t sign up for this activity; see “Who may come” for the reason\./),
    ).toBeTruthy();
    expect(buttons()).toEqual([]);
    unmount();
    await panel({ hasConditions: true }, null, { [eligibility]: () => refusal(503, 'TRY_LATER') });
    expect(await screen.findByRole('button', { name: 'Sign up (1 person)' })).toBeTruthy();
  });

  it('accepts an offered seat until its time, and says what happens otherwise', async () => {
    const { sent, user } = await panel({}, held, {
      'POST /registrations/registration-1/accept-offer': { ...registration, version: 4 },
    });
    expect(
      await screen.findByText(/^The seat is held for you until .*18:00. Please confirm by then.$/),
    ).toBeTruthy();
    expect(screen.getByText('Otherwise it goes to the next person on the waitlist.')).toBeTruthy();
    expect(buttons()).toEqual(['Confirm seat', 'Decline']);
    await press(user, 'Confirm seat');
    expect(await screen.findByText('You are signed up')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: '/registrations/registration-1/accept-offer',
        key: expect.any(String),
        version: null,
        body: null,
      },
    ]);
  });

  it('gives an offered seat up once it was asked about, and offers to sign up again', async () => {
    const { sent, user } = await panel({}, held, { 'POST /registrations/registration-1/cancel': {} });
    await screen.findByRole('button', { name: 'Confirm seat' });
    await press(user, 'Decline');
    expect(question()).toBe('Give up this seat? It goes to the waitlist immediately.');
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Decline');
    await press(user, 'Give up seat');
    expect(
      await screen.findByText('Your registration has been cancelled. You can sign up again.'),
    ).toBeTruthy();
    expect(commandsOf(sent)).toMatchObject([
      { path: '/registrations/registration-1/cancel', version: '"3"', body: {} },
    ]);
  });

  it('says that the registration has changed meanwhile, and cancels nothing after the start', async () => {
    const stale = () => refusal(412, 'VERSION_STALE');
    const first = await panel({}, registration, { 'POST /registrations/registration-1/cancel': stale });
    await first.user.click(await screen.findByRole('button', { name: 'Cancel registration' }));
    expect(question()).toBe('Cancel your registration? The seat will be given to others.');
    await press(first.user, 'Cancel registration');
    expect(await screen.findByText('Someone has just changed this')).toBeTruthy();
    first.unmount();
    await panel({ startsAt: hoursFromNow(-1) }, registration);
    await waitFor(() => expect(screen.getByText('You are signed up')).toBeTruthy());
    expect(buttons()).toEqual([]);
  });

  it('brings somebody of the family by a tap, and asks for the guardian each time', async () => {
    const { sent, user } = await panel({ companionsMax: 2 }, null, {
      'GET /me/companions': { items: [{ name: 'Xiao Ming', ageBand: 'child3to6' }] },
      [signUp]: { ...registration, heads: 2 },
    });
    await user.click(await screen.findByRole('button', { name: 'Bring Xiao Ming' }));
    expect(screen.queryByRole('button', { name: 'Bring Xiao Ming' })).toBeNull();
    await user.click(screen.getByRole('checkbox'));
    await press(user, 'Sign up (2 people)');
    expect(await screen.findByText('You are signed up')).toBeTruthy();
    expect(commandsOf(sent)).toMatchObject([
      { body: { companions: [{ name: 'Xiao Ming', ageBand: 'child3to6' }], guardianConsent: true } },
    ]);
  });

  it('E27: one of the companions stays at home, and another comes along, without the rest', async () => {
    const companions = [
      { name: 'Xiao Ming', ageBand: 'child3to6' as const },
      { name: 'Wang Fang', ageBand: null },
    ];
    const party = { ...registration, heads: 3, companions };
    const { sent, user } = await panel({ companionsMax: 3 }, party, {
      'GET /me/companions': { items: [] },
      'POST /registrations/registration-1/cancel': { ...party, heads: 2 },
      'POST /registrations/registration-1/companions': { ...party, heads: 4 },
    });
    await user.click(await screen.findByRole('button', { name: 'Xiao Ming is not coming' }));
    expect(question()).toBe(
      'Is Xiao Ming not coming? The seat goes to the waitlist; nothing changes for the others.',
    );
    await press(user, 'Not coming');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path: '/registrations/registration-1/cancel', version: '"3"', body: { companions: ['Xiao Ming'] } },
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Add a companion' }));
    await user.type(screen.getByLabelText('Name'), 'Lao Wang');
    await press(user, 'Add a companion');
    await waitFor(() =>
      expect(commandsOf(sent).at(-1)).toMatchObject({
        path: '/registrations/registration-1/companions',
        body: { companions: [{ name: 'Lao Wang', ageBand: null }], guardianConsent: false },
      }),
    );
  });
});
