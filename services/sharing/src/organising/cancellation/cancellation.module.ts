import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AgreementModule } from '../../activities/agreement/agreement.module.js';
import { DrawModule } from '../../seats/draw/draw.module.js';
import { LoanModule } from '../../lending/loan/loan.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { CancellationConsumer } from './cancellation.consumer.js';
import { CancellationController } from './cancellation.controller.js';
import { CancellationHosts } from './cancellation.hosts.js';
import { CancellationLoan } from './cancellation.loan.js';
import { CancellationParts } from './cancellation.parts.js';
import { CancellationReader } from './cancellation.reader.js';
import { CancellationRepository } from './cancellation.repository.js';
import { CancellationTold } from './cancellation.told.js';
import { CancellationWork } from './cancellation.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule, LoanModule, ActivityModule, AgreementModule, DrawModule],
  controllers: [CancellationController],
  providers: [
    CancellationConsumer,
    CancellationHosts,
    CancellationLoan,
    CancellationParts,
    CancellationReader,
    CancellationRepository,
    CancellationTold,
    CancellationWork,
  ],
})
export class CancellationModule {}
