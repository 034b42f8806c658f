import { buttons, commandsOf, hoursFromNow, press, question } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { activity, registration } from '../activities.fixture.js';
import type { RegistrationView } from '../registration/registration.model.js';
import type { DrawPhase } from './draw-times.js';
import { MyEntry } from './my-entry.js';
import type { Draw, DrawEntry } from './use-draw.js';

const show = pageTests();
const opensAt = hoursFromNow(-1);
const closesAt = hoursFromNow(24);
const drawn = { ...activity, draw: { id: 'draw-1', opensAt, closesAt, decides: true } };

const entry: DrawEntry = {
  drawId: 'draw-1',
  state: 'entered',
  token: 'token',
  salt: 'salt',
  heads: 1,
  enteredAt: hoursFromNow(-0.5),
  weight: null,
  timesCame: null,
  place: null,
  result: null,
  outReason: null,
};

const draw: Draw = {
  id: 'draw-1',
  version: 1,
  activityId: 'activity-1',
  activityTitle: 'Repairing bicycles',
  unionId: 'union-mill',
  timeZone: 'Asia/Shanghai',
  state: 'open',
  opensAt,
  closesAt,
  fairShareDays: null,
  commitment: 'abc',
  entries: 3,
  winners: null,
  settled: 0,
  listHash: null,
  frozenAt: null,
  drawnAt: null,
  cancelledAt: null,
  cancelReason: null,
  mine: null,
};

interface Given {
  readonly mine?: DrawEntry | null;
  readonly phase?: DrawPhase;
  readonly has?: RegistrationView | null;
  readonly answers?: Answers;
}

function myEntry({ mine = null, phase = 'open', has = null, answers = {} }: Given) {
  return show(<MyEntry activity={drawn} draw={{ ...draw, mine }} phase={phase} />, {
    answers: {
      'GET /me/registrations?activityId=activity-1&limit=10': {
        items: has === null ? [] : [{ id: has.id, state: has.state }],
        nextCursor: null,
      },
      'GET /registrations/registration-1': has ?? {},
      ...answers,
    },
    texts: ['activity', 'draw'],
  });
}

describe('my entry in a draw', () => {
  it('is sent once, with a key', async () => {
    const { sent, user } = await myEntry({ answers: { 'POST /draws/draw-1/entries': entry } });
    await press(user, 'Enter the draw (1 person)');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: '/draws/draw-1/entries',
        key: expect.any(String),
        version: null,
        body: { companions: [], guardianConsent: false },
      },
    ]);
  });

  it('is refused in words, and the form stays', async () => {
    const { user } = await myEntry({
      answers: { 'POST /draws/draw-1/entries': () => refusal(409, 'DRAW_CLOSED') },
    });
    await press(user, 'Enter the draw (1 person)');
    expect(await screen.findByText('Your entry could not be recorded')).toBeTruthy();
    expect(screen.getByText('DRAW_CLOSED in words')).toBeTruthy();
    expect(buttons()).toEqual(['Enter the draw (1 person)']);
  });

  it('is not needed by who is registered already', async () => {
    await myEntry({ has: registration });
    expect(await screen.findByText('You are registered already, and need not enter the draw.')).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('is withdrawn once it was asked about, as long as entry is open', async () => {
    const answers = { 'POST /draws/draw-1/withdraw-entry': { ...entry, state: 'withdrawn' } };
    const { sent, user, unmount } = await myEntry({ mine: entry, answers });
    expect(screen.getByText('You are in the draw')).toBeTruthy();
    await press(user, 'Leave the draw');
    expect(question()).toBe('Leave this draw? Until the close you may enter again, with the same chance.');
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Leave the draw');
    await press(user, 'Leave it');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({
      path: '/draws/draw-1/withdraw-entry',
      key: expect.any(String),
      body: null,
    });
    unmount();
    await myEntry({ mine: entry, phase: 'closing' });
    expect(screen.getByText('You are in the draw')).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it.each<[string, DrawEntry | null, string]>([
    ['a seat', { ...entry, result: 'seat', place: 2 }, 'You have a seat: place 2 in the draw'],
    [
      'a place on the waitlist',
      { ...entry, result: 'line', place: 9 },
      'No seat yet: place 9 in the draw; you are on the waitlist',
    ],
    ['why it was left out', { ...entry, outReason: 'REGISTERED_ALREADY' }, 'Your entry was not in the draw'],
    ['that there was none', { ...entry, state: 'withdrawn' }, 'You did not enter this draw.'],
  ])('shows %s once it is drawn', async (_what, mine, words) => {
    await myEntry({ mine, phase: 'drawn' });
    expect(screen.getByText(words)).toBeTruthy();
  });
});
