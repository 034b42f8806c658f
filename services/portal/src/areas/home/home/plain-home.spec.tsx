import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { type Answers, pageTests, personId } from '../../../app/page.fixture.js';
import { HomePage } from './home-page.js';

const show = pageTests();
const nothing = { items: [], counts: [], total: 0, nextCursor: null };
const worker = { personId, unionId: 'u1', roles: [] };
const points = (phones: readonly (string | null)[]) => ({
  items: phones.map((phone, place) => ({ id: `c${place}`, phone, active: true })),
  nextCursor: null,
});

beforeEach(() => localStorage.setItem('gongxiang.appearance', 'large'));
afterEach(() => localStorage.removeItem('gongxiang.appearance'));

async function home(answers: Answers) {
  const shown = await show(<HomePage />, {
    answers: { 'GET /me': worker, 'GET /waiting?limit=100': nothing, ...answers },
    texts: ['home'],
  });
  const tiles = within(await screen.findByRole('navigation'));
  return { ...shown, hrefs: () => tiles.getAllByRole('link').map((link) => link.getAttribute('href')) };
}

describe('the home of a worker who has chosen the large version', () => {
  it('has three tiles, of which one calls the union, and beside them only what waits', async () => {
    const { hrefs } = await home({ 'GET /contact-points?union=u1': points([null, '027-8888 1234']) });
    await screen.findByText(/027-8888 1234/);
    expect(hrefs()).toEqual(['/my/card', '/activities', 'tel:02788881234']);
    expect(screen.getAllByRole('region')).toHaveLength(1);
  });

  it('names what must be read, with the button that leads there', async () => {
    const mustRead = {
      id: 'b1',
      kind: 'bulletinToRead',
      heading: 'To read and confirm',
      title: 'Winter safety',
      lines: [],
      act: 'Read it',
      link: '/bulletins/b1',
      unionName: null,
      dueAt: null,
      isOverdue: false,
      amount: null,
    };
    const { kind, heading } = mustRead;
    const waiting = { ...nothing, items: [mustRead], counts: [{ kind, heading, count: 1 }], total: 1 };
    await home({ 'GET /contact-points?union=u1': points([null]), 'GET /waiting?limit=100': waiting });
    const link = await screen.findByRole('link', { name: 'Read it: Winter safety' });
    expect(link.getAttribute('href')).toBe('/bulletins/b1');
  });

  it('leads to the offices where the union has named no phone', async () => {
    const { hrefs } = await home({ 'GET /contact-points?union=u1': points([null]) });
    expect(hrefs()).toEqual(['/my/card', '/activities', '/contact-points']);
  });

  it('stays that of an officer for an officer', async () => {
    const roles = [{ role: 'officer', unionId: 'u1', path: '1.1.' }];
    const { hrefs } = await home({
      'GET /me': { ...worker, roles },
      'GET /unions/u1': { id: 'u1', name: 'A' },
    });
    await screen.findByRole('link', { name: /need/i });
    expect(hrefs()).toContain('/needs/new');
  });
});
