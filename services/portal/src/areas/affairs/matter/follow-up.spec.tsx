import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FollowUp } from './follow-up.js';
import { HandlerActs } from './handler-acts.js';
import type { Matter } from './matter.model.js';

const show = pageTests();
const texts = ['matter', 'matterStep'] as const;
const followUp = {
  label: 'The collective contract ends',
  holdsUntil: '2028-12-31',
  nextDueOn: '2028-09-30',
  due: true,
  followedUpAt: null,
};
const outcomes = [
  { id: 'in-force', label: 'In force', followUp: { months: 3, label: followUp.label } },
  { id: 'failed', label: 'Failed' },
];

function matterWith(changes: object): Matter {
  return {
    id: 'm1',
    version: 4,
    state: 'inWork',
    topics: [],
    outcomes,
    acts: [],
    ...changes,
  } as unknown as Matter;
}

const acting = (act: string) =>
  show(<HandlerActs matter={matterWith({ acts: [{ act }] })} />, {
    answers: { 'POST /matters/m1/decide': {}, 'POST /matters/m1/follow-up': {} },
    texts,
  });

describe('what holds until a day', () => {
  it('says when it ends and when the next one is due', async () => {
    await show(<FollowUp followUp={followUp} />, { texts });
    expect(screen.getByText(/Valid until .*2028/)).toBeTruthy();
    expect(screen.getByText(/The next one is due from .*2028/)).toBeTruthy();
    expect(screen.getByText('Due now')).toBeTruthy();
  });

  it('says once somebody has followed it up', async () => {
    await show(<FollowUp followUp={{ ...followUp, due: false, followedUpAt: '2028-10-08T02:00:00Z' }} />, {
      texts,
    });
    expect(screen.getByText(/Followed up on/)).toBeTruthy();
    expect(screen.queryByText('Due now')).toBeNull();
  });

  it.each([
    ['In force', '2028-12-31'],
    ['Failed', null],
  ])('is decided with its last day where the outcome ends: %s', async (outcome, holdsUntil) => {
    const { sent, user } = await acting('decide');
    await user.selectOptions(await screen.findByLabelText('Outcome'), outcome);
    const day = await waitFor(() => {
      const found = screen.queryByLabelText('Valid until');
      expect(found === null).toBe(holdsUntil === null);
      return found;
    });
    if (day !== null) fireEvent.change(day, { target: { value: holdsUntil } });
    await user.type(screen.getByLabelText(/^Reasons/), 'Filed.');
    await press(user, 'Decide and notify');
    const dialog = await screen.findByRole('dialog', { hidden: true });
    await user.click(within(dialog).getByText('Decide and notify'));
    await waitFor(() => expect(commandsOf(sent)[0]?.body).toMatchObject({ reasons: 'Filed.', holdsUntil }));
  });

  it('is followed up in words', async () => {
    const { sent, user } = await acting('followUp');
    await user.click(await screen.findByText('Follow up'));
    await user.type(
      screen.getByLabelText(
        /^What happens next \(such as the number of the next one, or why there is none\)/,
      ),
      'A new round has begun',
    );
    await press(user, 'Followed up; stop reminders');
    await waitFor(() => expect(commandsOf(sent)[0]?.body).toEqual({ text: 'A new round has begun' }));
  });
});
