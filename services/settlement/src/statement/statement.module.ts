import { Module } from '@nestjs/common';
import { briefFiles, FileStore } from '@gongxiang/messaging/files';
import { NATS } from '@gongxiang/messaging/service';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActivityStatementController } from './activity-statement.controller.js';
import { ActivityStatementRepository } from './activity-statement.repository.js';
import { ActivityStatementService } from './activity-statement.service.js';
import { BRIEF_FILES, DocumentPress } from './document-press.service.js';
import { StatementFileService } from './statement-file.service.js';
import { StatementController } from './statement.controller.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';

type Nats = ConstructorParameters<typeof FileStore>[0];

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
      useFactory: (nats: Nats) => new FileStore(nats, briefFiles),
      inject: [NATS],
    },
  ],
  exports: [DocumentPress],
})
export class StatementModule {}
