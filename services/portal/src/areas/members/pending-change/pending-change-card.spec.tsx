import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { type PendingChange, PendingChangeCard } from './pending-change-card.js';

const show = pageTests();
const change: PendingChange = {
  id: 'change-1',
  version: 1,
  kind: 'role',
  state: 'waiting',
  unionId: 'union-1',
  unionName: 'Lvyuan',
  subjectId: 'person-1',
  subjectName: 'Li *',
  role: 'finance',
  validTo: '2027-06-30',
  changes: [],
  proposedBy: 'person-2',
  proposerName: 'Wang *',
  proposedAt: '2026-11-01T02:00:00.000Z',
  decidedAt: null,
  reason: null,
  waitsForMe: true,
};

const card = (shown: PendingChange) =>
  show(<PendingChangeCard change={shown} />, {
    answers: { 'GET /me': { personId: 'person-3', roles: [] } },
    texts: ['pendingChange', 'members', 'party'],
  });

describe('a role that waits to be confirmed or accepted', () => {
  it.each(['waiting', 'offered'] as const)('is shown with its last day: %s', async (state) => {
    await card({ ...change, state });
    expect(await screen.findByText(/^Until the end of .*2027/)).toBeTruthy();
  });

  it('is shown without one where it has none', async () => {
    await card({ ...change, validTo: null });
    expect(await screen.findByText('Grant Li * the role Finance')).toBeTruthy();
    expect(screen.queryByText(/^Until/)).toBeNull();
  });
});

describe('a union that is to move', () => {
  it('is shown with the unions above it until now and then', async () => {
    await show(
      <PendingChangeCard
        change={{
          ...change,
          kind: 'union',
          role: null,
          validTo: null,
          changes: [{ field: 'parentId', before: 'union-2', after: 'union-3' }],
        }}
      />,
      {
        answers: {
          'GET /me': { personId: 'person-3', roles: [] },
          'GET /unions/union-2': { id: 'union-2', name: 'Harbour' },
          'GET /unions/union-3': { id: 'union-3', name: 'Riverside' },
          'GET /unions/union-1/move?parentId=union-3': {
            unionId: 'union-1',
            unionName: 'Lvyuan',
            deciderUnionId: 'root',
            deciderUnionName: 'Federation',
            things: [{ thing: 'members', count: 7 }],
            matters: [],
            leaves: [{ unionId: 'union-2', unionName: 'Harbour', offices: 1 }],
            joins: [],
            sizeClassBefore: null,
            sizeClassAfter: null,
          },
        },
        texts: ['pendingChange', 'members', 'party', 'unionMove'],
      },
    );
    // Whoever decides sees what goes along.
    expect(await screen.findByText('Members: 7')).toBeTruthy();
    expect((await screen.findAllByRole('link', { name: 'Harbour' })).length).toBe(2);
    expect((await screen.findByRole('link', { name: 'Riverside' })).getAttribute('href')).toBe(
      '/unions/union-3',
    );
  });
});
