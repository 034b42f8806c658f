import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AssignmentSetRepository } from './assignment-set/assignment-set.repository.js';
import { AssignmentSetService } from './assignment-set/assignment-set.service.js';
import { AudienceRepository } from './assignment-set/audience.repository.js';
import { CalendarRepository } from './calendar/calendar.repository.js';
import { CalendarService } from './calendar/calendar.service.js';
import { FigureRepository } from './assignment/figure.repository.js';
import { AssignmentPartRepository } from './assignment/assignment-part.repository.js';
import { AssignmentPartService } from './assignment/assignment-part.service.js';
import { AssignmentDueWork } from './assignment/assignment.due.js';
import { AssignmentRepository } from './assignment/assignment.repository.js';
import { AssignmentService } from './assignment/assignment.service.js';

@Module({
  imports: [ReferenceModule, BulletinsModule],
  providers: [
    AudienceRepository,
    AssignmentSetRepository,
    AssignmentSetService,
    CalendarRepository,
    CalendarService,
    FigureRepository,
    AssignmentRepository,
    AssignmentPartRepository,
    AssignmentService,
    AssignmentPartService,
    AssignmentDueWork,
  ],
})
export class AssignmentsModule {}
