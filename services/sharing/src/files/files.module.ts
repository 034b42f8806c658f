import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { PictureFiles } from '@gongxiang/messaging/uploads';
import { FileSweep } from './stored-file/file-sweep.js';
import { StoredFileRepository } from './stored-file/stored-file.repository.js';

const picturePress = [PictureFiles];
/** The largest template, with its pictures once per page. */
const bytesMax = 32 * 1024 * 1024;

const printing = [
  {
    provide: PrintedFiles,
    useFactory: (store: Store) => new PrintedFiles(new FileStore(store, briefFilesOf('sharing')), bytesMax),
    inject: [STORE],
  },
];
const keptFile = [FileSweep, StoredFileRepository];

@Module({
  providers: [...picturePress, ...printing, ...keptFile],
  exports: [PictureFiles, PrintedFiles],
})
export class FilesModule {}
