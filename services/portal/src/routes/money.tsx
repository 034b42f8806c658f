import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const CostPoolListPage = lazyPage(
  'CostPoolListPage',
  () => import('../features/cost-pool/cost-pool-list-page.js'),
  'money',
  'costPool',
);
const CostPoolPage = lazyPage(
  'CostPoolPage',
  () => import('../features/cost-pool/cost-pool-page.js'),
  'money',
  'costPool',
);
const AccountListPage = lazyPage(
  'AccountListPage',
  () => import('../features/ledger/account-list-page.js'),
  'money',
);
const LedgerAccountPage = lazyPage(
  'LedgerAccountPage',
  () => import('../features/ledger/ledger-account-page.js'),
  'money',
);
const EntryListPage = lazyPage(
  'EntryListPage',
  () => import('../features/ledger/entry-list-page.js'),
  'money',
);
const EntryPage = lazyPage('EntryPage', () => import('../features/ledger/entry-page.js'), 'money');
const NettingRunListPage = lazyPage(
  'NettingRunListPage',
  () => import('../features/netting/netting-run-list-page.js'),
  'money',
  'netting',
);
const NettingRunPage = lazyPage(
  'NettingRunPage',
  () => import('../features/netting/netting-run-page.js'),
  'money',
  'netting',
);
const PaymentListPage = lazyPage(
  'PaymentListPage',
  () => import('../features/payment/payment-list-page.js'),
  'money',
);
const StatementPage = lazyPage(
  'StatementPage',
  () => import('../features/statement/statement-page.js'),
  'money',
);

export const moneyRoutes = (
  <>
    <Route path="/cost-pools" element={<CostPoolListPage />} />
    <Route path="/cost-pools/:costPoolId" element={<CostPoolPage />} />
    <Route path="/accounts" element={<AccountListPage />} />
    <Route path="/accounts/:accountId" element={<LedgerAccountPage />} />
    <Route path="/ledger/entries" element={<EntryListPage />} />
    <Route path="/ledger/entries/:entryId" element={<EntryPage />} />
    <Route path="/netting-runs" element={<NettingRunListPage />} />
    <Route path="/netting-runs/:nettingRunId" element={<NettingRunPage />} />
    <Route path="/payments" element={<PaymentListPage />} />
    <Route path="/statements" element={<StatementPage />} />
  </>
);
