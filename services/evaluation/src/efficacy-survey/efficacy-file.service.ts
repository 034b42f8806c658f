import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { writeXlsx } from 'hucre/xlsx';
import type { PrintedFileView, RenderEfficacyResultsRequest } from '@gongxiang/contracts';
import { type CallContext, DomainError, fileNameText } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { efficacyWorkbook } from './efficacy-sheets.js';
import { EfficacySurveyService } from './efficacy-survey.service.js';
import { ResultsService } from './results.service.js';

/** Under this name the store of files that live for minutes is injected. */
export const BRIEF_FILES = Symbol('brief files');

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A few hundred lines of figures. */
const bytesMax = 1024 * 1024;
const nameLettersMax = 120;

/** Results as a workbook. At most six kinds with 70 cells and six facts each: written in a few milliseconds. */
@Injectable()
export class EfficacyFileService {
  constructor(
    @Inject(BRIEF_FILES) private readonly files: FileStore,
    private readonly surveys: EfficacySurveyService,
    private readonly published: ResultsService,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also before the close: there is nothing to be written; `NOT_SIGNED_IN` */
  async render(request: RenderEfficacyResultsRequest, call: CallContext): Promise<PrintedFileView> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const results = await this.published.results(request, call);
    if (results.frozenOn === null) throw new DomainError('NOT_FOUND');
    const { name } = await this.surveys.get(request, call);
    const bytes = await writeXlsx(efficacyWorkbook(results, name, call.locale));
    const options = { bytesMax, types: ['application/zip'], ownerId: call.actor.personId };
    const { key, size } = await this.files.put(Readable.from([Buffer.from(bytes)]), options);
    return { key, size, contentType, fileName: `${fileNameText(name, nameLettersMax)}.${request.format}` };
  }
}
