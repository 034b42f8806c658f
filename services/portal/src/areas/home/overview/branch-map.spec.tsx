import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { pageTests } from '../../../app/page.fixture.js';
import { BranchMap } from './branch-map.js';
import type { BranchLine } from './overview.model.js';

const show = pageTests();
const lines: BranchLine[] = ['a', 'b', 'c'].map((unionId, index) => ({
  unionId,
  unionName: `Union ${unionId}`,
  isItself: false,
  members: 10 * (index + 1),
  activities: 0,
  attendances: 0,
  lent: 0,
  borrowed: 0,
  waiting: 0,
  overdue: index,
}));
type Union = components['schemas']['UnionView'];
const unionAt = (id: string, place: Union['place']) => ({ id, place }) as Union;
const here = { longitude: 114.3, latitude: 30.5, address: null };
const there = { longitude: 114.4, latitude: 30.6, address: null };
describe('the map of the unions below', () => {
  it('leads down to each, shows the figure that is chosen, and says who is missing', async () => {
    const unions = [unionAt('a', here), unionAt('b', there), unionAt('c', null)];
    const map = <BranchMap lines={lines} unions={unions} hasMore={false} />;
    const { user } = await show(map, { texts: ['overview'] });
    const section = within(await screen.findByRole('region', { name: 'Map' }));
    expect(section.getByRole('img', { name: /Overdue/ })).toBeTruthy();
    expect(section.getByText(/1 union has no location on record/)).toBeTruthy();
    await user.click(section.getByText('View as table'));
    expect(section.getByRole('link', { name: 'Union b' }).getAttribute('href')).toBe('/?union=b');
    await user.selectOptions(section.getByRole('combobox', { name: 'Figure shown' }), 'Members');
    expect(section.getByRole('row', { name: 'Union b 20' })).toBeTruthy();
  });

  it('is left out where no two unions have a place: one point says nothing', async () => {
    const unions = [unionAt('a', here), unionAt('b', null), unionAt('c', null)];
    await show(<BranchMap lines={lines} unions={unions} hasMore={false} />, { texts: ['overview'] });
    expect(screen.queryByRole('region', { name: 'Map' })).toBeNull();
  });
});
