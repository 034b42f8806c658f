import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { CoHostAccess } from './co-host.access.js';
import { CoHostChanges } from './co-host.changes.js';
import { CoHostController } from './co-host.controller.js';
import { CoHostNotices } from './co-host.notices.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostService } from './co-host.service.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule],
  controllers: [CoHostController],
  providers: [CoHostService, CoHostChanges, CoHostAccess, CoHostNotices, CoHostRepository],
  exports: [CoHostRepository, CoHostChanges, CoHostAccess, CoHostNotices],
})
export class CoHostModule {}
