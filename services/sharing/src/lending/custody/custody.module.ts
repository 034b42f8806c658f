import { Module } from '@nestjs/common';
import { CustodyRepository } from './custody.repository.js';

@Module({ providers: [CustodyRepository], exports: [CustodyRepository] })
export class CustodyModule {}
