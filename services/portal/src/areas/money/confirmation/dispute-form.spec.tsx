import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { refusal } from '../../../app/page.fixture.js';
import { bill, moneyTests, posted, share } from '../money.fixture.js';
import { DisputeForm } from './dispute-form.js';

const open = moneyTests();
const texts = ['money', 'confirmation'] as const;
const path = '/confirmations/share/dispute';

const shown = (answers = {}) =>
  open(
    <Routes>
      <Route path="/" element={<DisputeForm confirmation={share} />} />
      <Route path="/disputes/dispute" element={<h1>The dispute</h1>} />
    </Routes>,
    {
      texts,
      answers: {
        'GET /cost-pools/pool/items?limit=200': { items: [bill], nextCursor: null },
        ...answers,
      },
    },
  );

describe('a dispute of a share', () => {
  it('names the bill that is wrong, is asked about once, and leads to its page', async () => {
    const { user, press, write, asked, reply, acts } = await shown({ [`POST ${path}`]: { id: 'dispute' } });
    await screen.findByRole('option', { name: 'Coach, ¥1,200.00' });
    await user.selectOptions(screen.getByLabelText('What is disputed'), 'Coach, ¥1,200.00');
    await write('Reason', 'The coach was half as dear');
    await press('Raise dispute');
    expect(asked()).toContain('The share is frozen until the dispute is withdrawn or decided');
    expect(acts()).toEqual([]);
    await reply('Raise dispute');
    expect(await screen.findByText('The dispute')).toBeTruthy();
    expect(acts()).toEqual([posted(path, 2, { reason: 'The coach was half as dear', itemId: 'bill' })]);
  });

  it('is about the whole share where no bill is named', async () => {
    const { press, write, reply, acts } = await shown({ [`POST ${path}`]: { id: 'dispute' } });
    await write('Reason', 'We were five');
    await press('Raise dispute');
    await reply('Raise dispute');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2, { reason: 'We were five' })]));
  });

  it('is not sent without a reason', async () => {
    const { press, asked, acts } = await shown();
    await press('Raise dispute');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(asked()).toBeNull();
    expect(acts()).toEqual([]);
  });

  it('shows at the reason what the platform has against it, and keeps it', async () => {
    const { press, write, reply } = await shown({
      [`POST ${path}`]: () => refusal(422, 'TOO_LONG', '/reason'),
    });
    await write('Reason', 'We were five');
    await press('Raise dispute');
    await reply('Raise dispute');
    expect(await screen.findByText('TOO_LONG in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('We were five');
  });
});
