import { commandsOf, press } from '../../app/acts.fixture.js';
import { pageTests, refusal } from '../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { OutsideCounts } from './outside-counts.js';

const show = pageTests();
const texts = ['bulletin'] as const;
const path = '/bulletins/b1/outside-counts';
const none = { readers: 0, likes: 0, shares: 0, counts: [] };
const some = {
  readers: 1280,
  likes: 46,
  shares: 0,
  counts: [
    {
      id: 'c1',
      channel: 'officialAccount',
      name: 'Workers',
      day: '2026-11-21',
      readers: 1280,
      likes: 46,
      shares: null,
    },
  ],
};

const open = (answers: object) =>
  show(<OutsideCounts bulletinId="b1" />, { answers: { [`GET ${path}`]: none, ...answers }, texts });

describe('the reach of a bulletin on other channels', () => {
  it('is entered, with what the channel does not say left out', async () => {
    let present: object = none;
    const post = () => {
      present = some;
      return [201, some.counts[0]];
    };
    const { sent, user } = await open({ [`GET ${path}`]: () => present, [`POST ${path}`]: post });
    await screen.findByText('Nothing has been entered yet.');
    await user.click(screen.getByText('Enter the figures of a channel'));
    await user.type(screen.getByLabelText('Which one (optional)'), ' Workers ');
    await user.type(screen.getByLabelText('Readers'), '1280');
    await user.type(screen.getByLabelText('Likes (optional)'), '46');
    await press(user, 'Save the figures');
    await screen.findByText('1,280 readers, 46 likes, 0 shares');
    const [command] = commandsOf(sent);
    expect(command?.body).toMatchObject({
      channel: 'officialAccount',
      name: 'Workers',
      readers: 1280,
      likes: 46,
      shares: null,
    });
    expect(screen.getByText('Readers 1,280, Likes 46')).toBeTruthy();
  });

  it('is not sent without a number', async () => {
    const { sent, user } = await open({});
    await user.click(await screen.findByText('Enter the figures of a channel'));
    await user.type(screen.getByLabelText('Readers'), 'many');
    await press(user, 'Save the figures');
    expect(await screen.findByText('Please write a whole number')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
  });

  it('says at its field that a day has not come', async () => {
    const refused = () => refusal(400, 'BULLETIN_OUTSIDE_DAY_AHEAD', '/day');
    const { user } = await open({ [`POST ${path}`]: refused });
    await user.click(await screen.findByText('Enter the figures of a channel'));
    await user.type(screen.getByLabelText('Readers'), '3');
    await press(user, 'Save the figures');
    expect(await screen.findByText('BULLETIN_OUTSIDE_DAY_AHEAD in words')).toBeTruthy();
  });

  it('is removed after a question', async () => {
    const { sent, user } = await open({ [`GET ${path}`]: some, [`DELETE ${path}/c1`]: none });
    await user.click(await screen.findByRole('button', { name: /^Remove: Workers/ }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(commandsOf(sent).map(({ method }) => method)).toEqual(['DELETE']));
  });
});
