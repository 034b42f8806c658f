import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { FilesModule } from '../files/files.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { CalendarFeedRepository } from './calendar-feed/calendar-feed.repository.js';
import { CalendarFeedService } from './calendar-feed/calendar-feed.service.js';
import { CalendarRepository } from './calendar-feed/calendar.repository.js';
import { CalendarService } from './calendar-feed/calendar.service.js';
import { LetterTemplateRepository } from './letter-template/letter-template.repository.js';
import { LetterTemplateService } from './letter-template/letter-template.service.js';
import { TemplateFiles } from './letter-template/template-files.js';
import { LetterAccess } from './letter/letter-access.js';
import { LetterRepository } from './letter/letter.repository.js';
import { LetterService } from './letter/letter.service.js';
import { OwnLetterService } from './letter/own-letter.service.js';
import { ListFileService } from './list-file/list-file.service.js';
import { ListSource } from './list-file/list-source.js';
import { PosterService } from './poster/poster.service.js';

const listFile = [ListFileService, ListSource];
const calendarFeed = [CalendarFeedService, CalendarFeedRepository, CalendarService, CalendarRepository];
const poster = [PosterService];
const letterTemplate = [LetterTemplateService, LetterTemplateRepository, TemplateFiles];
const letter = [LetterService, OwnLetterService, LetterAccess, LetterRepository];

@Module({
  imports: [ReferenceModule, FilesModule, ActivitiesModule, SeatsModule, AttendanceModule],
  providers: [...listFile, ...calendarFeed, ...poster, ...letterTemplate, ...letter],
})
export class PapersModule {}
