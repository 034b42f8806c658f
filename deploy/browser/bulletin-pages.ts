import { formTitle, picturedTitle } from '../demo/steps/bulletins.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Bulletins: for anybody, for whoever has to read them, and for whoever writes them. */
export async function bulletinPages(first: FindFirst): Promise<PortalPage[]> {
  const own = await first('/bulletins?state=published&limit=1');
  const titled = (title: string): Promise<string> =>
    first(`/bulletins?state=published&limit=1&q=${encodeURIComponent(title)}`);
  const [pictured, withForm] = [await titled(picturedTitle), await titled(formTitle)];
  const review = await first('/bulletin-reviews?over=true&limit=1');
  return [
    ...pagesAs('nobody', {
      'public-bulletins': '/public/bulletins',
      'bulletin-with-picture': `/bulletins/${pictured}`,
    }),
    ...pagesAs('worker', {
      'worker-bulletins': '/bulletins',
      'followed-bulletins': '/bulletins?followed=true',
      'bulletin-subscriptions': '/bulletin-subscriptions',
      'worker-bulletin': `/bulletins/${own}`,
      'bulletin-with-form': `/bulletins/${withForm}`,
      'bulletin-with-comments': `/bulletins/${pictured}`,
    }),
    ...pagesAs('officer', {
      bulletins: '/bulletins?state=published',
      bulletin: `/bulletins/${own}`,
      'bulletin-reviews': '/bulletin-reviews?over=true',
      'bulletin-review': `/bulletin-reviews/${review}`,
      'new-bulletin': '/bulletins/new',
      'correct-bulletin': `/bulletins/${own}/edit`,
      'correct-bulletin-with-picture': `/bulletins/${pictured}/edit`,
    }),
  ];
}
