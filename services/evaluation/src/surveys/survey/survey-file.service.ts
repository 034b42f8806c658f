import { Injectable } from '@nestjs/common';
import {
  type RenderSurveyResultsRequest,
  surveyContract,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { workbookOf } from '../../reference/printing/table-file.js';
import { SurveyService } from './survey.service.js';
import { surveyTable, surveyTableTexts } from './survey-table.model.js';

/** Published results as a workbook: the same figures as on the page, and nothing that is not there. */
@Injectable()
export class SurveyFileService {
  constructor(
    private readonly surveys: SurveyService,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError as `SurveyService.results` and `PrintedFiles.print` do */
  @Handles(surveyContract.render)
  async render(request: RenderSurveyResultsRequest, call: CallContext): Promise<PrintedFileView> {
    const results = await this.surveys.results(request, call);
    const survey = await this.surveys.get(request, call);
    const texts = surveyTableTexts[call.locale];
    return this.prints.print(call, async () => {
      const { rows, headingRows } = surveyTable(survey, results, texts);
      const fileName = `${texts.title} ${survey.activityTitle}.${request.format}`;
      const bytes = await workbookOf(texts.title, rows, headingRows);
      return { bytes, contentType: sheetType, fileName };
    });
  }
}
