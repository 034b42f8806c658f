import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { pageTests, personId } from '../../../app/page.fixture.js';
import { FirstSteps } from './first-steps.js';

const show = pageTests();
const page = (items: readonly object[]) => ({ items, nextCursor: null });
const answers = {
  'GET /me': { personId, roles: [{ role: 'officer', unionId: 'u1', path: '1.1.' }] },
  'GET /unions/u1': { id: 'u1', name: 'Bakers' },
  'GET /members?union=u1&limit=2': page([{ id: 'm1' }, { id: 'm2' }]),
  'GET /unions/u1/roles?limit=20': page([{ personId: 'p1' }, { personId: 'p1' }]),
  'GET /contact-points?union=u1&limit=1': page([]),
  'GET /needs?party=union%3Au1&limit=1': page([]),
  'GET /loans?role=borrower&limit=1': page([{ id: 'l1' }]),
  'GET /activities?organiser=union%3Au1&limit=1': page([]),
};

beforeEach(() => localStorage.removeItem(`gongxiang.firstSteps.${personId}`));

describe('the first steps of a union', () => {
  it('tick themselves, and lead to what is left', async () => {
    await show(<FirstSteps />, { answers, texts: ['home'] });
    const steps = within(await screen.findByRole('region', { name: 'Bakers: getting started' }));
    expect(steps.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/unions/u1',
      '/contact-points?union=u1',
      '/needs/new',
      '/activities/new',
    ]);
    expect(steps.getAllByText('Done')).toHaveLength(2);
  });

  it('are gone for good for whoever has seen enough of them', async () => {
    const { user, unmount } = await show(<FirstSteps />, { answers, texts: ['home'] });
    await user.click(await screen.findByRole('button', { name: 'Hide' }));
    expect(screen.queryByRole('region')).toBeNull();
    unmount();
    const { sent } = await show(<FirstSteps />, { answers, texts: ['home'] });
    expect(sent.map(({ path }) => path)).not.toContain('/members?union=u1&limit=2');
  });

  it('are not for somebody who is no officer of a union', async () => {
    const { sent } = await show(<FirstSteps />, {
      answers: { 'GET /me': { personId, roles: [] } },
      texts: ['home'],
    });
    expect(sent.every(({ path }) => path === '/me')).toBe(true);
  });
});
