import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import type { Question } from './question.model.js';

interface QuestionSummaryProps {
  readonly question: Question;
  readonly summary: components['schemas']['QuestionSummaryView'];
}

/** The answers to a question: bars with their table where it has options, else counts and sums. */
export function QuestionSummaryCard({ question, summary }: QuestionSummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answered, unanswered, numbers, counts } = summary;
  const number = (value: number): string => format.number(Math.round(value * 100) / 100);
  return (
    <section className="card" aria-labelledby={`summary-${question.id}`}>
      <h2 id={`summary-${question.id}`}>{question.title}</h2>
      <p className="hint">{t('signUpForm.answers.answered', { answered, unanswered })}</p>
      {numbers !== null && (
        <p>
          {t('signUpForm.answers.numbers', {
            sum: number(numbers.sum),
            least: number(numbers.least),
            greatest: number(numbers.greatest),
          })}
        </p>
      )}
      {counts.length > 0 && answered > 0 && <Counts question={question} summary={summary} />}
    </section>
  );
}

interface CountRow {
  readonly name: string;
  readonly value: number;
}

function Counts({ question, summary }: QuestionSummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fontSizePx = useChartFont();
  const [yes, no] = [t('signUpForm.ask.yes'), t('signUpForm.ask.no')];
  const rows = useMemo((): CountRow[] => {
    const names = new Map((question.options ?? []).map(({ id, label }) => [id, label]));
    if (question.kind === 'yesNo') names.set('yes', yes).set('no', no);
    return summary.counts.map(({ option, count }) => ({ name: names.get(option) ?? option, value: count }));
  }, [question, summary, yes, no]);
  const option = useMemo(() => barOption(rows, { min: 0, digits: 0 }, fontSizePx), [rows, fontSizePx]);
  const columns: Column<CountRow>[] = [
    { key: 'name', title: t('signUpForm.answers.option'), cell: ({ name }) => name },
    {
      key: 'value',
      title: t('signUpForm.answers.count'),
      isNumber: true,
      cell: ({ value }) => format.number(value),
    },
  ];
  return (
    <Chart
      label={t('signUpForm.answers.chart', { title: question.title })}
      option={option}
      heightPx={barHeightPx(rows.length, fontSizePx)}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
    />
  );
}
