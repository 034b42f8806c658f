import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { FrontPage } from './front-page.js';

const show = pageTests();
const texts = ['front', 'matter', 'publicUnion', 'activity', 'contactPoint'] as const;
const network = { unionId: 'u1', name: 'River City Federation', unions: 21, members: 2011 };
const shared = { since: '2025-11-27T00:00:00.000Z', activities: 4, attendances: 292, loans: 0, hours: 0 };
const answers = {
  'GET /public/network': network,
  'GET /public/sharing-figures': shared,
  'GET /public/unions/u1/activities?limit=6': {
    items: [
      {
        id: 'a1',
        title: 'Badminton',
        kind: 'sports',
        startsAt: '2099-12-05T01:00:00Z',
        endsAt: '2099-12-05T09:00:00Z',
        timeZone: 'Asia/Shanghai',
        signUpOpensAt: '2020-01-01T00:00:00Z',
        signUpClosesAt: '2099-12-04T01:00:00Z',
        venue: null,
        organiserName: null,
        seats: 10,
        seatsFree: 3,
        cover: null,
      },
    ],
    nextCursor: null,
  },
  'GET /public/services?limit=6': {
    items: [
      {
        id: 's1',
        name: 'Library card',
        summary: 'For every member.',
        category: 'certificate',
        unionName: 'River City Federation',
        decideWithin: { count: 3, days: 'working' },
      },
    ],
    nextCursor: null,
  },
  'GET /public/unions/u1/contact-points': { items: [], nextCursor: null },
};

describe('the front page', () => {
  it('says whose network it is, what is on and how to come in', async () => {
    await show(<FrontPage />, { answers, texts: [...texts] });
    expect(await screen.findByText('River City Federation')).toBeTruthy();
    const activity = await screen.findByRole('link', { name: 'Badminton' });
    expect(activity.getAttribute('href')).toBe('/public/activities/a1');
    const ways = within(screen.getByRole('region', { name: 'New here?' })).getAllByRole('link');
    expect(ways.map((link) => link.getAttribute('href'))).toEqual([
      '/activate',
      '/join',
      '/found',
      '/verify',
      '/matter-status',
    ]);
    const service = screen.getByRole('link', { name: 'Library card' });
    expect(service.getAttribute('href')).toBe('/services/s1');
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
  });

  it('leaves out what is not told, and what is nothing yet', async () => {
    await show(<FrontPage />, {
      answers: { ...answers, 'GET /public/network': { ...network, members: null } },
      texts: [...texts],
    });
    const figures = within(await screen.findByRole('region', { name: 'Our network' }));
    expect(await figures.findByText('292')).toBeTruthy();
    expect(figures.getByText('21')).toBeTruthy();
    expect(figures.queryByText('Members')).toBeNull();
    expect(figures.queryByText('Loans between unions')).toBeNull();
  });
});
