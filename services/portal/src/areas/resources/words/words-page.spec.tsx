import { press } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { WordGroup } from './words.model.js';
import { WordsPage } from './words-page.js';

const show = pageTests();
const coach: WordGroup = {
  word: 'coach',
  same: ['bus'],
  hints: [],
  wider: 'vehicle',
  kind: 'vehicle',
  version: 2,
  origin: 'changed',
  reason: 'We say so',
  changedAt: '2026-11-01T00:00:00.000Z',
};
const path = '/word-groups/coach';

function page(mayChange: boolean, answers = {}, at = '/offers/words') {
  const all = { 'GET /word-groups': { mayChange, groups: [coach] }, ...answers };
  return show(<WordsPage />, { answers: all, texts: ['find', 'words'], at });
}

describe('the words that mean the same', () => {
  it('are shown to everybody, and changed by the federation alone', async () => {
    await page(false);
    expect(await screen.findByText('bus')).toBeTruthy();
    expect(screen.getByText('Last change: We say so')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });

  it('are tried as they stand in the form, and saved in the version that was seen', async () => {
    const { sent, user } = await page(
      true,
      {
        [`POST ${path}/try`]: { now: [], then: [{ id: 'offer-1', title: 'Shuttle' }] },
        [`PUT ${path}`]: coach,
      },
      '/offers/words?edit=coach',
    );
    const same = await screen.findByLabelText('The same in other words');
    await user.clear(same);
    await user.type(same, 'bus, shuttle');
    await user.type(screen.getByLabelText('Someone looks for'), 'coach');
    await press(user, 'Try');
    const then = await screen.findByRole('region', { name: 'Found after the change' });
    expect(within(then).getByText('Shuttle')).toBeTruthy();
    await user.type(screen.getByLabelText('Why it is changed'), 'They say so too');
    await press(user, 'Save');
    const words = { same: ['bus', 'shuttle'], hints: [], wider: 'vehicle', kind: 'vehicle' };
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ path: one }) => one === `${path}/try`)?.body).toEqual({
      ...words,
      query: 'coach',
      isRemoved: false,
    });
    expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
      path,
      body: { ...words, reason: 'They say so too' },
    });
    expect(sent.find(({ method }) => method === 'PUT')?.version).toContain('2');
  });

  it('say what is refused, and keep what was typed', async () => {
    const { user } = await page(
      true,
      { [`PUT ${path}`]: () => refusal(409, 'WORD_GROUP_TAKEN', '/same/0') },
      '/offers/words?edit=coach',
    );
    await user.type(await screen.findByLabelText('Why it is changed'), 'So');
    await press(user, 'Save');
    expect(await screen.findByText('WORD_GROUP_TAKEN in words')).toBeTruthy();
    expect(screen.getByDisplayValue('bus')).toBeTruthy();
  });
});
