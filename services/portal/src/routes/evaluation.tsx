import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const EfficacyPage = lazyPage(
  'EfficacyPage',
  () => import('../features/efficacy/efficacy-page.js'),
  'evaluation',
);
const IndicatorSystemListPage = lazyPage(
  'IndicatorSystemListPage',
  () => import('../features/indicator-system/indicator-system-list-page.js'),
  'evaluation',
);
const IndicatorSystemPage = lazyPage(
  'IndicatorSystemPage',
  () => import('../features/indicator-system/indicator-system-page.js'),
  'evaluation',
);
const NewWeightVersionPage = lazyPage(
  'NewWeightVersionPage',
  () => import('../features/weight-version/new-weight-version-page.js'),
  'evaluation',
);
const WeightVersionPage = lazyPage(
  'WeightVersionPage',
  () => import('../features/weight-version/weight-version-page.js'),
  'evaluation',
);
const SurveyListPage = lazyPage(
  'SurveyListPage',
  () => import('../features/survey/survey-list-page.js'),
  'evaluation',
  'survey',
);
const SurveyPage = lazyPage(
  'SurveyPage',
  () => import('../features/survey/survey-page.js'),
  'evaluation',
  'survey',
);
const ScoreListPage = lazyPage(
  'ScoreListPage',
  () => import('../features/score/score-list-page.js'),
  'evaluation',
);
const ScorePage = lazyPage('ScorePage', () => import('../features/score/score-page.js'), 'evaluation');
const RankingListPage = lazyPage(
  'RankingListPage',
  () => import('../features/ranking/ranking-list-page.js'),
  'evaluation',
);
const RankingPage = lazyPage(
  'RankingPage',
  () => import('../features/ranking/ranking-page.js'),
  'evaluation',
);

export const evaluationRoutes = (
  <>
    <Route path="/efficacy" element={<EfficacyPage />} />
    <Route path="/indicator-systems" element={<IndicatorSystemListPage />} />
    <Route path="/indicator-systems/:systemId" element={<IndicatorSystemPage />} />
    <Route path="/indicator-systems/:systemId/weights" element={<NewWeightVersionPage />} />
    <Route path="/weight-versions/:weightVersionId" element={<WeightVersionPage />} />
    <Route path="/surveys" element={<SurveyListPage />} />
    <Route path="/surveys/:surveyId" element={<SurveyPage />} />
    <Route path="/scores" element={<ScoreListPage />} />
    <Route path="/scores/:scoreId" element={<ScorePage />} />
    <Route path="/rankings" element={<RankingListPage />} />
    <Route path="/rankings/:rankingId" element={<RankingPage />} />
  </>
);
