import { Module } from '@nestjs/common';
import { AnswerBox } from './answer-box.js';
import { Counting } from './counting.js';
import { KeyDirectory } from './key-directory.js';
import { SealedAnswerRepository } from './sealed-answer.repository.js';
import { SigningKeyCipher } from './signing-key.cipher.js';

const tools = [KeyDirectory, SigningKeyCipher, SealedAnswerRepository, AnswerBox, Counting];

@Module({ providers: tools, exports: tools })
export class SealingModule {}
