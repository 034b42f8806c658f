import { Injectable } from '@nestjs/common';
import {
  efficacySurveyContract,
  type RenderEfficacyResultsRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { writeXlsx } from 'hucre/xlsx';
import { efficacyWorkbook } from './efficacy-sheets.js';
import { EfficacySurveyService } from './efficacy-survey.service.js';
import { ResultsService } from './results.service.js';

/** Results as a workbook. At most six kinds with 70 cells and six facts each: written in a few milliseconds. */
@Injectable()
export class EfficacyFileService {
  constructor(
    private readonly surveys: EfficacySurveyService,
    private readonly published: ResultsService,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also before the close: there is nothing to be written; `NOT_SIGNED_IN` */
  @Handles(efficacySurveyContract.render)
  async render(request: RenderEfficacyResultsRequest, call: CallContext): Promise<PrintedFileView> {
    const results = await this.published.results(request, call);
    if (results.frozenOn === null) throw new DomainError('NOT_FOUND');
    const { name } = await this.surveys.get(request, call);
    return this.prints.print(call, async () => ({
      bytes: Buffer.from(await writeXlsx(efficacyWorkbook(results, name, call.locale))),
      contentType: sheetType,
      fileName: `${name}.${request.format}`,
    }));
  }
}
