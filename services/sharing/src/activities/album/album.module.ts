import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { PicturePressModule } from '../../files/picture-press/picture-press.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AlbumIntake } from './album-intake.service.js';
import { AlbumController } from './album.controller.js';
import { AlbumDesk } from './album.desk.js';
import { AlbumNotices } from './album.notices.js';
import { AlbumReader } from './album.reader.js';
import { AlbumRepository } from './album.repository.js';
import { AlbumService } from './album.service.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, PicturePressModule],
  controllers: [AlbumController],
  providers: [AlbumService, AlbumIntake, AlbumReader, AlbumDesk, AlbumNotices, AlbumRepository],
})
export class AlbumModule {}
