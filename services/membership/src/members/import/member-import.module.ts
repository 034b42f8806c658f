import { Module } from '@nestjs/common';
import { MemberModule } from '../member/member.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { UnionModule } from '../../unions/union/union.module.js';
import { ChunkLoader } from './chunk-loader.js';
import { ImportUndoer } from './import-undoer.js';
import { JobController } from './job.controller.js';
import { MemberImportController } from './member-import.controller.js';
import { MemberImportRepository } from './member-import.repository.js';
import { MemberImportService } from './member-import.service.js';
import { MemberImportWorker } from './member-import.worker.js';
import { RosterFile } from './roster-file.js';
import { RosterRetention } from './roster-retention.js';

@Module({
  imports: [PersonModule, MemberModule, UnionModule],
  controllers: [MemberImportController, JobController],
  providers: [
    MemberImportService,
    MemberImportWorker,
    MemberImportRepository,
    ChunkLoader,
    ImportUndoer,
    RosterFile,
    RosterRetention,
  ],
})
export class MemberImportModule {}
