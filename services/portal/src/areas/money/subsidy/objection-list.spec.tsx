import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { moneyTests, posted, programme } from '../money.fixture.js';
import { ObjectionList } from './objection-list.js';
import type { Objection } from './subsidy.model.js';

const open = moneyTests();
const texts = ['money', 'subsidy'] as const;
const base = '/subsidy-programmes/programme/objections';
const path = `${base}/objection/answer`;

const objection = {
  id: 'objection',
  programmeId: 'programme',
  applicationId: 'application',
  applicationTitle: 'Autumn hike',
  unionName: 'Mill Union',
  objectorName: 'W* Fang',
  reason: 'One union alone took part',
  createdAt: '2026-10-01T08:00:00Z',
  answer: null,
  upheld: null,
  answeredAt: null,
} satisfies Objection;

const shown = (of: Objection, roles: readonly RoleName[], answers = {}) =>
  open(<ObjectionList programme={programme} />, {
    roles,
    texts,
    answers: { [`GET ${base}?limit=50`]: { items: [of], nextCursor: null }, ...answers },
  });

describe('objections to awards', () => {
  it('are answered by an officer of the giver, who may say that one is right', async () => {
    const { user, press, write, acts } = await shown(objection, ['officer'], { [`POST ${path}`]: objection });
    expect(await screen.findByText(/Mill Union · Autumn hike · W\* Fang/)).toBeTruthy();
    await write('Answer', 'The list shows one union');
    await user.click(screen.getByRole('checkbox', { name: /The objection is right: decide again/ }));
    await press('Send the answer');
    const body = { answer: 'The list shows one union', upheld: true };
    await waitFor(() => expect(acts()).toEqual([posted(path, null, body)]));
  });

  it('are not right where that is not said, and a refusal is shown at the answer', async () => {
    const { press, write, acts } = await shown(objection, ['officer'], {
      [`POST ${path}`]: () => refusal(422, 'TOO_SHORT', '/answer'),
    });
    await press('Send the answer');
    expect(await screen.findByText('Please fill this in')).toBeTruthy();
    expect(acts()).toEqual([]);
    await write('Answer', 'no');
    await press('Send the answer');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(acts()).toEqual([posted(path, null, { answer: 'no', upheld: false })]);
  });

  it('are answered by nobody else: who objected reads that the answer is on its way, without the name', async () => {
    await shown(objection, []);
    expect(await screen.findByText('Waiting for an answer')).toBeTruthy();
    expect(screen.queryByText(/W\* Fang/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send the answer' })).toBeNull();
  });

  it('are answered once', async () => {
    await shown({ ...objection, answer: 'Two took part', upheld: false }, ['officer']);
    expect(await screen.findByText('Answer: Two took part')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send the answer' })).toBeNull();
  });
});
