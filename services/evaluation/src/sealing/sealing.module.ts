import { Module } from '@nestjs/common';
import { KeyDirectory } from './key-directory.js';

@Module({ providers: [KeyDirectory], exports: [KeyDirectory] })
export class SealingModule {}
