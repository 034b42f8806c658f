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
const FundRuleListPage = lazyPage(
  'FundRuleListPage',
  () => import('../features/fund-rule/fund-rule-list-page.js'),
  'money',
  'fundRule',
);
const NewFundRuleSetPage = lazyPage(
  'NewFundRuleSetPage',
  () => import('../features/fund-rule/new-fund-rule-set-page.js'),
  'money',
  'fundRule',
);
const FundRuleSetPage = lazyPage(
  'FundRuleSetPage',
  () => import('../features/fund-rule/fund-rule-set-page.js'),
  'money',
  'fundRule',
);
const FundRuleTrialPage = lazyPage(
  'FundRuleTrialPage',
  () => import('../features/fund-rule/fund-rule-trial-page.js'),
  'money',
  'costPool',
  'fundRule',
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
  ...(['money', 'costPool', 'netting', 'agreement', 'shareExplanation'] as const),
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

const subsidyTexts = ['money', 'subsidy'] as const;
const ProgrammeListPage = lazyPage(
  'ProgrammeListPage',
  () => import('../features/subsidy/programme-list-page.js'),
  ...subsidyTexts,
);
const NewProgrammePage = lazyPage(
  'NewProgrammePage',
  () => import('../features/subsidy/new-programme-page.js'),
  ...subsidyTexts,
);
const ProgrammePage = lazyPage(
  'ProgrammePage',
  () => import('../features/subsidy/programme-page.js'),
  ...subsidyTexts,
);
const ApplyPage = lazyPage('ApplyPage', () => import('../features/subsidy/apply-page.js'), ...subsidyTexts);
const NoticePage = lazyPage(
  'NoticePage',
  () => import('../features/subsidy/notice-page.js'),
  ...subsidyTexts,
);
const ApplicationListPage = lazyPage(
  'ApplicationListPage',
  () => import('../features/subsidy/application-list-page.js'),
  ...subsidyTexts,
);
const ApplicationPage = lazyPage(
  'ApplicationPage',
  () => import('../features/subsidy/application-page.js'),
  ...subsidyTexts,
);
const SubsidyListPage = lazyPage(
  'SubsidyListPage',
  () => import('../features/subsidy/subsidy-list-page.js'),
  ...subsidyTexts,
);
const SubsidyPage = lazyPage(
  'SubsidyPage',
  () => import('../features/subsidy/subsidy-page.js'),
  ...subsidyTexts,
);

const ActivityStatementPage = lazyPage(
  'ActivityStatementPage',
  () => import('../features/statement/activity-statement-page.js'),
  'money',
  'budget',
);
const BudgetListPage = lazyPage(
  'BudgetListPage',
  () => import('../features/budget/budget-list-page.js'),
  'money',
  'budget',
);
const BudgetPage = lazyPage(
  'BudgetPage',
  () => import('../features/budget/budget-page.js'),
  'money',
  'budget',
);
const DisclosureListPage = lazyPage(
  'DisclosureListPage',
  () => import('../features/disclosure/disclosure-list-page.js'),
  'money',
  'budget',
);
const DisclosurePage = lazyPage(
  'DisclosurePage',
  () => import('../features/disclosure/disclosure-page.js'),
  'money',
  'budget',
);
const VoucherPage = lazyPage(
  'VoucherPage',
  () => import('../features/voucher/voucher-page.js'),
  'money',
  'budget',
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
    <Route path="/accounts" element={<AccountListPage />} />
    <Route path="/accounts/:accountId" element={<LedgerAccountPage />} />
    <Route path="/ledger/entries" element={<EntryListPage />} />
    <Route path="/ledger/entries/:entryId" element={<EntryPage />} />
    <Route path="/accounts/closures" element={<ClosureListPage />} />
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
    <Route path="/fund-rule-sets" element={<FundRuleListPage />} />
    <Route path="/fund-rule-sets/new" element={<NewFundRuleSetPage />} />
    <Route path="/fund-rule-sets/:setId" element={<FundRuleSetPage />} />
    <Route path="/fund-rule-sets/:setId/trial" element={<FundRuleTrialPage />} />
    <Route path="/statements" element={<StatementPage />} />
    <Route path="/subsidy-programmes" element={<ProgrammeListPage />} />
    <Route path="/subsidy-programmes/new" element={<NewProgrammePage />} />
    <Route path="/subsidy-programmes/:programmeId" element={<ProgrammePage />} />
    <Route path="/subsidy-programmes/:programmeId/apply" element={<ApplyPage />} />
    <Route path="/subsidy-programmes/:programmeId/notice" element={<NoticePage />} />
    <Route path="/subsidy-applications" element={<ApplicationListPage />} />
    <Route path="/subsidy-applications/:applicationId" element={<ApplicationPage />} />
    <Route path="/subsidies" element={<SubsidyListPage />} />
    <Route path="/subsidies/:subsidyId" element={<SubsidyPage />} />
    <Route path="/activities/:activityId/statement" element={<ActivityStatementPage />} />
    <Route path="/budgets" element={<BudgetListPage />} />
    <Route path="/budgets/:budgetId" element={<BudgetPage />} />
    <Route path="/disclosures" element={<DisclosureListPage />} />
    <Route path="/disclosures/:disclosureId" element={<DisclosurePage />} />
    <Route path="/vouchers" element={<VoucherPage />} />
  </>
);
