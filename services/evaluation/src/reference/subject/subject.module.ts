import { Module } from '@nestjs/common';
import { SubjectActivities } from './subject-activities.repository.js';
import { SubjectFacts } from './subject-facts.reader.js';
import { SubjectList } from './subject-list.repository.js';
import { SubjectLoans } from './subject-loans.repository.js';
import { SubjectReach } from './subject-reach.repository.js';
import { SubjectRepository } from './subject.repository.js';

@Module({
  providers: [SubjectRepository, SubjectActivities, SubjectLoans, SubjectReach, SubjectFacts, SubjectList],
  exports: [SubjectRepository, SubjectFacts, SubjectList],
})
export class SubjectModule {}
