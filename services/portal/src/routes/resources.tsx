import { Navigate, Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const OfferListPage = lazyPage(
  'OfferListPage',
  () => import('../features/offer/offer-list-page.js'),
  'activity',
  'find',
);
const NewResourcePage = lazyPage(
  'NewResourcePage',
  () => import('../features/resource/new-resource-page.js'),
  'resourceForm',
);
const ResourcePage = lazyPage(
  'ResourcePage',
  () => import('../features/resource/resource-page.js'),
  'activity',
  'grants',
  'profile',
  'resourceForm',
  'resources',
  'stock',
);
const EditResourcePage = lazyPage(
  'EditResourcePage',
  () => import('../features/resource/edit-resource-page.js'),
  'activity',
  'resourceForm',
);
const PiecesPage = lazyPage(
  'PiecesPage',
  () => import('../features/stock/pieces-page.js'),
  'resourceForm',
  'resources',
  'stock',
);
const MaintenancePage = lazyPage(
  'MaintenancePage',
  () => import('../features/maintenance/maintenance-page.js'),
  'maintenance',
  'resources',
  'stock',
);
const MaintenanceListPage = lazyPage(
  'MaintenanceListPage',
  () => import('../features/maintenance/maintenance-list-page.js'),
  'maintenance',
  'stock',
);
const ScannedPiecePage = lazyPage(
  'ScannedPiecePage',
  () => import('../features/stock/scanned-piece-page.js'),
  'stock',
);
const NewGrantPage = lazyPage(
  'NewGrantPage',
  () => import('../features/grant/new-grant-page.js'),
  'resources',
);
const EditGrantPage = lazyPage(
  'EditGrantPage',
  () => import('../features/grant/edit-grant-page.js'),
  'grants',
  'resources',
);
const MandateListPage = lazyPage(
  'MandateListPage',
  () => import('../features/mandate/mandate-list-page.js'),
  'mandate',
  'organising',
);
const ResourceProfilePage = lazyPage(
  'ResourceProfilePage',
  () => import('../features/resource-profile/profile-page.js'),
  'attachment',
  'picture',
  'profile',
  'resources',
);
const LoanListPage = lazyPage('LoanListPage', () => import('../features/loan/loan-list-page.js'), 'loans');
const LoanPage = lazyPage(
  'LoanPage',
  () => import('../features/loan/loan-page.js'),
  'grants',
  'loans',
  'resources',
  'stock',
);
const DeskPage = lazyPage(
  'DeskPage',
  () => import('../features/handover/desk-page.js'),
  'checkIn',
  'handovers',
  'loans',
);
const MyLoanListPage = lazyPage(
  'MyLoanListPage',
  () => import('../features/handover/my-loan-list-page.js'),
  'handovers',
  'loans',
);
const OverdueRulePage = lazyPage(
  'OverdueRulePage',
  () => import('../features/handover/overdue-rule-page.js'),
  'handovers',
);
const LendingPage = lazyPage(
  'LendingPage',
  () => import('../features/lending/lending-page.js'),
  'lending',
  'resources',
  'series',
);
const NewLoanSeriesPage = lazyPage(
  'NewLoanSeriesPage',
  () => import('../features/lending/new-loan-series-page.js'),
  'activity',
  'grants',
  'lending',
  'profile',
  'resources',
  'series',
  'stock',
);
const LoanSeriesPage = lazyPage(
  'LoanSeriesPage',
  () => import('../features/lending/loan-series-page.js'),
  'lending',
  'loans',
  'series',
);
const WaitPage = lazyPage('WaitPage', () => import('../features/lending/wait-page.js'), 'lending');
const LoanWaitPage = lazyPage(
  'LoanWaitPage',
  () => import('../features/lending/loan-wait-page.js'),
  'lending',
);
const LoanImportPage = lazyPage(
  'LoanImportPage',
  () => import('../features/lending/import-page.js'),
  'lending',
);
const NeedListPage = lazyPage(
  'NeedListPage',
  () => import('../features/need/need-list-page.js'),
  'activity',
  'needs',
  'resourceForm',
  'resources',
);
const NewNeedPage = lazyPage('NewNeedPage', () => import('../features/need/new-need-page.js'), 'needs');
const NeedPage = lazyPage(
  'NeedPage',
  () => import('../features/need/need-page.js'),
  'activity',
  'needs',
  'resourceForm',
  'resources',
);
const EditNeedPage = lazyPage(
  'EditNeedPage',
  () => import('../features/need/edit-need-page.js'),
  'activity',
  'needs',
  'resourceForm',
);
const SupplyAndDemandPage = lazyPage(
  'SupplyAndDemandPage',
  () => import('../features/supply-and-demand/supply-and-demand-page.js'),
  'activity',
  'resourceForm',
  'resources',
  'supplyAndDemand',
);
const GivenAndReceivedPage = lazyPage(
  'GivenAndReceivedPage',
  () => import('../features/supply-and-demand/given-and-received-page.js'),
  'givenAndReceived',
  'supplyAndDemand',
);

export const resourcesRoutes = (
  <>
    <Route path="/offers" element={<OfferListPage />} />
    <Route path="/resources" element={<Navigate to="/offers?kind=resource" replace />} />
    <Route path="/resources/new" element={<NewResourcePage />} />
    <Route path="/resources/:resourceId" element={<ResourcePage />} />
    <Route path="/resources/:resourceId/edit" element={<EditResourcePage />} />
    <Route path="/resources/:resourceId/grants/new" element={<NewGrantPage />} />
    <Route path="/resources/:resourceId/grants/:grantId/edit" element={<EditGrantPage />} />
    <Route path="/mandates" element={<MandateListPage />} />
    <Route path="/resources/:resourceId/lending" element={<LendingPage />} />
    <Route path="/resources/:resourceId/series" element={<NewLoanSeriesPage />} />
    <Route path="/resources/:resourceId/wait" element={<WaitPage />} />
    <Route path="/loan-waits/:waitId" element={<LoanWaitPage />} />
    <Route path="/resources/:resourceId/import" element={<LoanImportPage />} />
    <Route path="/loan-series/:seriesId" element={<LoanSeriesPage />} />
    <Route path="/resources/:resourceId/profile" element={<ResourceProfilePage />} />
    <Route path="/resources/:resourceId/pieces" element={<PiecesPage />} />
    <Route path="/resources/:resourceId/maintenance" element={<MaintenancePage />} />
    <Route path="/maintenance" element={<MaintenanceListPage />} />
    <Route path="/pieces/:code" element={<ScannedPiecePage />} />
    <Route path="/loans" element={<LoanListPage />} />
    <Route path="/loans/desk" element={<DeskPage />} />
    <Route path="/loans/mine" element={<MyLoanListPage />} />
    <Route path="/loans/rule" element={<OverdueRulePage />} />
    <Route path="/loans/:loanId" element={<LoanPage />} />
    <Route path="/needs" element={<NeedListPage />} />
    <Route path="/needs/new" element={<NewNeedPage />} />
    <Route path="/needs/:needId" element={<NeedPage />} />
    <Route path="/needs/:needId/edit" element={<EditNeedPage />} />
    <Route path="/supply-and-demand" element={<SupplyAndDemandPage />} />
    <Route path="/given-and-received" element={<GivenAndReceivedPage />} />
  </>
);
