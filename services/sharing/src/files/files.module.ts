import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, PrintedFiles, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { FileSweep } from './kept-file/file-sweep.js';
import { KeptFileRepository } from './kept-file/kept-file.repository.js';
import { KeptFiles } from './kept-file/kept-files.js';
import { PictureFiles } from './picture-press/picture-files.js';

const picturePress = [PictureFiles];
/** The largest template, its pictures once for each page. */
const bytesMax = 32 * 1024 * 1024;

const printing = [
  {
    provide: PrintedFiles,
    useFactory: (store: Store) => new PrintedFiles(new FileStore(store, briefFilesOf('sharing')), bytesMax),
    inject: [STORE],
  },
];
const keptFile = [KeptFiles, FileSweep, KeptFileRepository];

@Module({
  providers: [...picturePress, ...printing, ...keptFile],
  exports: [KeptFiles, PictureFiles, PrintedFiles],
})
export class FilesModule {}
