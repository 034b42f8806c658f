import { Module } from '@nestjs/common';
import { briefFiles, FileStore, PrintedFiles } from '@gongxiang/messaging/files';
import { NATS } from '@gongxiang/messaging/service';

type Nats = ConstructorParameters<typeof FileStore>[0];

/** Fifty thousand places with everything that they rest on. */
const bytesMax = 128 * 1024 * 1024;

@Module({
  providers: [
    {
      provide: PrintedFiles,
      useFactory: (nats: Nats) => new PrintedFiles(new FileStore(nats, briefFiles), bytesMax),
      inject: [NATS],
    },
  ],
  exports: [PrintedFiles],
})
export class PrintingModule {}
