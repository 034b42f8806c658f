import { describe, expect, it } from '@jest/globals';
import { groups, isAt, navigationPages, officerPlaces, standingOf, workerPlaces } from './navigation.js';

describe('the navigation', () => {
  it('has at most nine groups of at most seven pages', () => {
    expect(groups.length).toBeLessThanOrEqual(9);
    for (const { pages } of groups) expect(pages.length).toBeLessThanOrEqual(7);
  });

  it('names each page once', () => {
    expect(new Set(navigationPages.map(({ to }) => to)).size).toBe(navigationPages.length);
    expect(new Set(navigationPages.map(({ key }) => key)).size).toBe(navigationPages.length);
  });

  it.each([
    ['/', 'work', 'home'],
    ['/activities/1/organise', 'activities', 'activities'],
    ['/co-host-invitations', 'activities', 'invitations'],
    ['/loans/1', 'resources', 'loans'],
    ['/resources/1', 'resources', 'offers'],
    ['/given-and-received', 'resources', 'supplyAndDemand'],
    ['/ledger/entries/1', 'books', 'entries'],
    ['/ledger/proof', 'books', 'ledgerPeriods'],
    ['/recognitions/1', 'evaluation', 'rankings'],
    ['/subsidy-programmes/1', 'plans', 'subsidies'],
    ['/member-imports/new', 'members', 'imports'],
    ['/works/1', 'work', 'bulletins'],
    ['/judging/1', 'work', 'bulletins'],
    ['/groups/1', 'unions', 'unions'],
  ])('marks at %s in %s the page %s', (pathname, group, page) => {
    const found = standingOf(pathname);
    expect([found?.group.key, found?.page.key]).toEqual([group, page]);
  });

  it.each(['/my', '/account/data', '/services', '/nowhere'])('marks nothing at %s', (pathname) => {
    expect(standingOf(pathname)).toBeNull();
  });
});

describe('the places along the bottom of a phone', () => {
  it('are five for a worker; an officer has the menu as the fifth', () => {
    expect(workerPlaces.map(({ key }) => key)).toEqual(['home', 'activities', 'services', 'notices', 'mine']);
    expect(officerPlaces.map(({ key }) => key)).toEqual(['home', 'activities', 'notices', 'mine']);
  });

  it.each([
    ['/', 'home'],
    ['/activities/1', 'activities'],
    ['/needs/new', 'services'],
    ['/my/card', 'mine'],
  ])('mark one place at %s: %s', (pathname, key) => {
    const marked = workerPlaces.filter((place) => isAt(place, pathname));
    expect(marked.map((place) => place.key)).toEqual([key]);
  });
});
