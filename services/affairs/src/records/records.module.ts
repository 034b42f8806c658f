import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CourseFileReader } from './course/course-file-reader.js';
import { CourseReader } from './course/course-reader.js';
import { CourseRepository } from './course/course.repository.js';
import { CourseService } from './course/course.service.js';
import { CourseTakingService } from './course/course-taking.service.js';
import { RecordDueWork } from './record/record.due.js';
import { RecordPresenter } from './record/record-presenter.js';
import { RecordReader } from './record/record-reader.js';
import { RecordRepository } from './record/record.repository.js';
import { RecordSeal } from './record/record-seal.js';
import { RecordService } from './record/record.service.js';
import { RecordWaits } from './record/record-waits.js';
import { RecordImportService } from './record-import/record-import.service.js';

@Module({
  imports: [ReferenceModule, BulletinsModule],
  providers: [
    RecordRepository,
    RecordSeal,
    RecordPresenter,
    RecordReader,
    RecordService,
    RecordDueWork,
    RecordWaits,
    RecordImportService,
    CourseRepository,
    CourseService,
    CourseReader,
    CourseFileReader,
    CourseTakingService,
  ],
  exports: [RecordWaits],
})
export class RecordsModule {}
