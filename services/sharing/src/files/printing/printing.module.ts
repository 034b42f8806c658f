import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';

/** The largest template, its pictures once for each page. */
const bytesMax = 32 * 1024 * 1024;

@Module({
  providers: [
    {
      provide: PrintedFiles,
      useFactory: (store: Store) => new PrintedFiles(new FileStore(store, briefFilesOf('sharing')), bytesMax),
      inject: [STORE],
    },
  ],
  exports: [PrintedFiles],
})
export class PrintingModule {}
