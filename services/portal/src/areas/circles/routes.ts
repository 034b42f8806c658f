import { page } from '../../kit/page.js';

/** Pages for people who are signed in. */
export const pages = [
  page('/circles', 'CircleListPage', () => import('./circle/circle-list-page.js'), 'circle', 'remark'),
  page('/circles/new', 'NewCirclePage', () => import('./circle/new-circle-page.js'), 'circle', 'remark'),
  page('/circles/:circleId', 'CirclePage', () => import('./post/circle-page.js'), 'circle', 'remark'),
  page(
    '/circles/:circleId/people',
    'PeoplePage',
    () => import('./circle/people-page.js'),
    'circle',
    'remark',
  ),
  page('/circles/:circleId/desk', 'DeskPage', () => import('./post/desk-page.js'), 'circle', 'remark'),
  page('/circle-posts/:postId', 'PostPage', () => import('./post/post-page.js'), 'circle', 'remark'),
];
