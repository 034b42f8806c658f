import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { AgreementConsumer } from './agreement.consumer.js';
import { AgreementService } from './agreement.service.js';

@Module({ imports: [ReferenceModule], providers: [AgreementConsumer, AgreementService] })
export class AgreementModule {}
