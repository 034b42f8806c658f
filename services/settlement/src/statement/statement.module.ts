import { Module } from '@nestjs/common';
import { briefFiles, FileStore } from '@gongxiang/messaging/files';
import { NATS } from '@gongxiang/messaging/service';
import { ReferenceModule } from '../reference/reference.module.js';
import { BRIEF_FILES, StatementFileService } from './statement-file.service.js';
import { StatementController } from './statement.controller.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';

type Nats = ConstructorParameters<typeof FileStore>[0];

@Module({
  imports: [ReferenceModule],
  controllers: [StatementController],
  providers: [
    StatementRepository,
    StatementService,
    StatementFileService,
    {
      provide: BRIEF_FILES,
      useFactory: (nats: Nats) => new FileStore(nats, briefFiles),
      inject: [NATS],
    },
  ],
})
export class StatementModule {}
