import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { MoneyCallConsumer } from './money-call/money-call.consumer.js';
import { MoneyCallWork } from './money-call/money-call-work.js';
import { RankingCallConsumer } from './ranking-call/ranking-call.consumer.js';
import { RankingCallWork } from './ranking-call/ranking-call-work.js';
import { SeasonCallConsumer } from './season-call/season-call.consumer.js';
import { SeasonCallWork } from './season-call/season-call-work.js';
import { SurveyCallConsumer } from './survey-call/survey-call.consumer.js';
import { SurveyCallWork } from './survey-call/survey-call-work.js';

const surveyCall = [SurveyCallConsumer, SurveyCallWork];
const moneyCall = [MoneyCallConsumer, MoneyCallWork];
const seasonCall = [SeasonCallConsumer, SeasonCallWork];
const rankingCall = [RankingCallConsumer, RankingCallWork];

@Module({
  imports: [ReferenceModule, ActivitiesModule, AttendanceModule],
  providers: [...surveyCall, ...moneyCall, ...seasonCall, ...rankingCall],
})
export class CallsModule {}
