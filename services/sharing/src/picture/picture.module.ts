import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { KeptFileModule } from '../kept-file/kept-file.module.js';
import { PictureFiles } from './picture-files.js';
import { PictureIntake } from './picture-intake.service.js';
import { PictureController } from './picture.controller.js';
import { PictureDesk } from './picture.desk.js';
import { PictureReader } from './picture.reader.js';
import { PictureRepository } from './picture.repository.js';
import { PictureService } from './picture.service.js';

@Module({
  imports: [KeptFileModule, ActivityModule],
  controllers: [PictureController],
  providers: [PictureService, PictureIntake, PictureReader, PictureDesk, PictureFiles, PictureRepository],
  exports: [PictureDesk, PictureFiles],
})
export class PictureModule {}
