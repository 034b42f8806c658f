import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { KeptFileModule } from '../../files/kept-file/kept-file.module.js';
import { PictureModule } from '../picture/picture.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AttachmentIntake } from './attachment-intake.service.js';
import { AttachmentController } from './attachment.controller.js';
import { AttachmentOnlookers } from './attachment.onlookers.js';
import { AttachmentReader } from './attachment.reader.js';
import { AttachmentRepository } from './attachment.repository.js';
import { AttachmentService } from './attachment.service.js';
import { CheckedUploads } from './checked-uploads.js';

@Module({
  imports: [ReferenceModule, KeptFileModule, ActivityModule, PictureModule],
  controllers: [AttachmentController],
  providers: [
    AttachmentService,
    AttachmentIntake,
    AttachmentReader,
    AttachmentOnlookers,
    AttachmentRepository,
    CheckedUploads,
  ],
  exports: [AttachmentService, CheckedUploads],
})
export class AttachmentModule {}
