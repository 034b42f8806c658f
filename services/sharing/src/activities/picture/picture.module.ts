import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { KeptFileModule } from '../../files/kept-file/kept-file.module.js';
import { PicturePressModule } from '../../files/picture-press/picture-press.module.js';
import { PictureIntake } from './picture-intake.service.js';
import { PictureController } from './picture.controller.js';
import { PictureDesk } from './picture.desk.js';
import { PictureReader } from './picture.reader.js';
import { PictureRepository } from './picture.repository.js';
import { PictureService } from './picture.service.js';

@Module({
  imports: [KeptFileModule, PicturePressModule, ActivityModule],
  controllers: [PictureController],
  providers: [PictureService, PictureIntake, PictureReader, PictureDesk, PictureRepository],
  exports: [PictureDesk],
})
export class PictureModule {}
