import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Bulletins: for anybody, for whoever has to read them, and for whoever writes them. */
export async function bulletinPages(first: FindFirst): Promise<PortalPage[]> {
  const own = await first('/bulletins?state=published&limit=1');
  const review = await first('/bulletin-reviews?over=true&limit=1');
  return [
    ...pagesAs('nobody', { 'public-bulletins': '/public/bulletins' }),
    ...pagesAs('worker', { 'worker-bulletins': '/bulletins', 'worker-bulletin': `/bulletins/${own}` }),
    ...pagesAs('officer', {
      bulletins: '/bulletins?state=published',
      bulletin: `/bulletins/${own}`,
      'bulletin-reviews': '/bulletin-reviews?over=true',
      'bulletin-review': `/bulletin-reviews/${review}`,
      'new-bulletin': '/bulletins/new',
      'correct-bulletin': `/bulletins/${own}/edit`,
    }),
  ];
}
