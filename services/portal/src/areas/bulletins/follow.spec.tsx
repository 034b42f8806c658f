import { commandsOf, press } from '../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { BulletinListPage } from './bulletin-list-page.js';
import { FollowUnion } from './follow-union.js';
import { FollowedPage } from './followed-page.js';

const show = pageTests();
const texts = ['bulletin', 'bulletinFollow', 'bulletinReview'] as const;
const none = { unions: [], kinds: [], businesses: [], functions: [] };
const followed = {
  unions: [{ unionId: 'union-mill', unionName: 'Mill Union', since: '2026-11-20T01:00:00.000Z' }],
  kinds: [{ kind: 'policy', since: '2026-11-20T01:00:00.000Z' }],
  businesses: [{ business: 'culture', since: '2026-11-20T01:00:00.000Z' }],
  functions: [],
};
const own = 'GET /me/bulletin-subscriptions';
const ofUnion = '/me/bulletin-subscriptions/unions/union-mill';

const showButton = (answers: Answers) => show(<FollowUnion unionId="union-mill" />, { answers, texts });

describe('the button of a union', () => {
  it('follows it, and then says so', async () => {
    let present: object = none;
    const put = () => (present = followed);
    const { sent, user } = await showButton({ [own]: () => present, [`PUT ${ofUnion}`]: put });
    await screen.findByRole('button', { name: 'Follow this union', pressed: false });
    await press(user, 'Follow this union');
    await screen.findByRole('button', { name: 'Following this union', pressed: true });
    expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([`PUT ${ofUnion}`]);
  });

  it('says why it could not', async () => {
    const full = refusal(409, 'BULLETIN_SUBSCRIPTIONS_MAX');
    const { user } = await showButton({ [own]: none, [`PUT ${ofUnion}`]: () => full });
    await screen.findByRole('button', { name: 'Follow this union' });
    await press(user, 'Follow this union');
    expect(await screen.findByText('BULLETIN_SUBSCRIPTIONS_MAX in words')).toBeTruthy();
  });
});

describe('what somebody follows', () => {
  it('is listed, and stopped by union and by kind', async () => {
    const answers = {
      [own]: followed,
      [`DELETE ${ofUnion}`]: followed,
      'DELETE /me/bulletin-subscriptions/kinds/policy': followed,
    };
    const { sent, user } = await show(<FollowedPage />, { answers, texts });
    const link = await screen.findByRole('link', { name: 'Mill Union' });
    expect(link.getAttribute('href')).toBe('/public/unions/union-mill');
    await user.click(screen.getByRole('button', { name: 'Stop following Mill Union' }));
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Following Policy', pressed: true }));
    await waitFor(() =>
      expect(commandsOf(sent).map(({ path }) => path)).toEqual([
        ofUnion,
        '/me/bulletin-subscriptions/kinds/policy',
      ]),
    );
  });

  it('has businesses and functions, which have a word in common', async () => {
    const answers = {
      [own]: followed,
      'DELETE /me/bulletin-subscriptions/businesses/culture': followed,
      'PUT /me/bulletin-subscriptions/functions/service': followed,
    };
    const { sent, user } = await show(<FollowedPage />, { answers, texts });
    await user.click(await screen.findByRole('button', { name: 'Following Culture and sports' }));
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    const functions = within(await screen.findByRole('region', { name: 'Functions' }));
    await user.click(functions.getByRole('button', { name: 'Follow Services', pressed: false }));
    await waitFor(() =>
      expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([
        'DELETE /me/bulletin-subscriptions/businesses/culture',
        'PUT /me/bulletin-subscriptions/functions/service',
      ]),
    );
  });

  it('is shown alone on the list', async () => {
    const page = { items: [], nextCursor: null };
    const answers = {
      'GET /bulletins?limit=50': page,
      'GET /bulletins?followed=true&limit=50': page,
    };
    const { user } = await show(<BulletinListPage />, { answers, texts });
    await user.click(await screen.findByRole('button', { name: 'What I follow', pressed: false }));
    expect(await screen.findByRole('button', { name: 'What I follow', pressed: true })).toBeTruthy();
    expect(await screen.findByText(/Nothing of what you follow yet/)).toBeTruthy();
  });
});
