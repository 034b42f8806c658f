import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SubjectModule } from '../../reference/subject/subject.module.js';
import { FigureFile } from './figure-file.js';
import { FigureImporter } from './figure-importer.js';
import { FigureMatching } from './figure-matching.js';
import { FigureReader } from './figure-reader.js';
import { FigureController } from './figure.controller.js';
import { FigureRepository } from './figure.repository.js';
import { FigureService } from './figure.service.js';

@Module({
  imports: [ReferenceModule, SubjectModule],
  controllers: [FigureController],
  providers: [FigureService, FigureImporter, FigureMatching, FigureFile, FigureRepository, FigureReader],
  exports: [FigureReader],
})
export class FigureModule {}
