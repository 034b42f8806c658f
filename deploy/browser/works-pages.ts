import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Calls for works: one that takes them, one that is judged, with the worker on its jury, and one with its result. */
export async function worksPages(first: FindFirst): Promise<PortalPage[]> {
  const open = await first('/works-calls?state=open&limit=1');
  const judged = await first('/works-calls?state=judging&limit=1');
  const awarded = await first('/works-calls?state=awarded&limit=1');
  const work = await first(`/works-calls/${awarded}/works?limit=1`);
  const waiting = await first(`/works-calls/${open}/works?state=sent&limit=1`);
  return [
    ...pagesAs('nobody', {
      'public-works-calls': '/public/works-calls',
      'public-gallery': `/works-calls/${awarded}`,
      'public-work': `/works/${work}`,
    }),
    ...pagesAs('worker', {
      'worker-works-calls': '/works-calls',
      'send-work': `/works-calls/${open}`,
      ballot: `/works-calls/${judged}`,
      'works-gallery': `/works-calls/${awarded}`,
      'my-works': '/my-works',
      judging: '/judging',
      'judge-works': `/judging/${judged}`,
    }),
    ...pagesAs('officer', {
      'works-calls': '/works-calls?state=open',
      'new-works-call': '/works-calls/new',
      'works-call': `/works-calls/${open}`,
      'edit-works-call': `/works-calls/${await first('/works-calls?state=draft&limit=1')}/edit`,
      work: `/works/${work}`,
      'work-to-admit': `/works/${waiting}`,
    }),
  ];
}
