import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import type { Census } from './census-page.js';
import { CensusTable } from './census-table.js';

const show = pageTests();

const row = {
  unionId: 'near',
  unionName: 'Harbour Union',
  isItself: false,
  unionsBelow: 2,
  members: 40,
  values: [
    { value: 'female', members: null },
    { value: 'male', members: null },
    { value: 'unknown', members: 0 },
  ],
};
const census = {
  unionId: 'top',
  unionName: 'Federation',
  aboveId: null,
  asOf: '2026-11-20T01:00:00Z',
  isOwn: true,
  members: 1_240,
  by: 'sex',
  rows: [row, { ...row, unionId: 'top', unionName: 'Federation', isItself: true, members: 1_200 }],
  rowsLeftOut: 0,
} satisfies Census;

describe('the table of a census', () => {
  it('says which numbers are not shown, and leads to the unions below', async () => {
    await show(<CensusTable census={census} />, { texts: ['census'] });
    expect(screen.getAllByText('not shown').length).toBe(4);
    expect(screen.getByText('1,200')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Harbour Union' });
    expect(link.getAttribute('href')).toBe('/?union=near&by=sex');
    expect(screen.queryByRole('link', { name: 'Members of the union itself' })).toBeNull();
  });

  it('leads to the roster where nobody is counted yet', async () => {
    await show(<CensusTable census={{ ...census, rows: [] }} />, { texts: ['census'] });
    expect(screen.getByRole('link', { name: 'Members' }).getAttribute('href')).toBe('/members');
  });
});
