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

/** How it is refused that nothing is taken now. */
const notOpen = {
  survey: 'SURVEY_NOT_OPEN',
  efficacy_survey: 'SURVEY_NOT_OPEN',
  vote: 'VOTE_NOT_OPEN',
} as const satisfies Readonly<Record<AskingTable, string>>;

/** An open survey with its keys. */
interface OpenSurveyKeys {
  readonly table: AskingTable;
  readonly surveyId: string;
  /** The key that signs tokens. */
  readonly publicKey: JsonWebKey;
  /** The key that answers are sealed to; null if there is none. */
  readonly sealingKey: Buffer | null;
}

/** The entitlement to one answer, in base64. */
interface Entitlement {
  readonly token: string;
  readonly signature: string;
  readonly receipt: string;
}

/** The bytes of an answer to be sealed: all choices together, and each text separately. */
export interface AnswerParts {
  readonly choices: Buffer;
  readonly texts: readonly Buffer[];
}

/**
 * Accepts anonymous answers. It gets no call context, so that neither the caller, nor an address, nor a trace can be
 * recorded. Answers leave the memory of this process only in sealed form.
 */
@Injectable()
export class AnswerBox {
  constructor(
    private readonly answers: SealedAnswerRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param parts builds the parts of the answer once the entitlement is verified
   * @throws the errors of an invalid answer
   * @throws DomainError `TOKEN_INVALID`, `RECEIPT_INVALID`, `TOKEN_USED` (E125), `SURVEY_NOT_OPEN`, of votes `VOTE_NOT_OPEN`
   */
  async put(
    { table, surveyId, publicKey, sealingKey }: OpenSurveyKeys,
    entitlement: Entitlement,
    parts: () => AnswerParts,
  ): Promise<Outcome<ResponseReceived>> {
    const token = Buffer.from(entitlement.token, 'base64');
    const signature = Buffer.from(entitlement.signature, 'base64');
    // Verified with this survey's key, so a token of another survey is invalid.
    if (!verifyToken(importPublicKey(publicKey), token, signature)) throw new DomainError('TOKEN_INVALID');
    const receipt = Buffer.from(entitlement.receipt, 'base64');
    if (receipt.length !== receiptBytes) throw new DomainError('RECEIPT_INVALID', { pointer: '/receipt' });
    const { choices, texts } = parts();
    if (sealingKey === null) throw new DomainError(notOpen[table]);
    const response: SealedResponse = {
      surveyId,
      tokenHash: tokenHash(token),
      receiptHash: createHash('sha256').update(receipt).digest(),
      sealed: await seal(choices, sealingKey),
      texts: await Promise.all(texts.map((text) => seal(text, sealingKey))),
    };
    const inserted = await this.answers.insert(table, response, this.clock.now());
    if (!inserted) await this.requireRetry(table, response);
    return { body: { received: true }, existing: !inserted, replayed: false };
  }

  /** A client that missed the response sends the same answer again; that is a retry, not a second answer. */
  private async requireRetry(
    table: AskingTable,
    { surveyId, tokenHash: hash, receiptHash }: SealedResponse,
  ): Promise<void> {
    const storedHash = await this.answers.findReceipt(surveyId, hash);
    if (storedHash === null) throw new DomainError(notOpen[table]);
    if (!storedHash.equals(receiptHash)) throw new DomainError('TOKEN_USED');
  }
}
