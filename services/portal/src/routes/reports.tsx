import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const ReportPage = lazyPage(
  'ReportPage',
  () => import('../features/report/report-page.js'),
  'evaluation',
  'survey',
  'report',
);
const ReachPage = lazyPage(
  'ReachPage',
  () => import('../features/report/reach-page.js'),
  'evaluation',
  'survey',
  'report',
);
const TuningListPage = lazyPage(
  'TuningListPage',
  () => import('../features/tuning/tuning-list-page.js'),
  'evaluation',
  'survey',
  'report',
);
const TuningPage = lazyPage(
  'TuningPage',
  () => import('../features/tuning/tuning-page.js'),
  'evaluation',
  'survey',
  'report',
);

const TuningJobPage = lazyPage(
  'TuningJobPage',
  () => import('../features/tuning/tuning-job-page.js'),
  'evaluation',
  'survey',
  'report',
);

export const reportRoutes = (
  <>
    <Route path="/reports" element={<ReportPage />} />
    <Route path="/reports/reach" element={<ReachPage />} />
    <Route path="/tuning-jobs/:tuningJobId" element={<TuningJobPage />} />
    <Route path="/tuning-reports" element={<TuningListPage />} />
    <Route path="/tuning-reports/:tuningReportId" element={<TuningPage />} />
  </>
);
