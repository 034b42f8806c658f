import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';

/** Fifty thousand places with everything that they rest on. */
const bytesMax = 128 * 1024 * 1024;

@Module({
  providers: [
    {
      provide: PrintedFiles,
      useFactory: (store: Store) =>
        new PrintedFiles(new FileStore(store, briefFilesOf('evaluation')), bytesMax),
      inject: [STORE],
    },
  ],
  exports: [PrintedFiles],
})
export class PrintingModule {}
