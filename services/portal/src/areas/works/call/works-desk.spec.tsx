import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import type { WorksCall } from './call.model.js';
import { WorksDesk } from './works-desk.js';

const show = pageTests();

it('an officer sees how many works wait for them, and goes from each to where it is decided on', async () => {
  const call = { id: 'c1', toAdmitCount: 2 } as unknown as WorksCall;
  const work = (id: string, title: string, authorName: string | null) => ({
    id,
    title,
    state: 'sent',
    coverId: null,
    isMine: authorName === null,
    authorName,
    unionName: authorName === null ? null : 'Steel',
    award: null,
  });
  await show(<WorksDesk call={call} />, {
    answers: {
      'GET /works-calls/c1/works?state=sent&limit=50': {
        items: [work('w1', 'Fire', 'Z*'), work('w2', 'Lane', null)],
        nextCursor: null,
      },
    },
    texts: ['works'],
  });
  const desk = screen.getByRole('region', { name: '2 works to admit' });
  const link = await within(desk).findByRole('link', { name: 'Fire' });
  expect(link.getAttribute('href')).toBe('/works/w1');
  expect(within(desk).getByText('Z* · Steel')).toBeTruthy();
});
