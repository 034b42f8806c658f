import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { mill, moneyTests, posted, union, unionId } from '../money.fixture.js';
import { ProposeClosure } from './propose-closure.js';

const open = moneyTests();
const texts = ['money', 'strictLedger'] as const;
const path = '/account-closures';
const propose = 'Propose a closure';
const below = { ...union, id: mill.id, name: mill.name, path: '1.2.7.' };

async function shown(answers = {}) {
  const page = await open(<ProposeClosure />, {
    roles: ['finance'],
    texts,
    answers: { 'GET /unions?limit=200': { items: [union, below], nextCursor: null }, ...answers },
  });
  await screen.findAllByRole('option', { name: 'Mill Union' });
  return page;
}

describe('the proposal to close accounts', () => {
  it('names the union, who takes what is left and why, is asked about once, and empties the form', async () => {
    const { user, press, write, asked, reply, acts } = await shown({ [`POST ${path}`]: {} });
    await user.selectOptions(screen.getByLabelText('Party'), 'Mill Union');
    await user.selectOptions(screen.getByLabelText('Successor'), 'Harbour Union');
    await write('Reason', 'It was merged');
    await press(propose);
    expect(asked()).toContain('It can be withdrawn until it is approved');
    expect(acts()).toEqual([]);
    await reply(propose);
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe(''));
    const body = {
      party: { kind: 'union', id: mill.id },
      successor: { kind: 'union', id: unionId },
      reason: 'It was merged',
    };
    expect(acts()).toEqual([posted(path, null, body)]);
  });

  it('is not sent without a union and a reason', async () => {
    const { press, asked, acts } = await shown();
    await press(propose);
    expect(await screen.findByText('Please choose a union')).toBeTruthy();
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(asked()).toBeNull();
    expect(acts()).toEqual([]);
  });

  it('shows at the successor that one is needed, and keeps the reason', async () => {
    const { user, press, write, reply } = await shown({
      [`POST ${path}`]: () => refusal(422, 'SUCCESSOR_NEEDED', '/successor'),
    });
    await user.selectOptions(screen.getByLabelText('Party'), 'Mill Union');
    await write('Reason', 'It was merged');
    await press(propose);
    await reply(propose);
    expect(await screen.findByText('SUCCESSOR_NEEDED in words')).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('It was merged');
  });
});
