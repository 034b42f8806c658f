import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { useChoiceName } from './use-votes.js';
import type { Vote } from './vote.model.js';

type Result = NonNullable<Vote['result']>;

interface VoteResultProps {
  readonly vote: Vote;
  readonly result: Result;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** Whether it is carried, how many took part, and the votes of each choice. */
export function VoteResult({ vote, result }: VoteResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entitled, voted } = result;
  return (
    <section className="card" aria-labelledby="vote-result">
      <h2 id="vote-result">{t('vote.result')}</h2>
      <Outcome vote={vote} result={result} />
      <dl className="facts">
        <dt>{t('vote.entitled')}</dt>
        <dd>{t('vote.people', { count: entitled })}</dd>
        <dt>{t('vote.voted')}</dt>
        <dd>{t('vote.votedOf', { count: voted, share: Math.round((voted / entitled) * 100) })}</dd>
      </dl>
      <Counts vote={vote} result={result} />
      {vote.closedAt !== null && (
        <p className="hint">{t('vote.frozen', { time: format.instant(vote.closedAt) })}</p>
      )}
    </section>
  );
}

function Outcome({ vote, result }: VoteResultProps) {
  const { t } = useTranslation();
  const nameOf = useChoiceName();
  const notice = { showIcon: true, className: 'notice' } as const;
  if (result.counts === null)
    return <Alert {...notice} type="warning" title={t('vote.tooFew')} description={t('vote.tooFewHint')} />;
  if (!result.quorate) return <Alert {...notice} type="warning" title={t('vote.notQuorate')} />;
  if (vote.kind === 'motion')
    return result.carried ? (
      <Alert {...notice} type="success" title={t('vote.carried')} />
    ) : (
      <Alert {...notice} type="info" title={t('vote.notCarried')} />
    );
  if (result.elected.length === 0) return <Alert {...notice} type="info" title={t('vote.nobodyElected')} />;
  const names = vote.choices
    .filter(({ key }) => result.elected.includes(key))
    .map(nameOf)
    .join(t('common.separator'));
  return result.carried ? (
    <Alert {...notice} type="success" title={t('vote.elected', { names })} />
  ) : (
    <Alert {...notice} type="info" title={t('vote.someElected', { names })} />
  );
}

function Counts({ vote, result }: VoteResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useChoiceName();
  const fontSizePx = useChartFont();
  const lines = useMemo(
    () =>
      vote.choices.map((choice): Line => {
        const counted = result.counts?.find(({ key }) => key === choice.key);
        return { key: choice.key, name: nameOf(choice), count: counted?.count ?? 0 };
      }),
    [vote, result, nameOf],
  );
  const option = useMemo(() => {
    const bars = lines.map(({ name, count }) => ({ name, value: count }));
    return barOption(bars, { min: 0, digits: 0 }, fontSizePx);
  }, [lines, fontSizePx]);
  if (result.counts === null) return null;
  const columns: readonly Column<Line>[] = [
    { key: 'option', title: t('vote.option'), cell: ({ name }) => name },
    { key: 'count', title: t('vote.count'), isNumber: true, cell: ({ count }) => format.number(count) },
  ];
  return (
    <Chart
      label={t('vote.resultChart')}
      option={option}
      heightPx={barHeightPx(lines.length, fontSizePx)}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
    />
  );
}
