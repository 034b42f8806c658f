import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const subsidyTexts = ['money', 'subsidy'] as const;
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
const ApplyPage = lazyPage('ApplyPage', () => import('../features/subsidy/apply-page.js'), 'subsidy');
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
  'subsidyGiven',
);
const SubsidyPage = lazyPage(
  'SubsidyPage',
  () => import('../features/subsidy/subsidy-page.js'),
  ...subsidyTexts,
  'subsidyGiven',
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

/** Where money comes from, what it may be spent on, and what is told of it. */
export const fundingRoutes = (
  <>
    <Route path="/fund-rule-sets" element={<FundRuleListPage />} />
    <Route path="/fund-rule-sets/new" element={<NewFundRuleSetPage />} />
    <Route path="/fund-rule-sets/:setId" element={<FundRuleSetPage />} />
    <Route path="/fund-rule-sets/:setId/trial" element={<FundRuleTrialPage />} />
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
