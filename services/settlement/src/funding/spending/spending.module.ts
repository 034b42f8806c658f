import { Module } from '@nestjs/common';
import { SpendingConsumer } from './spending.consumer.js';
import { SpendingRepository } from './spending.repository.js';

@Module({ providers: [SpendingConsumer, SpendingRepository], exports: [SpendingRepository] })
export class SpendingModule {}
