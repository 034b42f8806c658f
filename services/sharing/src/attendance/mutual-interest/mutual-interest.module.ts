import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AttendanceModule } from '../attendance.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { InterestChoices } from './interest.choices.js';
import { InterestCircle } from './interest.circle.js';
import { InterestErasure } from './interest.erasure.js';
import { InterestMatches } from './interest.matches.js';
import { InterestRepository } from './interest.repository.js';
import { InterestSecrets } from './interest.secrets.js';
import { MutualInterestController } from './mutual-interest.controller.js';
import { MutualInterestService } from './mutual-interest.service.js';

@Module({
  imports: [ActivityModule, PoolModule, AttendanceModule],
  controllers: [MutualInterestController],
  providers: [
    InterestChoices,
    InterestCircle,
    InterestErasure,
    InterestMatches,
    InterestRepository,
    InterestSecrets,
    MutualInterestService,
  ],
})
export class MutualInterestModule {}
