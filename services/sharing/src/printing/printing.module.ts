import { Module } from '@nestjs/common';
import { briefFiles, FileStore, PrintedFiles } from '@gongxiang/messaging/files';
import { NATS } from '@gongxiang/messaging/service';

type Nats = ConstructorParameters<typeof FileStore>[0];

/** The largest template, its pictures once for each page. */
const bytesMax = 32 * 1024 * 1024;

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
