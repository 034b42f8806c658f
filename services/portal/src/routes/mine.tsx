import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const HomePage = lazyPage('HomePage', () => import('../features/home/home-page.js'), 'home', 'activity');
const MyPage = lazyPage('MyPage', () => import('../features/mine/my-page.js'), 'mine', 'activity', 'intake');
const CardPage = lazyPage('CardPage', () => import('../features/mine/card-page.js'), 'mine', 'activity');
const AccountPage = lazyPage('AccountPage', () => import('../features/session/account-page.js'), 'account');
const NoticeListPage = lazyPage(
  'NoticeListPage',
  () => import('../features/notice/notice-list-page.js'),
  'notice',
);
const IntakePage = lazyPage('IntakePage', () => import('../features/intake/intake-page.js'), 'intake');
const NewIntakePage = lazyPage(
  'NewIntakePage',
  () => import('../features/intake/new-intake-page.js'),
  'intake',
);
const IntakeEntryPage = lazyPage(
  'IntakeEntryPage',
  () => import('../features/intake/intake-entry-page.js'),
  'intake',
);
const AnswerSurveyPage = lazyPage(
  'AnswerSurveyPage',
  () => import('../features/survey/answer-survey-page.js'),
  'answering',
  'survey',
);

export const mineRoutes = (
  <>
    <Route index element={<HomePage />} />
    <Route path="/my" element={<MyPage />} />
    <Route path="/my/card" element={<CardPage />} />
    <Route path="/account" element={<AccountPage />} />
    <Route path="/notices" element={<NoticeListPage />} />
    <Route path="/intake" element={<IntakePage />} />
    <Route path="/intake/new" element={<NewIntakePage />} />
    <Route path="/intake/:entryId" element={<IntakeEntryPage />} />
    <Route path="/surveys/:surveyId/answer" element={<AnswerSurveyPage />} />
  </>
);
