import type {
  SurveyQuestion,
  SurveyResultsView,
  SurveyView,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { Locale, TableCell } from '@gongxiang/domain';

interface SurveyTable {
  readonly rows: TableCell[][];
  /** So many at the top stay in view. */
  readonly headingRows: number;
}

/** What the table says. */
interface TableTexts {
  readonly title: string;
  readonly columns: readonly string[];
  readonly or: string;
  /** What the page says above the results: the threshold may not have protected those who answered. */
  readonly singleSource: string;
}

export const surveyTableTexts: Readonly<Record<Locale, TableTexts>> = {
  'zh-CN': {
    title: '测评结果',
    columns: ['题目', '选项', '人数', '均分'],
    or: ' 或 ',
    singleSource:
      '注意：能填写的人几乎都来自同一个工会，或由同一名干部办理入会。平台无法排除虚构会员的可能，请不要据此推断个别人的答案。',
  },
  en: {
    title: 'Results of a survey',
    columns: ['Question', 'Option', 'Count', 'Mean'],
    or: ' or ',
    singleSource:
      'Note: nearly all who could answer came for one union, or were admitted by one officer. The platform cannot rule out that members were invented; do not conclude from these figures what single people answered.',
  },
};

/**
 * What was published of a closed survey as a table: a line for each question, then one for each of its options that
 * are told. What is held back has no figure here either, and looks as what nobody answered. An activity has one cell
 * and one organiser, so the whole is all that there is to say.
 * @returns the heading first, below the warning where there is one
 */
export function surveyTable(
  { questions, singleSource }: Pick<SurveyView, 'questions' | 'singleSource'>,
  { cuts }: Pick<SurveyResultsView, 'cuts'>,
  texts: TableTexts,
): SurveyTable {
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
  const top = singleSource === true ? [[texts.singleSource]] : [];
  return { rows: [...top, [...texts.columns], ...lines], headingRows: top.length + 1 };
}

/** Options published together, joined. */
function optionsOf({ choices }: SurveyQuestion, key: string, or: string): string {
  const textOf = (one: string): string => choices?.find((choice) => choice.key === one)?.text ?? one;
  return key.split('+').map(textOf).join(or);
}
