import { Module } from '@nestjs/common';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { MoneyCallConsumer } from './money-call.consumer.js';
import { MoneyCallWork } from './money-call.work.js';

@Module({ imports: [NoticeModule], providers: [MoneyCallConsumer, MoneyCallWork] })
export class MoneyCallModule {}
