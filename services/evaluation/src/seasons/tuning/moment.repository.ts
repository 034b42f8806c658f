import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { Between } from 'typeorm';
import { SurveyMomentRow } from '../../surveys/survey/survey.entity.js';

/** Reads the sums of answers that surveys keep at their close. */
@Injectable()
export class MomentRepository {
  /** Those of surveys that closed in a period, the earliest first. */
  season(
    tx: Transaction,
    indicatorSystemId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<SurveyMomentRow[]> {
    return tx.sql.find(SurveyMomentRow, {
      where: { indicatorSystemId, frozenOn: Between(from, to) },
      order: { frozenOn: 'ASC', surveyId: 'ASC' },
    });
  }
}
