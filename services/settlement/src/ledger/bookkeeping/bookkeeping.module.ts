import { Module } from '@nestjs/common';
import { BookkeepingController } from './bookkeeping.controller.js';
import { BookkeepingRepository } from './bookkeeping.repository.js';
import { BookkeepingService } from './bookkeeping.service.js';

@Module({ controllers: [BookkeepingController], providers: [BookkeepingRepository, BookkeepingService] })
export class BookkeepingModule {}
