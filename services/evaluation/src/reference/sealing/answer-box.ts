import type { JsonWebKey } from 'node:crypto';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ResponseReceived } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type Clock, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { CLOCK } from '@gongxiang/messaging/service';
import { importPublicKey, tokenHash, verifyToken } from './blind-signature.js';
import { type AskingTable, SealedAnswerRepository, type SealedResponse } from './sealed-answer.repository.js';
import { seal } from './sealed-box.js';

const receiptBytes = 32;

/** Who asks, and by which keys. */
export interface Asking {
  readonly table: AskingTable;
  readonly surveyId: string;
  /** Tokens are signed with it. */
  readonly publicKey: JsonWebKey;
  /** Answers are sealed to it; null where there is none. */
  readonly sealingKey: Buffer | null;
}

/** What entitles to one answer, in base64. */
export interface Entitlement {
  readonly token: string;
  readonly signature: string;
  readonly receipt: string;
}

/** An answer in the bytes that are sealed: choices together, and what was written to each question by itself. */
export interface AnswerParts {
  readonly choices: Buffer;
  readonly texts: readonly Buffer[];
}

/**
 * Takes answers from nobody in particular. It is given no call context, so that nothing of it can be written down:
 * neither who is signed in, nor an address, nor a trace. What was answered leaves the memory of this process sealed.
 */
@Injectable()
export class AnswerBox {
  constructor(
    private readonly answers: SealedAnswerRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param parts of the answer, once it is known that there may be one @throws whatever it finds wrong with the answer
   * @throws DomainError `TOKEN_INVALID`, `RECEIPT_INVALID`, `TOKEN_USED` (E125), `SURVEY_NOT_OPEN`
   */
  async put(
    { table, surveyId, publicKey, sealingKey }: Asking,
    entitlement: Entitlement,
    parts: () => AnswerParts,
  ): Promise<Outcome<ResponseReceived>> {
    const token = Buffer.from(entitlement.token, 'base64');
    const signature = Buffer.from(entitlement.signature, 'base64');
    // By its own key: a token of another survey is worth nothing here.
    if (!verifyToken(importPublicKey(publicKey), token, signature)) throw new DomainError('TOKEN_INVALID');
    const receipt = Buffer.from(entitlement.receipt, 'base64');
    if (receipt.length !== receiptBytes) throw new DomainError('RECEIPT_INVALID', { pointer: '/receipt' });
    const { choices, texts } = parts();
    if (sealingKey === null) throw new DomainError('SURVEY_NOT_OPEN');
    const response: SealedResponse = {
      surveyId,
      tokenHash: tokenHash(token),
      receiptHash: createHash('sha256').update(receipt).digest(),
      sealed: await seal(choices, sealingKey),
      texts: await Promise.all(texts.map((text) => seal(text, sealingKey))),
    };
    const inserted = await this.answers.insert(table, response, this.clock.now());
    if (!inserted) await this.requireRetry(response);
    return { body: { received: true }, existing: !inserted, replayed: false };
  }

  /** A phone that did not hear of the first time sends the same again: that is no second answer. */
  private async requireRetry({ surveyId, tokenHash: hash, receiptHash }: SealedResponse): Promise<void> {
    const kept = await this.answers.findReceipt(surveyId, hash);
    if (kept === null) throw new DomainError('SURVEY_NOT_OPEN');
    if (!kept.equals(receiptHash)) throw new DomainError('TOKEN_USED');
  }
}
