import { Module } from '@nestjs/common';
import { briefFiles, FileStore } from '@gongxiang/messaging/files';
import { NATS } from '@gongxiang/messaging/service';
import { BRIEF_FILES, PrintedFiles } from './printed-files.js';

type Nats = ConstructorParameters<typeof FileStore>[0];

@Module({
  providers: [
    PrintedFiles,
    {
      provide: BRIEF_FILES,
      useFactory: (nats: Nats) => new FileStore(nats, briefFiles),
      inject: [NATS],
    },
  ],
  exports: [PrintedFiles],
})
export class PrintingModule {}
