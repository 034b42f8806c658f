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
  'poolLife',
);
const PoolPlanPage = lazyPage(
  'PoolPlanPage',
  () => import('../features/pool-life/pool-plan-page.js'),
  'money',
  'costPool',
  'poolLife',
);
const RefundListPage = lazyPage(
  'RefundListPage',
  () => import('../features/pool-life/refund-list-page.js'),
  'money',
  'costPool',
  'poolLife',
);
const PoolTrailPage = lazyPage(
  'PoolTrailPage',
  () => import('../features/pool-life/pool-trail-page.js'),
  'money',
  'costPool',
  'poolLife',
);
const AccountListPage = lazyPage(
  'AccountListPage',
  () => import('../features/ledger/account-list-page.js'),
  'money',
  'strictLedger',
);
const LedgerAccountPage = lazyPage(
  'LedgerAccountPage',
  () => import('../features/ledger/ledger-account-page.js'),
  'money',
  'strictLedger',
);
const EntryListPage = lazyPage(
  'EntryListPage',
  () => import('../features/ledger/entry-list-page.js'),
  'money',
  'strictLedger',
);
const EntryPage = lazyPage('EntryPage', () => import('../features/ledger/entry-page.js'), 'money');
const NettingRunListPage = lazyPage(
  'NettingRunListPage',
  () => import('../features/netting/netting-run-list-page.js'),
  'money',
  'netting',
  'settling',
);
const NettingRunPage = lazyPage(
  'NettingRunPage',
  () => import('../features/netting/netting-run-page.js'),
  'money',
  'netting',
  'settling',
);
const PaymentListPage = lazyPage(
  'PaymentListPage',
  () => import('../features/payment/payment-list-page.js'),
  'money',
  'settling',
);
const PaymentPage = lazyPage(
  'PaymentPage',
  () => import('../features/transfer-bills/payment-page.js'),
  'money',
  'netting',
  'settling',
);
const TransferPage = lazyPage(
  'TransferPage',
  () => import('../features/transfer-bills/transfer-page.js'),
  'money',
  'netting',
  'settling',
);
const FreezeListPage = lazyPage(
  'FreezeListPage',
  () => import('../features/freeze/freeze-list-page.js'),
  'money',
  'settling',
);
const BankStatementListPage = lazyPage(
  'BankStatementListPage',
  () => import('../features/bank-statement/bank-statement-list-page.js'),
  'money',
  'settling',
);
const BankStatementPage = lazyPage(
  'BankStatementPage',
  () => import('../features/bank-statement/bank-statement-page.js'),
  'money',
  'settling',
);
const StatementPage = lazyPage(
  'StatementPage',
  () => import('../features/statement/statement-page.js'),
  'money',
);
const BookkeepingPage = lazyPage(
  'BookkeepingPage',
  () => import('../features/bookkeeping/bookkeeping-page.js'),
  'money',
  'bookkeeping',
);
const FactCheckListPage = lazyPage(
  'FactCheckListPage',
  () => import('../features/fact-check/fact-check-list-page.js'),
  'money',
  'bookkeeping',
);
const ShareExplanationPage = lazyPage(
  'ShareExplanationPage',
  () => import('../features/share-explanation/share-explanation-page.js'),
  'money',
  'costPool',
  'netting',
  'agreement',
  'shareExplanation',
);

const DeskPage = lazyPage('DeskPage', () => import('../features/desk/desk-page.js'), 'money', 'confirmation');
const ConfirmationListPage = lazyPage(
  'ConfirmationListPage',
  () => import('../features/confirmation/confirmation-list-page.js'),
  'money',
  'confirmation',
);
const ConfirmationPage = lazyPage(
  'ConfirmationPage',
  () => import('../features/confirmation/confirmation-page.js'),
  'money',
  'confirmation',
);
const DisputeListPage = lazyPage(
  'DisputeListPage',
  () => import('../features/dispute/dispute-list-page.js'),
  'money',
  'confirmation',
);
const DisputePage = lazyPage(
  'DisputePage',
  () => import('../features/dispute/dispute-page.js'),
  'money',
  'confirmation',
);

const PeriodListPage = lazyPage(
  'PeriodListPage',
  () => import('../features/ledger-period/period-list-page.js'),
  'money',
  'strictLedger',
);
const ProofPage = lazyPage(
  'ProofPage',
  () => import('../features/ledger-proof/proof-page.js'),
  'money',
  'strictLedger',
);
const ClosureListPage = lazyPage(
  'ClosureListPage',
  () => import('../features/account-closure/closure-list-page.js'),
  'money',
  'strictLedger',
);
const LimitListPage = lazyPage(
  'LimitListPage',
  () => import('../features/ledger-limit/limit-list-page.js'),
  'money',
  'strictLedger',
);

export const moneyRoutes = (
  <>
    <Route path="/cost-pools" element={<CostPoolListPage />} />
    <Route path="/cost-pools/:costPoolId" element={<CostPoolPage />} />
    <Route path="/desk" element={<DeskPage />} />
    <Route path="/confirmations" element={<ConfirmationListPage />} />
    <Route path="/confirmations/:confirmationId" element={<ConfirmationPage />} />
    <Route path="/disputes" element={<DisputeListPage />} />
    <Route path="/disputes/:disputeId" element={<DisputePage />} />
    <Route path="/cost-pools/:costPoolId/shares/:party" element={<ShareExplanationPage />} />
    <Route path="/bookkeeping" element={<BookkeepingPage />} />
    <Route path="/fact-checks" element={<FactCheckListPage />} />
    <Route path="/cost-pools/:costPoolId/plan" element={<PoolPlanPage />} />
    <Route path="/cost-pools/:costPoolId/refunds" element={<RefundListPage />} />
    <Route path="/cost-pools/:costPoolId/trail" element={<PoolTrailPage />} />
    <Route path="/accounts" element={<AccountListPage />} />
    <Route path="/accounts/:accountId" element={<LedgerAccountPage />} />
    <Route path="/ledger/entries" element={<EntryListPage />} />
    <Route path="/ledger/entries/:entryId" element={<EntryPage />} />
    <Route path="/account-closures" element={<ClosureListPage />} />
    <Route path="/ledger/periods" element={<PeriodListPage />} />
    <Route path="/ledger/proof" element={<ProofPage />} />
    <Route path="/ledger/amount-limits" element={<LimitListPage />} />
    <Route path="/netting-runs" element={<NettingRunListPage />} />
    <Route path="/netting-runs/:nettingRunId" element={<NettingRunPage />} />
    <Route path="/netting-runs/:nettingRunId/transfers/:number" element={<TransferPage />} />
    <Route path="/party-freezes" element={<FreezeListPage />} />
    <Route path="/payments" element={<PaymentListPage />} />
    <Route path="/payments/:paymentId" element={<PaymentPage />} />
    <Route path="/bank-statements" element={<BankStatementListPage />} />
    <Route path="/bank-statements/:bankStatementId" element={<BankStatementPage />} />
    <Route path="/statements" element={<StatementPage />} />
  </>
);
