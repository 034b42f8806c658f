import { Module } from '@nestjs/common';
import { FileSweep } from './file-sweep.js';
import { KeptFileRepository } from './kept-file.repository.js';
import { KeptFiles } from './kept-files.js';

@Module({
  providers: [KeptFiles, FileSweep, KeptFileRepository],
  exports: [KeptFiles],
})
export class KeptFileModule {}
