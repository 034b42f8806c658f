import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Link } from 'react-router';
import { BottomBar } from './bottom-bar.js';
import { pageTests, personId } from './page.fixture.js';
import { PageTrail } from './page-trail.js';
import { SideNavigation } from './side-navigation.js';

const show = pageTests();
const waiting = {
  items: [{ id: '1', kind: 'loanRequested', link: '/loans/1' }],
  counts: [{ kind: 'loanRequested', heading: 'Asked to borrow', count: 120 }],
  nextCursor: null,
  total: 120,
};
const answers = { 'GET /waiting?limit=100': waiting };

beforeEach(() => {
  for (const name of ['navigation', 'starred']) localStorage.removeItem(`gongxiang.${name}.${personId}`);
});

const side = (at: string) =>
  show(
    <main>
      <h1>Page</h1>
      <SideNavigation />
      <PageTrail />
    </main>,
    { answers, at },
  );

describe('the navigation of an officer', () => {
  it('opens the group of the page, marks the page, and says how much waits', async () => {
    await side('/needs/1');
    const nav = within(screen.getByRole('navigation', { name: 'Main navigation' }));
    expect(nav.getByRole('button', { name: /^Resources/ }).getAttribute('aria-expanded')).toBe('true');
    expect(nav.getByRole('link', { current: 'page' }).textContent).toBe('Needs');
    const loans = await nav.findByRole(
      'link',
      { name: /Loans.*120 items waiting for you/ },
      { timeout: 3_000 },
    );
    expect(loans.getAttribute('href')).toBe('/loans');
    expect(nav.queryByRole('link', { name: 'Payments' })).toBeNull();
  });

  it('keeps the groups open that were opened, and stars a page', async () => {
    const { user } = await side('/needs');
    await user.click(screen.getByRole('button', { name: /^Settlement/ }));
    expect(screen.getByRole('link', { name: 'Payments' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Star this page' }));
    const starred = within(screen.getByRole('region', { name: 'Starred' }));
    expect(starred.getByRole('link', { name: 'Needs' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Star this page', pressed: true }));
    expect(screen.queryByRole('region', { name: 'Starred' })).toBeNull();
  });

  it('says where one is, and leads to the list and to the page beside it', async () => {
    await side('/recognitions');
    const trail = within(screen.getByRole('navigation', { name: 'You are here' }));
    expect(trail.getByRole('link', { name: 'Rankings' }).getAttribute('href')).toBe('/rankings');
    const tabs = within(screen.getByRole('navigation', { name: 'Rankings' }));
    expect(tabs.getByRole('link', { current: 'page' }).textContent).toBe('Recognitions');
  });
});

describe('the places along the bottom', () => {
  it('are five links for a worker', async () => {
    await show(<BottomBar holdsOffice={false} />, { at: '/services' });
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Home',
      'Activities',
      'Services',
      'Notices',
      'My page',
    ]);
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Services');
  });

  it('end for an officer with the menu, which closes on the page that was chosen', async () => {
    const { user } = await show(
      <>
        <BottomBar holdsOffice />
        <Link to="/loans">Elsewhere</Link>
      </>,
      { answers },
    );
    await user.click(screen.getByRole('button', { name: 'Menu' }));
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Main navigation' });
    expect(dialog.open).toBe(true);
    await user.click(within(dialog).getByRole('link', { name: 'Notices' }));
    expect(dialog.open).toBe(false);
  });
});
