import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page('/public/works-calls', 'PublicCallsPage', () => import('./call/public-calls-page.js'), 'works'),
  page('/works-calls/:worksCallId', 'CallPage', () => import('./call/call-page.js'), 'works'),
  page('/works/:workId', 'WorkPage', () => import('./work/work-page.js'), 'works'),
];

/** Pages for people who are signed in. */
export const pages = [
  page('/works-calls', 'CallListPage', () => import('./call/call-list-page.js'), 'works'),
  page('/works-calls/new', 'NewCallPage', () => import('./call/new-call-page.js'), 'works'),
  page('/works-calls/:worksCallId/edit', 'EditCallPage', () => import('./call/edit-call-page.js'), 'works'),
  page('/my-works', 'MyWorksPage', () => import('./work/my-works-page.js'), 'works'),
  page('/judging', 'JudgingListPage', () => import('./judging/judging-list-page.js'), 'works'),
  page('/judging/:callId', 'JudgingPage', () => import('./judging/judging-page.js'), 'works'),
];
