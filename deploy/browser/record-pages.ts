import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Records of people: for officers, for whoever they are about, and for whoever looks for talents. */
export async function recordPages(first: FindFirst): Promise<PortalPage[]> {
  const waiting = await first('/records?state=entered&limit=1');
  const visited = await first('/visits?state=promised&limit=1');
  return [
    ...pagesAs('worker', {
      'my-records': '/my-records',
      'declare-record': '/my-records/new',
      'worker-talents': '/talents',
      'my-visits': '/my-visits',
    }),
    ...pagesAs('officer', {
      records: '/records',
      'enter-record': '/records/new',
      'import-records': '/records/import',
      record: `/records/${waiting}`,
      talents: '/talents',
      visits: '/visits',
      'enter-visit': '/visits/new',
      visit: `/visits/${visited}`,
      'edit-visit': `/visits/${visited}/edit`,
    }),
  ];
}
