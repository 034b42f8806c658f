import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AnnouncementRepository } from './announcement/announcement.repository.js';
import { AnnouncementService } from './announcement/announcement.service.js';
import { AnnouncementWriters } from './announcement/announcement-writers.js';
import { AnnouncementWork } from './announcement/announcement-work.js';
import { AudienceRepository } from './announcement/audience.repository.js';
import { Audiences } from './announcement/audiences.js';

@Module({
  imports: [ReferenceModule, ActivitiesModule],
  providers: [
    AnnouncementService,
    AnnouncementWork,
    AnnouncementRepository,
    AnnouncementWriters,
    Audiences,
    AudienceRepository,
  ],
})
export class AnnouncementsModule {}
