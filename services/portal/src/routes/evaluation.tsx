import { Route } from 'react-router';
import { lazyPage } from './lazy-page.js';

const EfficacyPage = lazyPage(
  'EfficacyPage',
  () => import('../features/efficacy/efficacy-page.js'),
  'evaluation',
  'survey',
);
const EfficacySurveyListPage = lazyPage(
  'EfficacySurveyListPage',
  () => import('../features/efficacy-survey/efficacy-survey-list-page.js'),
  'evaluation',
  'efficacySurvey',
);
const EfficacySurveyPage = lazyPage(
  'EfficacySurveyPage',
  () => import('../features/efficacy-survey/efficacy-survey-page.js'),
  'evaluation',
  'efficacySurvey',
);
const NewEfficacySurveyPage = lazyPage(
  'NewEfficacySurveyPage',
  () => import('../features/efficacy-survey/new-efficacy-survey-page.js'),
  'evaluation',
  'efficacySurvey',
);
const EfficacyInvitationsPage = lazyPage(
  'EfficacyInvitationsPage',
  () => import('../features/efficacy-survey/efficacy-invitations-page.js'),
  'evaluation',
  'efficacySurvey',
);
const AnswerEfficacySurveyPage = lazyPage(
  'AnswerEfficacySurveyPage',
  () => import('../features/efficacy-survey/answer-efficacy-survey-page.js'),
  'answering',
  'survey',
  'efficacySurvey',
);
const IndicatorSystemListPage = lazyPage(
  'IndicatorSystemListPage',
  () => import('../features/indicator-system/indicator-system-list-page.js'),
  'evaluation',
  'survey',
  'indicatorDesign',
);
const IndicatorSystemPage = lazyPage(
  'IndicatorSystemPage',
  () => import('../features/indicator-system/indicator-system-page.js'),
  'evaluation',
  'survey',
  'indicatorDesign',
);
const NewWeightVersionPage = lazyPage(
  'NewWeightVersionPage',
  () => import('../features/weight-version/new-weight-version-page.js'),
  'evaluation',
  'survey',
);
const WeightVersionPage = lazyPage(
  'WeightVersionPage',
  () => import('../features/weight-version/weight-version-page.js'),
  'evaluation',
  'survey',
);
const JudgementRoundsPage = lazyPage(
  'JudgementRoundsPage',
  () => import('../features/judgement-round/judgement-rounds-page.js'),
  'evaluation',
  'judging',
);
const JudgementRoundPage = lazyPage(
  'JudgementRoundPage',
  () => import('../features/judgement-round/judgement-round-page.js'),
  'evaluation',
  'judging',
);
const WeightStudioPage = lazyPage(
  'WeightStudioPage',
  () => import('../features/weight-studio/weight-studio-page.js'),
  'evaluation',
  'studio',
);
const SurveyListPage = lazyPage(
  'SurveyListPage',
  () => import('../features/survey/survey-list-page.js'),
  'evaluation',
  'survey',
  'efficacySurvey',
);
const SurveyPage = lazyPage(
  'SurveyPage',
  () => import('../features/survey/survey-page.js'),
  'evaluation',
  'survey',
);
const SurveyPlanPage = lazyPage(
  'SurveyPlanPage',
  () => import('../features/survey-plan/survey-plan-page.js'),
  'evaluation',
  'survey',
  'surveyPlan',
);
const ScoreListPage = lazyPage(
  'ScoreListPage',
  () => import('../features/score/score-list-page.js'),
  'evaluation',
  'scores',
  'survey',
);
const ScorePage = lazyPage(
  'ScorePage',
  () => import('../features/score/score-page.js'),
  'evaluation',
  'scores',
  'survey',
);
const ScoreBatchListPage = lazyPage(
  'ScoreBatchListPage',
  () => import('../features/score-batch/score-batch-list-page.js'),
  'evaluation',
  'scores',
  'survey',
);
const RankingListPage = lazyPage(
  'RankingListPage',
  () => import('../features/ranking/ranking-list-page.js'),
  'evaluation',
  'survey',
  'recognition',
);
const RankingPage = lazyPage(
  'RankingPage',
  () => import('../features/ranking/ranking-page.js'),
  'evaluation',
  'survey',
  'recognition',
);
const NewIndicatorSystemPage = lazyPage(
  'NewIndicatorSystemPage',
  () => import('../features/indicator-system/new-indicator-system-page.js'),
  'evaluation',
  'survey',
  'indicatorDesign',
);
const NewSurveyPage = lazyPage(
  'NewSurveyPage',
  () => import('../features/survey/new-survey-page.js'),
  'evaluation',
  'survey',
);
const NewScorePage = lazyPage(
  'NewScorePage',
  () => import('../features/score/new-score-page.js'),
  'evaluation',
  'scores',
  'survey',
);
const NewRankingPage = lazyPage(
  'NewRankingPage',
  () => import('../features/ranking/new-ranking-page.js'),
  'evaluation',
  'scores',
  'survey',
  'recognition',
);

const ComparisonPage = lazyPage(
  'ComparisonPage',
  () => import('../features/indicator-system/comparison-page.js'),
  'evaluation',
  'survey',
  'indicatorDesign',
);

const FigureListPage = lazyPage(
  'FigureListPage',
  () => import('../features/figure/figure-list-page.js'),
  'evaluation',
  'survey',
  'indicatorDesign',
);
const RecognitionListPage = lazyPage(
  'RecognitionListPage',
  () => import('../features/recognition/recognition-list-page.js'),
  'recognition',
);
const GrantPage = lazyPage('GrantPage', () => import('../features/recognition/grant-page.js'), 'recognition');

export const evaluationRoutes = (
  <>
    <Route path="/efficacy" element={<EfficacyPage />} />
    <Route path="/efficacy-surveys" element={<EfficacySurveyListPage />} />
    <Route path="/efficacy-surveys/new" element={<NewEfficacySurveyPage />} />
    <Route path="/efficacy-surveys/:efficacySurveyId" element={<EfficacySurveyPage />} />
    <Route path="/efficacy-surveys/:efficacySurveyId/invitations" element={<EfficacyInvitationsPage />} />
    <Route path="/efficacy-surveys/:efficacySurveyId/answer" element={<AnswerEfficacySurveyPage />} />
    <Route path="/indicator-systems" element={<IndicatorSystemListPage />} />
    <Route path="/indicator-systems/new" element={<NewIndicatorSystemPage />} />
    <Route path="/indicator-systems/:systemId" element={<IndicatorSystemPage />} />
    <Route path="/indicator-systems/:systemId/compare" element={<ComparisonPage />} />
    <Route path="/indicator-systems/:systemId/weights" element={<NewWeightVersionPage />} />
    <Route path="/figures" element={<FigureListPage />} />
    <Route path="/weight-versions/:weightVersionId" element={<WeightVersionPage />} />
    <Route path="/weight-versions/:weightVersionId/studio" element={<WeightStudioPage />} />
    <Route path="/indicator-systems/:systemId/judgement-rounds" element={<JudgementRoundsPage />} />
    <Route path="/judgement-rounds/:judgementRoundId" element={<JudgementRoundPage />} />
    <Route path="/surveys" element={<SurveyListPage />} />
    <Route path="/surveys/new" element={<NewSurveyPage />} />
    <Route path="/survey-plans" element={<SurveyPlanPage />} />
    <Route path="/surveys/:surveyId" element={<SurveyPage />} />
    <Route path="/scores" element={<ScoreListPage />} />
    <Route path="/scores/new" element={<NewScorePage />} />
    <Route path="/score-batches" element={<ScoreBatchListPage />} />
    <Route path="/scores/:scoreId" element={<ScorePage />} />
    <Route path="/rankings" element={<RankingListPage />} />
    <Route path="/rankings/new" element={<NewRankingPage />} />
    <Route path="/rankings/:rankingId" element={<RankingPage />} />
    <Route path="/rankings/:rankingId/recognise" element={<GrantPage />} />
    <Route path="/recognitions" element={<RecognitionListPage />} />
  </>
);
