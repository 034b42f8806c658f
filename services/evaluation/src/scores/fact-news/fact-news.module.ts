import { Module } from '@nestjs/common';
import { ScoreModule } from '../score/score.module.js';
import { SurveyPlanModule } from '../../surveys/survey-plan/survey-plan.module.js';
import { FactNewsWork } from './fact-news.work.js';

@Module({ imports: [SurveyPlanModule, ScoreModule], providers: [FactNewsWork] })
export class FactNewsModule {}
