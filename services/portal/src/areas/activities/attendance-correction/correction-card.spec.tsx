import {
  buttons,
  changedWords,
  commandsOf,
  hoursFromNow,
  press,
  question,
  withNotice,
} from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { type Correction, CorrectionCard } from './correction-card.js';

const show = pageTests();
const path = '/attendance-corrections/correction-1';

const correction: Correction = {
  id: 'correction-1',
  version: 1,
  activityId: 'activity-1',
  personId: 'person-1',
  maskedName: 'Wang *',
  state: 'proposed',
  headsBefore: 0,
  heads: 2,
  unionIdBefore: null,
  unionId: 'union-mill',
  unionName: 'Mill union',
  reason: 'Signed the paper list',
  proposedBy: 'person-9',
  proposedByName: 'Zhou Min',
  mayDecide: false,
  mayWithdraw: false,
  proposedAt: hoursFromNow(-1),
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  refusal: null,
};

function card(given: Partial<Correction>, answers: Answers = {}) {
  const part = withNotice(<CorrectionCard correction={{ ...correction, ...given }} />);
  return show(part, { answers, texts: ['correction'] });
}

describe('a correction of attendance', () => {
  it('says whose heads change, why and by whom, and gives each reader their own acts', async () => {
    const first = await card({});
    expect(screen.getByText('Wang *').parentElement?.textContent).toBe(
      'Wang * from 0 to 2 heads counts for Mill union',
    );
    expect(screen.getByText('Reason: Signed the paper list')).toBeTruthy();
    expect(screen.getByText(/^Zhou Min, /)).toBeTruthy();
    expect(buttons()).toEqual([]);
    first.unmount();
    const second = await card({ mayDecide: true });
    expect(buttons()).toEqual(['Approve', 'Refuse']);
    second.unmount();
    await card({ mayWithdraw: true });
    expect(screen.getByText('Another officer has to decide.')).toBeTruthy();
    expect(buttons()).toEqual(['Withdraw']);
  });

  it('is approved once it was asked about', async () => {
    const { sent, user } = await card({ mayDecide: true }, { [`POST ${path}/approve`]: {} });
    await press(user, 'Approve');
    expect(question()).toMatch(/^The attendance changes with it/);
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Approve');
    await press(user, 'Approve');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      { method: 'POST', path: `${path}/approve`, key: expect.any(String), version: '"1"', body: null },
    ]);
  });

  it('is refused for a reason alone, and an error of it stands at the field', async () => {
    const refused = () => refusal(422, 'TOO_SHORT', '/reason');
    const { sent, user } = await card({ mayDecide: true }, { [`POST ${path}/refuse`]: refused });
    await press(user, 'Refuse');
    await press(user, 'Refuse');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('Why it is refused'), 'They were ill');
    await press(user, 'Refuse');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(screen.queryByText('That did not work')).toBeNull();
    expect(commandsOf(sent)[0]).toMatchObject({
      path: `${path}/refuse`,
      version: '"1"',
      body: { reason: 'They were ill' },
    });
    await press(user, 'Back');
    expect(buttons()).toEqual(['Approve', 'Refuse']);
  });

  it('is not decided where it was withdrawn meanwhile', async () => {
    const { user } = await card(
      { mayDecide: true },
      { [`POST ${path}/approve`]: () => refusal(412, 'VERSION_STALE') },
    );
    await press(user, 'Approve');
    await press(user, 'Approve');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.queryByText('That did not work')).toBeNull();
  });
});
