import { Module } from '@nestjs/common';
import { EfficacySurveyModule } from '../efficacy-survey/efficacy-survey.module.js';
import { SealingModule } from '../../reference/sealing/sealing.module.js';
import { SurveyModule } from '../../surveys/survey/survey.module.js';
import { KeyWatch } from './key-watch.service.js';
import { SealedSurveyRepository } from './sealed-survey.repository.js';

@Module({
  imports: [SealingModule, SurveyModule, EfficacySurveyModule],
  providers: [KeyWatch, SealedSurveyRepository],
})
export class KeyWatchModule {}
