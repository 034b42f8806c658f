import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import type { ScoreRevision } from './score.model.js';

/** What the score was before, and what each revision has changed. */
export function ScoreRevisions({ scoreId }: { readonly scoreId: string }) {
  const { t } = useTranslation();
  const columns = useColumns(scoreId);
  return (
    <section className="card" aria-labelledby="revisions-title">
      <h2 id="revisions-title">{t('scores.revisions')}</h2>
      <p className="hint">{t('scores.revisionsHint')}</p>
      <Loaded query={useRead('score', '/scores/{scoreId}/revisions', { scoreId })}>
        {({ revisions }) => (
          <DataTable
            caption={t('scores.revisions')}
            columns={columns}
            rows={revisions}
            rowKey={(revision) => revision.scoreId}
          />
        )}
      </Loaded>
    </section>
  );
}

function useColumns(shownId: string): readonly Column<ScoreRevision>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'revision',
      title: t('scores.revision'),
      cell: ({ scoreId, revision }) => {
        const name = t('scores.revisionOf', { number: revision });
        return scoreId === shownId ? <strong>{name}</strong> : <Link to={`/scores/${scoreId}`}>{name}</Link>;
      },
    },
    { key: 'at', title: t('score.computedAt'), cell: ({ createdAt }) => format.instant(createdAt) },
    { key: 'cause', title: t('scores.causeLabel'), cell: ({ cause }) => t(`scores.cause.${cause}`) },
    {
      key: 'score',
      title: t('score.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? t('score.nothingMeasured') : score.toFixed(2)),
    },
    {
      key: 'difference',
      title: t('scores.difference'),
      isNumber: true,
      cell: ({ difference, revision }) =>
        revision === 1 || difference === null ? t('scores.firstRevision') : signed(difference),
    },
    { key: 'changes', title: t('scores.changes'), cell: (revision) => <Changes revision={revision} /> },
  ];
}

function Changes({ revision }: { readonly revision: ScoreRevision }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (value: number | null): string =>
    value === null ? t('scores.unknown') : format.number(Math.round(value * 100) / 100);
  if (revision.revision === 1) return null;
  if (revision.changes.length === 0) return <>{t('scores.noChange')}</>;
  return (
    <ul className="plain-list">
      {revision.changes.map(({ indicatorId, name, valueBefore, valueAfter, pointsBefore, pointsAfter }) => (
        <li key={indicatorId}>
          {t('scores.changeOf', {
            name,
            before: shown(valueBefore),
            after: shown(valueAfter),
            points: signed(pointsAfter - pointsBefore),
          })}
        </li>
      ))}
    </ul>
  );
}

function signed(points: number): string {
  return `${points >= 0 ? '+' : '−'}${Math.abs(points).toFixed(2)}`;
}
