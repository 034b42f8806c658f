import { Module } from '@nestjs/common';
import { SendingModule } from '../sending/sending.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { DeliveryReportService } from './delivery-report/delivery-report.service.js';
import { NoticeConsumer } from './notice/notice.consumer.js';
import { NoticeDelivery } from './notice/notice-delivery.js';
import { NoticeErasure } from './notice/notice-erasure.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NoticeService } from './notice/notice.service.js';

@Module({
  imports: [SendingModule, ReferenceModule],
  providers: [
    NoticeRepository,
    NoticeService,
    NoticeConsumer,
    NoticeDelivery,
    NoticeErasure,
    DeliveryReportService,
  ],
  exports: [NoticeDelivery],
})
export class InboxModule {}
