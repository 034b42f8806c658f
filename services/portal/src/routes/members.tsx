import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const MemberListPage = lazyPage(
  'MemberListPage',
  () => import('../features/member/member-list-page.js'),
  'members',
);
const MemberPage = lazyPage('MemberPage', () => import('../features/member/member-page.js'), 'members');
const UnionTreePage = lazyPage(
  'UnionTreePage',
  () => import('../features/union/union-tree-page.js'),
  'members',
);
const UnionPage = lazyPage('UnionPage', () => import('../features/union/union-page.js'), 'members', 'party');
const MemberImportListPage = lazyPage(
  'MemberImportListPage',
  () => import('../features/member-import/member-import-list-page.js'),
  'roster',
);
const NewMemberImportPage = lazyPage(
  'NewMemberImportPage',
  () => import('../features/member-import/new-member-import-page.js'),
  'roster',
);
const MemberImportPage = lazyPage(
  'MemberImportPage',
  () => import('../features/member-import/member-import-page.js'),
  'roster',
);
const PartyListPage = lazyPage(
  'PartyListPage',
  () => import('../features/party/party-list-page.js'),
  'party',
);
const EnterprisePage = lazyPage(
  'EnterprisePage',
  () => import('../features/party/enterprise-page.js'),
  'party',
);
const ClubPage = lazyPage('ClubPage', () => import('../features/club/club-page.js'), 'club');
const PendingChangeListPage = lazyPage(
  'PendingChangeListPage',
  () => import('../features/pending-change/pending-change-list-page.js'),
  'pendingChange',
  'members',
  'party',
);
const AuditPage = lazyPage('AuditPage', () => import('../features/audit/audit-page.js'), 'audit');

export const membersRoutes = (
  <>
    <Route path="/members" element={<MemberListPage />} />
    <Route path="/members/:memberId" element={<MemberPage />} />
    <Route path="/unions" element={<UnionTreePage />} />
    <Route path="/unions/:unionId" element={<UnionPage />} />
    <Route path="/member-imports" element={<MemberImportListPage />} />
    <Route path="/member-imports/new" element={<NewMemberImportPage />} />
    <Route path="/member-imports/:importId" element={<MemberImportPage />} />
    <Route path="/parties" element={<PartyListPage />} />
    <Route path="/parties/enterprises/:enterpriseId" element={<EnterprisePage />} />
    <Route path="/parties/clubs/:clubId" element={<ClubPage />} />
    <Route path="/pending-changes" element={<PendingChangeListPage />} />
    <Route path="/audit" element={<AuditPage />} />
  </>
);
