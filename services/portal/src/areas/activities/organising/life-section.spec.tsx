import { commandsOf, press, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { activity, meWith } from '../activities.fixture.js';
import { LifeSection } from './life-section.js';

const show = pageTests();
const path = '/activities/activity-1';
const draft = { ...activity, state: 'draft', phase: 'draft', publishedAt: null } as const;

function pools(capacity: number): object {
  const seats = { capacity, confirmed: 0, held: 0, free: capacity, waiting: 0, over: 0 };
  return { items: [{ id: 'pool-1', name: 'Everybody', seats }], total: seats };
}

function section(shown: typeof draft | typeof activity, answers: Answers) {
  return show(withNotice(<LifeSection activity={shown} mayManage />), {
    answers: {
      'GET /me': meWith('officer'),
      [`GET ${path}/co-hosts?limit=200`]: { items: [], nextCursor: null },
      ...answers,
    },
    texts: ['activity', 'activityForm', 'organising'],
  });
}

describe('the publication of an activity', () => {
  it('waits for seats, and leads to them', async () => {
    await section(draft, { [`GET ${path}/pools`]: pools(0) });
    const link = await screen.findByRole('link', { name: /cannot be published\. Add seats$/ });
    expect(link.getAttribute('href')).toBe('#pools-title');
    expect(screen.getByRole('button', { name: 'Publish' }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('link', { name: 'Rehearse it first' })).toBeTruthy();
  });

  it('is asked about once', async () => {
    const { sent, user } = await section(draft, {
      [`GET ${path}/pools`]: pools(10),
      [`POST ${path}/publish`]: {},
    });
    await press(user, 'Publish');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Publish');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([{ path: `${path}/publish`, version: '"7"' }]),
    );
  });

  it('is rehearsed before it, not after', async () => {
    await section(activity, {});
    expect(await screen.findByRole('link', { name: 'Set up a queue for the sign-up' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Rehearse it first' })).toBeNull();
  });
});
