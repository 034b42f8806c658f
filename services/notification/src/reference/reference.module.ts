import { Module } from '@nestjs/common';
import { OfficeRepository } from './office.repository.js';
import { ReferenceConsumer } from './reference.consumer.js';

@Module({ providers: [OfficeRepository, ReferenceConsumer], exports: [OfficeRepository] })
export class ReferenceModule {}
