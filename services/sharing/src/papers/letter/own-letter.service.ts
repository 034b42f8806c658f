import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  letterContract,
  type LetterVerificationView,
  type ListMyLettersRequest,
  type MyLetterView,
  type RenderLetterRequest,
  type VerifyLetterRequest,
} from '@gongxiang/contracts/sharing/papers/letter.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, dateIn, DomainError, type Locale } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { LetterTemplateRepository } from '../letter-template/letter-template.repository.js';
import { letterMediaTypes } from '../letter-template/media-types.js';
import { shownCode, valuesOf } from '../letter-template/placeholders.model.js';
import { TemplateFiles } from '../letter-template/template-files.js';
import type { LetterRow } from './letter.entity.js';
import { typedCode } from './letter.model.js';
import { LetterRepository } from './letter.repository.js';

const stampTexts: Readonly<Record<Locale, string>> = { 'zh-CN': '扫码核验', en: 'Scan to verify' };

/** A person's own letters; and public verification of a letter. */
@Injectable()
export class OwnLetterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly letters: LetterRepository,
    private readonly templates: LetterTemplateRepository,
    private readonly files: TemplateFiles,
    private readonly prints: PrintedFiles,
  ) {}

  @Handles(letterContract.listMine)
  list(request: ListMyLettersRequest, call: CallContext): Promise<Page<MyLetterView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.readOwnLetters, {});
      const rows = await this.letters.own(tx, tx.personId, request);
      return toPage(rows.map(myLetterOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** The letter with the full name, for its holder only. @throws DomainError `NOT_FOUND`, `TIME_UP` */
  @Handles(letterContract.render)
  async render(request: RenderLetterRequest, call: CallContext): Promise<PrintedFileView> {
    const { row, template } = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.readOwnLetters, {});
      const own = await this.letters.findOwn(tx, tx.personId, request.letterId);
      const from = own && (await this.templates.findById(tx, own.templateId));
      if (!own || !from) throw new DomainError('NOT_FOUND');
      return { row: own, template: from };
    });
    const format = request.as ?? 'pdf';
    const { number, code, companions, facts } = row;
    const query = new URLSearchParams({ number, code: shownCode(code) }).toString();
    const order = {
      values: valuesOf(facts, { name: request.name, number, code, companions }),
      title: `${template.name} ${number}`,
      locale: call.locale,
      madeAt: row.issuedAt,
      stamp: {
        address: `${request.origin}/verify?${query}`,
        text: `${stampTexts[call.locale]} ${number} ${shownCode(code)}`,
      },
    };
    return this.prints.print(call, async () => ({
      bytes: await this.files.render(format, template, order, call),
      contentType: letterMediaTypes[format],
      fileName: `${template.name} ${number}.${format}`,
    }));
  }

  /** @throws DomainError `NOT_FOUND` if number and code belong to no valid letter */
  @Handles(letterContract.verify)
  verify(request: VerifyLetterRequest, call: CallContext): Promise<LetterVerificationView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.letters.findByCode(tx, typedCode(request.code), request.number);
      if (row === null) throw new DomainError('NOT_FOUND');
      const { number, kind, maskedName, facts } = row;
      const { activityTitle, issuerName, issuedOn, startsAt, timeZone } = facts;
      const activityOn = dateIn(timeZone, new Date(startsAt));
      return { number, kind, maskedName, activityTitle, activityOn, issuerName, issuedOn };
    });
  }
}

function myLetterOf({ id, kind, number, activityId, facts }: LetterRow): MyLetterView {
  const { activityTitle, issuerName, issuedOn } = facts;
  return { id, kind, number, activityId, activityTitle, issuerName, issuedOn };
}
