import { Module } from '@nestjs/common';
import { CryptoModule } from '../../persons/crypto/crypto.module.js';
import { FirstOperator } from './first-operator.js';

@Module({ imports: [CryptoModule], providers: [FirstOperator] })
export class FirstOperatorModule {}
