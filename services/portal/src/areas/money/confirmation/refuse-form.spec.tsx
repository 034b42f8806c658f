import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { moneyTests, posted, share } from '../money.fixture.js';
import { AnswerSection } from './answer-section.js';
import type { Confirmation } from './confirmation.model.js';

const open = moneyTests();
const texts = ['money', 'confirmation'] as const;
const path = '/confirmations/share/refuse';
const shared = {
  ...share,
  title: 'Coach',
  entryId: null,
  silence: 'refuses',
  mayDispute: false,
  mayRefuse: true,
} satisfies Confirmation;

const shown = (confirmation: Confirmation, answers = {}) =>
  open(<AnswerSection confirmation={confirmation} />, { texts, answers });

describe('the answer to a share of a shared bill', () => {
  it('is a yes or a refusal with its reason, and says that silence is no consent', async () => {
    const { user, press, write, asked, reply, acts } = await shown(shared, { [`POST ${path}`]: shared });
    expect(
      screen.getByText(
        /This bill has no agreement, so silence does not count as consent\. Once everyone has agreed it is posted, and then netted\./,
      ),
    ).toBeTruthy();
    expect(screen.queryByText('I do not agree with this share')).toBeNull();
    await user.click(screen.getByText('We are not sharing this bill'));
    await write('Reason', ' We were not there ');
    await press('Refuse');
    expect(asked()).toContain('goes back to the union that paid it');
    expect(acts()).toEqual([]);
    await reply('Refuse');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2, { reason: 'We were not there' })]));
  });

  it('is over where the bill was returned or cancelled', async () => {
    await shown({ ...shared, state: 'lapsed', mayConfirm: false, mayRefuse: false });
    expect(screen.getByText(/returned or cancelled/)).toBeTruthy();
  });
});
