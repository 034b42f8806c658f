import { Module } from '@nestjs/common';
import { AttachmentModule } from '../../activities/attachment/attachment.module.js';
import { PicturePressModule } from '../../files/picture-press/picture-press.module.js';
import { ResourceModule } from '../../lending/resource/resource.module.js';
import { ConditionsService } from './conditions.service.js';
import { CustodianService } from './custodian.service.js';
import { DocumentReader } from './document.reader.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentService } from './document.service.js';
import { ResourceProfileController } from './profile.controller.js';
import { ResourcePictureController } from './resource-picture.controller.js';
import { ResourcePictureReader } from './resource-picture.reader.js';
import { ResourcePictureService } from './resource-picture.service.js';

@Module({
  imports: [ResourceModule, PicturePressModule, AttachmentModule],
  controllers: [ResourceProfileController, ResourcePictureController],
  providers: [
    ConditionsService,
    CustodianService,
    DocumentService,
    DocumentReader,
    DocumentRepository,
    ResourcePictureService,
    ResourcePictureReader,
  ],
})
export class ResourceProfileModule {}
