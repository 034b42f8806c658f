import { Route } from 'react-router';
import type { TextPart } from '../i18n/texts.js';
import { lazyPage } from './lazy-page.js';

/** The pickers of unions and members speak with the texts of their own areas. */
const parts: readonly TextPart[] = ['members', 'money', 'organising', 'party', 'roster'];

const MemberListPage = lazyPage(
  'MemberListPage',
  () => import('../features/member/member-list-page.js'),
  ...parts,
);
const MemberPage = lazyPage('MemberPage', () => import('../features/member/member-page.js'), ...parts);
const UnionTreePage = lazyPage(
  'UnionTreePage',
  () => import('../features/union/union-tree-page.js'),
  ...parts,
);
const UnionPage = lazyPage('UnionPage', () => import('../features/union/union-page.js'), ...parts);
const MemberImportListPage = lazyPage(
  'MemberImportListPage',
  () => import('../features/member-import/member-import-list-page.js'),
  ...parts,
);
const NewMemberImportPage = lazyPage(
  'NewMemberImportPage',
  () => import('../features/member-import/new-member-import-page.js'),
  ...parts,
);
const MemberImportPage = lazyPage(
  'MemberImportPage',
  () => import('../features/member-import/member-import-page.js'),
  ...parts,
);
const PartyListPage = lazyPage(
  'PartyListPage',
  () => import('../features/party/party-list-page.js'),
  ...parts,
);
const EnterprisePage = lazyPage(
  'EnterprisePage',
  () => import('../features/party/enterprise-page.js'),
  ...parts,
);
const AuditPage = lazyPage('AuditPage', () => import('../features/audit/audit-page.js'), ...parts);

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
    <Route path="/audit" element={<AuditPage />} />
  </>
);
