import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ActivityStatementController } from './activity-statement.controller.js';
import { ActivityStatementRepository } from './activity-statement.repository.js';
import { ActivityStatementService } from './activity-statement.service.js';
import { BRIEF_FILES, DocumentPress } from './document-press.service.js';
import { StatementFileService } from './statement-file.service.js';
import { StatementController } from './statement.controller.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [StatementController, ActivityStatementController],
  providers: [
    ActivityStatementRepository,
    ActivityStatementService,
    StatementRepository,
    StatementService,
    StatementFileService,
    DocumentPress,
    {
      provide: BRIEF_FILES,
      useFactory: (store: Store) => new FileStore(store, briefFilesOf('settlement')),
      inject: [STORE],
    },
  ],
  exports: [DocumentPress],
})
export class StatementModule {}
