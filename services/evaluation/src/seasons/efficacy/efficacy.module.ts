import { Module } from '@nestjs/common';
import { EfficacyController } from './efficacy.controller.js';
import { EfficacyService } from './efficacy.service.js';

@Module({ controllers: [EfficacyController], providers: [EfficacyService] })
export class EfficacyModule {}
