import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module.js';
import { MattersModule } from '../matters/matters.module.js';
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
import { VisitPresenter } from './visit/visit-presenter.js';
import { VisitRepository } from './visit/visit.repository.js';
import { VisitSeal } from './visit/visit-seal.js';
import { VisitService } from './visit/visit.service.js';
import { VisitWaits } from './visit/visit-waits.js';

@Module({
  imports: [ReferenceModule, MattersModule, BulletinsModule],
  providers: [
    RecordRepository,
    RecordSeal,
    RecordPresenter,
    RecordReader,
    RecordService,
    RecordDueWork,
    RecordWaits,
    RecordImportService,
    VisitRepository,
    VisitSeal,
    VisitPresenter,
    VisitService,
    VisitWaits,
    CourseRepository,
    CourseService,
    CourseReader,
    CourseFileReader,
    CourseTakingService,
  ],
  exports: [RecordWaits, VisitWaits],
})
export class RecordsModule {}
