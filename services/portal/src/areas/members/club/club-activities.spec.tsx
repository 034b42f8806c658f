import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { ClubActivities } from './club-activities.js';
import type { Club, ClubActivity } from './club.model.js';

const show = pageTests();
const club = { id: 'c1', name: '跑友俱乐部' } as Club;
const run = {
  id: 'a1',
  title: '滨江长跑',
  startsAt: '2026-12-19T01:00:00Z',
  endsAt: '2026-12-19T03:00:00Z',
  timeZone: 'Asia/Shanghai',
  venue: '江滩公园',
} as ClubActivity;

async function shown(items: readonly ClubActivity[]): Promise<string> {
  await show(<ClubActivities club={club} from="2026-12-01T00:00:00Z" />, {
    answers: {
      'GET /activities?organiser=club%3Ac1&from=2026-12-01T00%3A00%3A00Z&limit=50': {
        items,
        nextCursor: null,
      },
    },
    texts: ['club'],
  });
  await screen.findByText(items.length === 0 ? 'Nothing is planned yet' : '滨江长跑');
  return screen.getByRole('region', { name: 'Coming up' }).textContent;
}

describe('the page of a club', () => {
  it('says what comes up, when, where, and how many seats there are', async () => {
    const text = await shown([{ ...run, seatsFree: 3 }]);
    expect(text).toContain('江滩公园, 3 seats left');
    expect(screen.getByRole('link', { name: '滨江长跑' }).getAttribute('href')).toBe('/activities/a1');
  });

  it('says that it is full, and nothing of seats where no sign-up is open', async () => {
    const full = { ...run, id: 'a2', title: '羽毛球', seatsFree: 0 };
    const closed = { ...run, seatsFree: null };
    const text = await shown([closed, full]);
    expect(text).toContain('江滩公园, Full');
    expect(text).not.toContain('seat');
  });

  it('says that nothing is planned', async () => {
    expect(await shown([])).toContain('Nothing is planned yet');
  });
});
