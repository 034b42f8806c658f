import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListRecognitionsRequest,
  recognitionContract,
  type RecognitionIdRequest,
  type RecognitionVerificationView,
  type RecognitionView,
  type RenderRecognitionRequest,
  type VerifyRecognitionRequest,
} from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { certificateOf } from './certificate.js';
import { shownCode, typedCode } from './recognition.model.js';
import { RecognitionRepository } from './recognition.repository.js';
import { recognitionView } from './recognition-view.js';

/** Recognitions are for everybody who is signed in; whether a certificate is genuine, for everybody. */
@Injectable()
export class RecognitionReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly recognitions: RecognitionRepository,
    private readonly prints: PrintedFiles,
  ) {}

  @Handles(recognitionContract.get)
  get(request: RecognitionIdRequest, call: CallContext): Promise<RecognitionView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return recognitionView(await this.recognitions.find(tx, request.recognitionId));
    });
  }

  @Handles(recognitionContract.list)
  list(request: ListRecognitionsRequest, call: CallContext): Promise<Page<RecognitionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.recognitions.list(tx, request);
      return toPage(rows.map(recognitionView), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** The certificate. @throws DomainError `NOT_FOUND`, `TIME_UP`, `BUSY` */
  @Handles(recognitionContract.render)
  async render(request: RenderRecognitionRequest, call: CallContext): Promise<PrintedFileView> {
    const row = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.recognitions.find(tx, request.recognitionId);
    });
    const address = `${request.origin}/recognitions/verify?code=${shownCode(row.code)}`;
    return this.prints.print(call, async () => ({
      bytes: await certificateOf(row, { locale: call.locale, address }),
      contentType: 'application/pdf',
      fileName: `${row.title} ${row.subjectName}.pdf`,
    }));
  }

  /** @throws DomainError `NOT_FOUND` where no recognition has the code */
  @Handles(recognitionContract.verify)
  verify(request: VerifyRecognitionRequest, call: CallContext): Promise<RecognitionVerificationView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.recognitions.findByCode(tx, typedCode(request.code));
      if (row === null) throw new DomainError('NOT_FOUND');
      const { title, level, year, subjectName, issuerName, grantedAt, revokedAt } = row;
      const grantedOn = shanghaiDate(grantedAt);
      return { title, level, year, subjectName, issuerName, grantedOn, valid: revokedAt === null };
    });
  }
}
