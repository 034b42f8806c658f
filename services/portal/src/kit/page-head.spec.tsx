import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { pageTests } from '../app/page.fixture.js';
import { useCameFrom } from './came-from.js';
import { PageHead } from './page-head.js';

const show = pageTests();

function App() {
  useCameFrom();
  const { pathname, search } = useLocation();
  return (
    <>
      <output>{`${pathname}${search}`}</output>
      <Link to="/loans/1">Loan</Link>
      <Link to="/loans/new">New</Link>
      <Routes>
        <Route path="/loans/1" element={<PageHead title="Loan" back="/loans" />} />
        <Route path="*" element={<p />} />
      </Routes>
    </>
  );
}

const here = (): string | null | undefined => document.querySelector('output')?.textContent;

it.each([
  ['to the page one came from, as one left it', '/home?filter=mine', '/home?filter=mine'],
  ['to the list, where a form led here', '/loans/new', '/loans'],
])('the way back leads %s', async (_where, from, back) => {
  const { user } = await show(<App />, { at: from });
  await user.click(screen.getByRole('link', { name: 'Loan' }));
  await user.click(screen.getByRole('link', { name: 'Back' }));
  expect(here()).toBe(back);
});

it('the way back leads to the list where the address was opened directly', async () => {
  const { user } = await show(<App />, { at: '/loans/1' });
  await user.click(screen.getByRole('link', { name: 'Back' }));
  expect(here()).toBe('/loans');
});
