import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { OccasionListPage } from './occasion-list-page.js';

const show = pageTests();
const texts = ['occasion', 'matter'] as const;

it('asks nothing of a union that is not known, and says so to whoever has none', async () => {
  const { sent } = await show(<OccasionListPage />, { answers: { 'GET /me': { roles: [] } }, texts });
  expect(await screen.findByText('Please choose a union.')).toBeTruthy();
  expect(sent.filter(({ path }) => path.includes('/unions/'))).toEqual([]);
});
