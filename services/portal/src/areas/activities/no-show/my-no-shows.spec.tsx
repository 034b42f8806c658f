import { commandsOf, hoursFromNow, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { MyNoShows } from './my-no-shows.js';

type MyNoShow = components['schemas']['MyNoShowView'];

const show = pageTests();
const path = '/me/no-shows/no-show-1/appeal';

const noShow: MyNoShow = {
  id: 'no-show-1',
  version: 1,
  activityId: 'activity-1',
  occurredAt: hoursFromNow(-48),
  state: 'counted',
  appealText: null,
  appealedAt: null,
  decisionReason: null,
  decidedAt: null,
  activityTitle: 'Repairing bicycles',
};

/** What is read, one answer after the other; the last one stays. */
function mine(reads: readonly MyNoShow[][], answers: Answers = {}) {
  let read = 0;
  const next = () => ({ items: reads[Math.min(read++, reads.length - 1)], nextCursor: null });
  return show(<MyNoShows />, {
    answers: { 'GET /me/no-shows?limit=50': next, ...answers },
    texts: ['activity', 'eligibility'],
  });
}

describe('an appeal against a no-show', () => {
  it('is sent once, in words, and is gone from the page afterwards', async () => {
    const appealed: MyNoShow = { ...noShow, state: 'appealed', appealText: 'My child was ill' };
    const { sent, user } = await mine([[noShow], [appealed]], { [`POST ${path}`]: appealed });
    await user.click(await screen.findByText('Appeal'));
    expect(screen.getByText(/You can appeal once\.$/)).toBeTruthy();
    await press(user, 'Send the appeal');
    expect(await screen.findByText('Please say what happened')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('What happened'), ' My child was ill ');
    await press(user, 'Send the appeal');
    expect(await screen.findByText('You said: My child was ill')).toBeTruthy();
    expect(screen.queryByLabelText('What happened')).toBeNull();
    expect(commandsOf(sent)).toEqual([
      { method: 'POST', path, key: expect.any(String), version: null, body: { text: 'My child was ill' } },
    ]);
  });

  it('is refused in words, and what was typed stays', async () => {
    const { user } = await mine([[noShow]], { [`POST ${path}`]: () => refusal(409, 'APPEAL_TOO_LATE') });
    await user.click(await screen.findByText('Appeal'));
    await user.type(screen.getByLabelText('What happened'), 'Ill');
    await press(user, 'Send the appeal');
    expect(await screen.findByText('Could not be sent')).toBeTruthy();
    expect(screen.getByText('APPEAL_TOO_LATE in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('What happened').value).toBe('Ill');
  });

  it('is not offered once it is decided, and the reason stands there', async () => {
    await mine([[{ ...noShow, state: 'upheld', appealText: 'Ill', decisionReason: 'Too late' }]]);
    expect(await screen.findByText('Decision: Too late')).toBeTruthy();
    expect(screen.getByText('Upheld')).toBeTruthy();
    expect(screen.queryByText('Appeal')).toBeNull();
  });

  it('is nothing to who has always come', async () => {
    const { sent, container } = await mine([[]]);
    await waitFor(() => expect(sent.length).toBe(1));
    await waitFor(() => expect(container.textContent).toBe(''));
  });
});
