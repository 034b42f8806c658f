import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Circles: those that somebody may join, one that they read, and what an officer does about it. */
export async function circlePages(first: FindFirst): Promise<PortalPage[]> {
  const circle = await first('/circles?mine=true&limit=1');
  const post = await first(`/circles/${circle}/posts?limit=1`);
  return [
    ...pagesAs('worker', {
      'worker-circles': '/circles',
      'worker-circle': `/circles/${circle}`,
      'circle-post': `/circle-posts/${post}`,
      'circle-people': `/circles/${circle}/people`,
    }),
    ...pagesAs('officer', {
      circles: '/circles?view=moderated',
      'new-circle': '/circles/new',
      circle: `/circles/${circle}`,
      'circle-desk': `/circles/${circle}/desk`,
    }),
  ];
}
