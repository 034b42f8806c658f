import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/bulletins/:bulletinId',
    'BulletinPage',
    () => import('./bulletin-page.js'),
    'bulletin',
    'bulletinReview',
  ),
  page(
    '/public/bulletins',
    'PublicBulletinsPage',
    () => import('./public-bulletins-page.js'),
    'bulletin',
    'bulletinReview',
  ),
];

/** Pages for people who are signed in. */
export const pages = [
  page(
    '/bulletins',
    'BulletinListPage',
    () => import('./bulletin-list-page.js'),
    'bulletin',
    'bulletinReview',
    'bulletinFollow',
  ),
  page(
    '/bulletin-subscriptions',
    'FollowedPage',
    () => import('./followed-page.js'),
    'bulletin',
    'bulletinFollow',
  ),
  page('/bulletin-reviews', 'ReviewListPage', () => import('./review/review-list-page.js'), 'bulletinReview'),
  page(
    '/bulletin-reviews/:reviewId',
    'ReviewPage',
    () => import('./review/review-page.js'),
    'bulletinReview',
  ),
  page('/bulletins/new', 'NewBulletinPage', () => import('./new-bulletin-page.js'), 'bulletin'),
  page(
    '/bulletins/:bulletinId/edit',
    'EditBulletinPage',
    () => import('./edit-bulletin-page.js'),
    'bulletin',
  ),
  page(
    '/disclosure-items',
    'DisclosureItemsPage',
    () => import('./disclosure/disclosure-items-page.js'),
    'disclosureItem',
  ),
  page(
    '/disclosure-items/:unionId',
    'DisclosureItemsPage',
    () => import('./disclosure/disclosure-items-page.js'),
    'disclosureItem',
  ),
  page(
    '/disclosure-board',
    'DisclosureBoardPage',
    () => import('./disclosure/disclosure-board-page.js'),
    'disclosureItem',
  ),
  page(
    '/my-disclosures',
    'MyDisclosuresPage',
    () => import('./disclosure/my-disclosures-page.js'),
    'disclosureItem',
  ),
];
