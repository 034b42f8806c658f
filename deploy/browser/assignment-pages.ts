import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** What a union gives to those below, and what it owes itself. */
export async function assignmentPages(first: FindFirst): Promise<PortalPage[]> {
  const given = await first('/assignments?state=given&limit=1');
  return pagesAs('officer', {
    assignments: '/assignments?desk=all',
    'assignments-given': '/assignments/given',
    'assignment-calendar': '/assignments/calendar',
    'new-assignment': '/assignments/new',
    assignment: `/assignments/${given}`,
    'assignment-part': `/assignment-parts/${await first(`/assignments/${given}/parts?limit=1`)}`,
  });
}
