import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { page } from '../kit/page.js';
import { CatchBroken } from './catch-broken.js';
import { pageTests } from './page.fixture.js';

const show = pageTests();

function Breaks(): never {
  throw new Error('a fault of ours');
}

describe('a page that cannot be shown', () => {
  it('says that it was not loaded where its script did not come, and lets one try again', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { element } = page('/', 'Nothing', () => Promise.reject(new TypeError('Failed to fetch')));
    await show(
      <CatchBroken>
        <Suspense>{element}</Suspense>
      </CatchBroken>,
      { answers: {} },
    );
    expect((await screen.findByRole('heading')).textContent).toBe('This page could not be opened');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    quiet.mockRestore();
  });

  it('says that something is wrong with it where it broke', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await show(
      <CatchBroken>
        <Breaks />
      </CatchBroken>,
      { answers: {} },
    );
    expect((await screen.findByRole('heading')).textContent).toBe('Something went wrong on this page');
    quiet.mockRestore();
  });
});
