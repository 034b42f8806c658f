import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests, personId } from '../../../app/page.fixture.js';
import { ClubPage } from './club-page.js';

const show = pageTests();
const club = {
  id: 'c1',
  name: '跑友俱乐部',
  unionId: 'u1',
  active: true,
  version: 1,
  mine: null,
  closedAt: null,
};
const runner = {
  clubId: 'c1',
  personId: 'p2',
  version: 1,
  name: '张*',
  unionId: 'u2',
  unionName: '恒达工会',
  validFrom: '2026-01-01',
  validTo: null,
  endReason: null,
};
const delegation = { state: 'active', matterKind: 'club', matterId: 'c1' };

const open = (held: readonly object[]) =>
  show(
    <Routes>
      <Route path="/clubs/:clubId" element={<ClubPage />} />
    </Routes>,
    {
      at: '/clubs/c1',
      answers: {
        'GET /me': { personId, roles: [] },
        'GET /clubs/c1': club,
        'GET /clubs/c1/members?limit=50': { items: [runner], nextCursor: null },
        'GET /me/delegations?limit=200': { items: held, nextCursor: null },
      },
      texts: ['club', 'delegation'],
    },
  );

describe('the page of a club', () => {
  it('lets whoever acts in its name remove its members, and add nobody', async () => {
    await open([delegation]);
    expect(await screen.findByRole('button', { name: 'Remove 张*' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show who has left' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a member' })).toBeNull();
  });

  it('shows its members to nobody else', async () => {
    await open([{ ...delegation, matterId: 'c2' }]);
    await screen.findByRole('heading', { name: '跑友俱乐部' });
    expect(screen.queryByText('张*')).toBeNull();
  });
});
