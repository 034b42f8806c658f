import { page } from '../../kit/page.js';

/** Pages for people who are signed in. */
export const pages = [
  page(
    '/contact-points',
    'ContactPointListPage',
    () => import('./contact-point/contact-point-list-page.js'),
    'contactPoint',
  ),
  page(
    '/contact-points/:contactPointId',
    'ContactPointPage',
    () => import('./contact-point/contact-point-page.js'),
    'contactPoint',
  ),
  page('/census', 'CensusPage', () => import('./census/census-page.js'), 'census'),
  page(
    '/corrections',
    'CorrectionListPage',
    () => import('./correction/correction-list-page.js'),
    'recordCorrection',
  ),
  page(
    '/corrections/:correctionId',
    'CorrectionPage',
    () => import('./correction/correction-page.js'),
    'recordCorrection',
  ),
  page('/members', 'MemberListPage', () => import('./member/member-list-page.js'), 'members'),
  page('/members/:memberId', 'MemberPage', () => import('./member/member-page.js'), 'members'),
  page(
    '/served-members',
    'ServedMemberListPage',
    () => import('./employment/served-member-list-page.js'),
    'employment',
  ),
  page('/unions', 'UnionTreePage', () => import('./union/union-tree-page.js'), 'members'),
  page('/unions/:unionId', 'UnionPage', () => import('./union/union-page.js'), 'members', 'party'),
  page(
    '/member-imports',
    'MemberImportListPage',
    () => import('./member-import/member-import-list-page.js'),
    'roster',
  ),
  page(
    '/member-imports/new',
    'NewMemberImportPage',
    () => import('./member-import/new-member-import-page.js'),
    'roster',
  ),
  page(
    '/member-imports/:importId',
    'MemberImportPage',
    () => import('./member-import/member-import-page.js'),
    'roster',
  ),
  page('/parties', 'PartyListPage', () => import('./party/party-list-page.js'), 'party'),
  page(
    '/parties/enterprises/:enterpriseId',
    'EnterprisePage',
    () => import('./party/enterprise-page.js'),
    'party',
  ),
  page('/parties/clubs/:clubId', 'ClubPage', () => import('./club/club-page.js'), 'club'),
  page(
    '/pending-changes',
    'PendingChangeListPage',
    () => import('./pending-change/pending-change-list-page.js'),
    'pendingChange',
    'members',
    'party',
  ),
  page('/audit', 'AuditPage', () => import('./audit/audit-page.js'), 'audit'),
];
