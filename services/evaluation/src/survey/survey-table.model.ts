import type { SurveyQuestion, SurveyResultsView } from '@gongxiang/contracts';
import type { Locale, TableCell } from '@gongxiang/domain';

/** What the table says. */
interface TableTexts {
  readonly title: string;
  readonly columns: readonly string[];
  readonly or: string;
}

export const surveyTableTexts: Readonly<Record<Locale, TableTexts>> = {
  'zh-CN': {
    title: '测评结果',
    columns: ['题目', '选项', '人数', '均分'],
    or: ' 或 ',
  },
  en: {
    title: 'Results of a survey',
    columns: ['Question', 'Option', 'Count', 'Mean'],
    or: ' or ',
  },
};

/**
 * What was published of a closed survey as a table: a line for each question, then one for each of its options that are
 * told. What is held back has no figure here either, and looks as what nobody answered. An activity has one cell and one
 * organiser, so the whole is all that there is to say.
 * @returns the heading first
 */
export function surveyTable(
  questions: readonly SurveyQuestion[],
  { cuts }: Pick<SurveyResultsView, 'cuts'>,
  texts: TableTexts,
): TableCell[][] {
  const asked = questions.filter(({ kind }) => kind !== 'text');
  const whole = cuts.find(({ dimension }) => dimension === 'all');
  const lines = asked.flatMap((question): TableCell[][] => {
    const found = whole?.questions.find(({ key }) => key === question.key);
    const parts = found?.distribution ?? [];
    return [
      [question.text, null, found?.count ?? null, found?.mean ?? null],
      ...parts.map(({ key, count }) => [question.text, optionsOf(question, key, texts.or), count, null]),
    ];
  });
  return [[...texts.columns], ...lines];
}

/** Several options that are told together, joined. */
function optionsOf({ choices }: SurveyQuestion, key: string, or: string): string {
  const textOf = (one: string): string => choices?.find((choice) => choice.key === one)?.text ?? one;
  return key.split('+').map(textOf).join(or);
}
