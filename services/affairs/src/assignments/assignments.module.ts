import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { AssignmentPartRepository } from './assignment/assignment-part.repository.js';
import { AssignmentPartService } from './assignment/assignment-part.service.js';
import { AssignmentDueWork } from './assignment/assignment.due.js';
import { AssignmentRepository } from './assignment/assignment.repository.js';
import { AssignmentService } from './assignment/assignment.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    AssignmentRepository,
    AssignmentPartRepository,
    AssignmentService,
    AssignmentPartService,
    AssignmentDueWork,
  ],
})
export class AssignmentsModule {}
