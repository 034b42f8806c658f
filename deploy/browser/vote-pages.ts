import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Secret votes: one that is open, with the worker on its roll, and one with its result. */
export async function votePages(first: FindFirst): Promise<PortalPage[]> {
  const open = await first('/votes?state=open&limit=1');
  const closed = await first('/votes?state=closed&limit=1');
  return [
    ...pagesAs('worker', { vote: `/votes/${open}` }),
    ...pagesAs('officer', {
      votes: '/votes',
      'new-vote': '/votes/new',
      'vote-open': `/votes/${open}`,
      'vote-result': `/votes/${closed}`,
    }),
  ];
}
