import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { mill, moneyTests, posted, union } from '../money.fixture.js';
import { FreezeForm } from './freeze-form.js';

const open = moneyTests();
const texts = ['money', 'settling'] as const;
const path = '/party-freezes';
const body = { party: { kind: 'union', id: mill.id }, reason: 'An audit' };

async function filled(answers = {}) {
  const done: string[] = [];
  const shown = await open(<FreezeForm onClose={() => done.push('closed')} />, {
    roles: ['approver'],
    texts,
    answers: {
      'GET /unions?q=Mill&limit=10': {
        items: [{ ...union, id: mill.id, name: mill.name, path: '1.3.' }],
        nextCursor: null,
      },
      ...answers,
    },
  });
  await shown.user.type(screen.getByRole('searchbox'), 'Mill');
  await shown.press('Mill Union');
  await shown.write('Reason', 'An audit');
  return { ...shown, done };
}

describe('freezing a party', () => {
  it('is asked about by the name of the party, done once, and closes the form', async () => {
    const { press, asked, reply, acts, done } = await filled({ [`POST ${path}`]: {} });
    await press('Freeze');
    expect(asked()).toBe('Freeze Mill Union? It will not be netted or paid until it is unfrozen.');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press('Freeze');
    await reply('Freeze');
    await waitFor(() => expect(done).toEqual(['closed']));
    expect(acts()).toEqual([posted(path, null, body)]);
  });

  it('is not sent without a party and a reason', async () => {
    const { press, asked, acts } = await open(<FreezeForm onClose={() => undefined} />, { texts });
    await press('Freeze');
    expect(await screen.findByText('Please choose a party')).toBeTruthy();
    expect(await screen.findByText('Please give the reason')).toBeTruthy();
    expect(asked()).toBeNull();
    expect(acts()).toEqual([]);
  });

  it('says why the platform refuses it, and keeps what was written', async () => {
    const { press, reply, done } = await filled({ [`POST ${path}`]: () => refusal(409, 'ALREADY_FROZEN') });
    await press('Freeze');
    await reply('Freeze');
    expect(await screen.findByText('The party could not be frozen')).toBeTruthy();
    expect(screen.getByText('ALREADY_FROZEN in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('An audit');
    expect(done).toEqual([]);
  });
});
