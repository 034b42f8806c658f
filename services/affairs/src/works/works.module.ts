import { Module } from '@nestjs/common';
import { BarePictures } from '@gongxiang/messaging/uploads';
import { ReferenceModule } from '../reference/reference.module.js';
import { WorkPresenter } from './work/work-presenter.js';
import { WorkRepository } from './work/work.repository.js';
import { WorkSeal } from './work/work-seal.js';
import { WorkService } from './work/work.service.js';
import { WorksCallDueWork } from './works-call/works-call.due.js';
import { WorksCallPresenter } from './works-call/works-call-presenter.js';
import { WorksCallRepository } from './works-call/works-call.repository.js';
import { WorksCallService } from './works-call/works-call.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    WorksCallRepository,
    WorksCallPresenter,
    WorksCallDueWork,
    WorksCallService,
    WorkRepository,
    WorkSeal,
    BarePictures,
    WorkPresenter,
    WorkService,
  ],
  exports: [WorkRepository],
})
export class WorksModule {}
