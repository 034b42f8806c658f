import { describe, expect, it } from '@jest/globals';
import { type Area, areaGroups, areaPages, isCurrent, mainEntries } from './navigation.js';

const keys = (holdsOffice: boolean): string[] => mainEntries(holdsOffice).map(({ key }) => key);

describe('the main navigation', () => {
  it('is short for a worker and whole for whoever holds an office', () => {
    expect(keys(false)).toEqual(['home', 'activities', 'mine']);
    expect(keys(true)).toEqual(['home', 'activities', 'resources', 'money', 'evaluation', 'members', 'mine']);
  });

  it.each([
    ['/', 'home'],
    ['/activities/1/organise', 'activities'],
    ['/co-host-invitations', 'activities'],
    ['/loans/1', 'resources'],
    ['/resources/1', 'resources'],
    ['/ledger/entries/1', 'money'],
    ['/member-imports/new', 'members'],
    ['/my/card', 'mine'],
  ])('marks one entry at %s: %s', (pathname, key) => {
    const current = mainEntries(true).filter((entry) => isCurrent(entry, pathname));
    expect(current.map((entry) => entry.key)).toEqual([key]);
  });

  it.each(Object.keys(areaPages) as Area[])('keeps every page of %s, each group together', (area) => {
    expect(areaGroups(area).flat()).toEqual(areaPages[area]);
  });
});
