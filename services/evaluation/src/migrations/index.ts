import { References1763600400000 } from './1763600400000-references.js';
import { ActivityFacts1763600410000 } from './1763600410000-activity-facts.js';
import { IndicatorSystems1763600420000 } from './1763600420000-indicator-systems.js';
import { Surveys1763600430000 } from './1763600430000-surveys.js';
import { Scores1763600440000 } from './1763600440000-scores.js';
import { FactRevisions1763600450000 } from './1763600450000-fact-revisions.js';
import { IndicatorSystemLife1763600461000 } from './1763600461000-indicator-system-life.js';
import { LoanReplies1763600461200 } from './1763600461200-loan-replies.js';
import { Figures1763600461500 } from './1763600461500-figures.js';
import { JudgementRounds1763600462000 } from './1763600462000-judgement-rounds.js';
import { SurveyDistributions1763600463000 } from './1763600463000-survey-distributions.js';
import { SurveyPlans1763600463100 } from './1763600463100-survey-plans.js';
import { EfficacySurveys1763600464000 } from './1763600464000-efficacy-surveys.js';
import { ScoreSubjects1763600465000 } from './1763600465000-score-subjects.js';
import { ScoreRevisions1763600465100 } from './1763600465100-score-revisions.js';
import { RankingLife1763600466000 } from './1763600466000-ranking-life.js';
import { Recognitions1763600466100 } from './1763600466100-recognitions.js';
import { Members1763600467000 } from './1763600467000-members.js';
import { Tuning1763600467100 } from './1763600467100-tuning.js';
import { AppealAttachments1763600470000 } from './1763600470000-appeal-attachments.js';
import { OneFactNews1763600480000 } from './1763600480000-one-fact-news.js';
import { SeasonsOfVolunteers1763600481000 } from './1763600481000-seasons-of-volunteers.js';
import { TuningJobs1763600482000 } from './1763600482000-tuning-jobs.js';
import { SealedAnswers1763800000000 } from './1763800000000-sealed-answers.js';
import { FrozenReach1763800000300 } from './1763800000300-frozen-reach.js';
import { SurveySources1763800000310 } from './1763800000310-survey-sources.js';
import { SealedSeasons1763800000400 } from './1763800000400-sealed-seasons.js';
import { LeftOutScores1763900000200 } from './1763900000200-left-out-scores.js';
import { MemberAdmitters1763900000500 } from './1763900000500-member-admitters.js';
import { SurveysOfAUnion1763900000700 } from './1763900000700-surveys-of-a-union.js';

/** In the order in which they are applied. */
export const migrations = [
  References1763600400000,
  ActivityFacts1763600410000,
  IndicatorSystems1763600420000,
  Surveys1763600430000,
  Scores1763600440000,
  FactRevisions1763600450000,
  IndicatorSystemLife1763600461000,
  LoanReplies1763600461200,
  Figures1763600461500,
  JudgementRounds1763600462000,
  SurveyDistributions1763600463000,
  SurveyPlans1763600463100,
  EfficacySurveys1763600464000,
  ScoreSubjects1763600465000,
  ScoreRevisions1763600465100,
  RankingLife1763600466000,
  Recognitions1763600466100,
  Members1763600467000,
  Tuning1763600467100,
  AppealAttachments1763600470000,
  OneFactNews1763600480000,
  SeasonsOfVolunteers1763600481000,
  TuningJobs1763600482000,
  SealedAnswers1763800000000,
  FrozenReach1763800000300,
  SurveySources1763800000310,
  SealedSeasons1763800000400,
  LeftOutScores1763900000200,
  MemberAdmitters1763900000500,
  SurveysOfAUnion1763900000700,
];
