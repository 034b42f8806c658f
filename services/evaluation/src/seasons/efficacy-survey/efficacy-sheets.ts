import type {
  EfficacyFactName,
  EfficacyKindResult,
  EfficacySurveyResultsView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { type Locale, workbookText } from '@gongxiang/domain';
import type { CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { type EfficacyTexts, efficacyTexts } from './efficacy-sheets-texts.js';

/** Found wherever Chinese is read in a spreadsheet; others put their own Chinese font in its place. */
const font = { name: 'Microsoft YaHei', size: 10 };

/**
 * What a season found as a workbook: a sheet of kinds, one of opinions by function and business, one of facts. Nothing
 * stands in it that the page does not show.
 * @param season what the survey is called
 */
export function efficacyWorkbook(
  results: EfficacySurveyResultsView,
  season: string,
  locale: Locale,
): WriteOptions {
  const texts = efficacyTexts[locale];
  return {
    defaultFont: font,
    properties: { title: workbookText(`${texts.title} ${season}`), creator: '工享 Gongxiang' },
    sheets: [
      sheetOf(
        texts.sheets.kinds,
        texts.kindColumns,
        results.kinds.map((one) => kindLine(one, texts)),
      ),
      sheetOf(
        texts.sheets.opinions,
        texts.opinionColumns,
        results.kinds.flatMap((one) => opinionLines(one, texts)),
      ),
      sheetOf(
        texts.sheets.facts,
        texts.factColumns,
        results.kinds.flatMap((one) => factLines(one, texts)),
      ),
    ],
  };
}

function sheetOf(name: string, columns: readonly string[], lines: readonly CellValue[][]): WriteSheet {
  return {
    name,
    columns: columns.map(() => ({ width: 18 })),
    rows: [[...columns], ...lines],
    freezePane: { rows: 1 },
  };
}

function kindLine(one: EfficacyKindResult, texts: EfficacyTexts): CellValue[] {
  const { kind, invited, answers, identification, satisfaction } = one;
  return [
    texts.kinds[kind],
    invited,
    answers,
    identification,
    satisfaction,
    one.previousIdentification,
    one.previousSatisfaction,
  ];
}

function opinionLines({ kind, opinions }: EfficacyKindResult, texts: EfficacyTexts): CellValue[][] {
  return opinions.map((one) => [
    texts.kinds[kind],
    texts.aspects[one.aspect],
    texts.functions[one.function],
    texts.businesses[one.business],
    one.mean,
    one.previous,
  ]);
}

function factLines({ kind, facts }: EfficacyKindResult, texts: EfficacyTexts): CellValue[][] {
  return facts.map(({ fact, value, previous }) => [
    texts.kinds[kind],
    texts.facts[fact as EfficacyFactName],
    value,
    previous,
  ]);
}
