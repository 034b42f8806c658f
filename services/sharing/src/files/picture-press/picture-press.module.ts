import { Module } from '@nestjs/common';
import { KeptFileModule } from '../kept-file/kept-file.module.js';
import { PictureFiles } from './picture-files.js';

@Module({ imports: [KeptFileModule], providers: [PictureFiles], exports: [PictureFiles] })
export class PicturePressModule {}
