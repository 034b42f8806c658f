import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/public/unions/:unionId',
    'PublicUnionPage',
    () => import('./public-union/public-union-page.js'),
    'publicUnion',
    'activity',
    'contactPoint',
    'committee',
  ),
  page(
    '/public/activities/:activityId',
    'PublicActivityPage',
    () => import('./public-union/public-activity-page.js'),
    'publicUnion',
    'activity',
  ),
];

/** What stands at `/` for somebody who is not signed in. */
export const frontPage = page(
  '/',
  'FrontPage',
  () => import('./front/front-page.js'),
  'front',
  'matter',
  'publicUnion',
  'activity',
  'contactPoint',
);

/** Pages for people who are signed in. */
export const pages = [
  page('/', 'HomePage', () => import('./home/home-page.js'), 'home', 'activity'),
  page('/services', 'ServicesPage', () => import('./services/services-page.js'), 'services', 'matter'),
  page('/overview', 'OverviewPage', () => import('./overview/overview-page.js'), 'overview'),
  page('/waiting', 'WaitingListPage', () => import('./waiting/waiting-list-page.js'), 'home'),
  page('/notices', 'NoticeListPage', () => import('./notice/notice-list-page.js'), 'notice'),
];
