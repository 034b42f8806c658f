import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../app/page.fixture.js';
import type { Bulletin } from './bulletin.model.js';
import { Elsewhere } from './elsewhere.js';

const show = pageTests();

it('names where it was first, and has its cover at the public address', async () => {
  const bulletin = {
    id: '1',
    title: 'Heat',
    text: 'Drink **water**.',
    unionName: 'City federation',
    source: { name: 'Daily', link: null },
    pictures: [{ fileId: 'f1', alt: 'Water', width: 1600, height: 900 }],
  } as unknown as Bulletin;
  const { user } = await show(<Elsewhere bulletin={bulletin} />, { texts: ['bulletin'] });
  await user.click(screen.getByText('Take it to other channels'));
  expect(screen.getByText(/Drink water\./).textContent).toContain(`${location.origin}/bulletins/1`);
  expect(screen.getByRole('link', { name: 'Download the cover' }).getAttribute('href')).toBe(
    '/api/v1/public/bulletins/1/pictures/f1/1600',
  );
});
