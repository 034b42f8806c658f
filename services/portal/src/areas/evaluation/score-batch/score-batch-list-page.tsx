import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { ScoreBatchForm } from './score-batch-form.js';

type ScoreBatch = components['schemas']['ScoreBatchView'];

const lookAgainMs = 2_000;

/** Scores whole periods at once, and shows how far that is. */
export function ScoreBatchListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useList('scoreBatch', '/score-batches', {});
  const { items, refetch } = list;
  const isRunning = items?.some(({ state }) => state === 'running') ?? false;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void refetch(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  return (
    <ListPage
      title={t('scores.batches')}
      back="/scores"
      intro={
        <>
          <p className="hint">{t('scores.batchesHint')}</p>
          {holds('evaluator') && <ScoreBatchForm />}
        </>
      }
      list={list}
      empty={{ text: t('scores.noBatches') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<ScoreBatch>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'kind',
      title: t('scores.kindLabel'),
      cell: ({ subjectKind }) => (
        <Link
          to={`/scores?kind=${subjectKind}`}
          aria-label={`${t('scores.seeScores')} ${t(`scores.kind.${subjectKind}`)}`}
        >
          {t(`scores.kind.${subjectKind}`)}
        </Link>
      ),
    },
    {
      key: 'period',
      title: t('scores.period'),
      cell: ({ from, to }) => format.days(from, to),
    },
    {
      key: 'system',
      title: t('survey.system'),
      cell: ({ indicatorSystemName: name, indicatorSystemVersion: version }) =>
        t('indicatorSystem.nameAndVersion', { name, version }),
    },
    { key: 'state', title: t('scores.stateLabel'), cell: ({ state }) => t(`scores.state.${state}`) },
    {
      key: 'progress',
      title: t('scores.progress'),
      isNumber: true,
      cell: ({ done, total }) =>
        t('scores.progressOf', { done: format.number(done), total: format.number(total) }),
    },
    {
      key: 'computed',
      title: t('scores.computed'),
      isNumber: true,
      cell: ({ computed }) => format.number(computed),
    },
    {
      key: 'unchanged',
      title: t('scores.unchanged'),
      isNumber: true,
      cell: ({ unchanged }) => format.number(unchanged),
    },
    { key: 'skipped', title: t('scores.skipped'), cell: ({ skipped }) => <Skipped skipped={skipped} /> },
  ];
}

const reasons = ['FACTS_INCOMPLETE', 'SURVEY_OPEN', 'REFERENCE_PENDING', 'NOTHING_MEASURED'] as const;

function Skipped({ skipped }: Pick<ScoreBatch, 'skipped'>) {
  const { t } = useTranslation();
  const said = skipped.map(({ reason, count }) => {
    const known = reasons.find((one) => one === reason);
    return t('scores.skippedOf', {
      reason: known === undefined ? reason : t(`scores.reason.${known}`),
      number: count,
    });
  });
  return <>{said.length === 0 ? '0' : said.join(t('common.separator'))}</>;
}
