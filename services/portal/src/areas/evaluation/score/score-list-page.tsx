import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { useActivityTitles } from '../survey/use-closed-activities.js';
import { type Score, type ScoreFilters, subjectKinds } from './score.model.js';

export function ScoreListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const create = holds('evaluator') ? <ButtonLink to="/scores/new">{t('score.new')}</ButtonLink> : undefined;
  return (
    <ListPage
      title={t('app.page.scores')}
      actions={
        <>
          {create}
          <ButtonLink to="/score-batches" isPlain>
            {t('scores.batches')}
          </ButtonLink>
        </>
      }
      intro={<p className="hint">{t('scores.intro')}</p>}
      filters={<Filters filters={filters} />}
      list={useList('score', '/scores', filters)}
      empty={{ text: t('score.empty'), action: create }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('scores.exportName'), columns: useExportColumns() }}
    />
  );
}

/** The newest revision of each, unless all are asked for. */
function filtersOf(search: URLSearchParams): ScoreFilters {
  const activityId = search.get('activity');
  const subjectId = search.get('subject');
  const subjectKind = subjectKinds.find((kind) => kind === search.get('kind'));
  return {
    ...(activityId === null ? {} : { activityId }),
    ...(subjectId === null ? {} : { subjectId }),
    ...(subjectKind === undefined ? {} : { subjectKind }),
    ...(search.get('revisions') === 'all' ? {} : { latest: true as const }),
  };
}

function Filters({ filters }: { readonly filters: ScoreFilters }) {
  const { t } = useTranslation();
  const titles = useActivityTitles();
  const [search, setSearch] = useSearchParams();
  const choose = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  return (
    <>
      <Choice
        value={filters.subjectKind ?? ''}
        label={t('scores.kindLabel')}
        options={[
          { value: '', label: t('scores.allKinds') },
          ...subjectKinds.map((value) => ({ value, label: t(`scores.kind.${value}`) })),
        ]}
        onChange={(chosen) => choose('kind', chosen)}
      />
      <Choice
        value={filters.activityId ?? ''}
        label={t('survey.activity')}
        options={[
          { value: '', label: t('score.allActivities') },
          ...[...titles].map(([value, label]) => ({ value, label })),
        ]}
        onChange={(chosen) => choose('activity', chosen)}
      />
      <Choice
        value={filters.latest === true ? '' : 'all'}
        label={t('scores.latestLabel')}
        options={[
          { value: '', label: t('scores.latest.yes') },
          { value: 'all', label: t('scores.latest.no') },
        ]}
        onChange={(chosen) => choose('revisions', chosen)}
      />
    </>
  );
}

function useExportColumns(): readonly ExportColumn<Score>[] {
  const { t } = useTranslation();
  const number = (value: number | null | undefined): string => value?.toString() ?? '';
  return [
    { title: t('scores.kindLabel'), text: ({ subject }) => t(`scores.kind.${subject.kind}`) },
    { title: t('scores.subject'), text: (score) => nameOf(score, t) },
    { title: t('scores.batchFrom'), text: ({ periodFrom }) => periodFrom ?? '' },
    { title: t('scores.batchTo'), text: ({ periodTo }) => periodTo ?? '' },
    { title: t('survey.system'), text: (score) => systemOf(score, t) },
    { title: t('scores.revision'), text: ({ revision }) => String(revision) },
    { title: t('score.score'), text: ({ score }) => number(score) },
    { title: `${t('scores.interval')} ↓`, text: ({ interval }) => number(interval?.low) },
    { title: `${t('scores.interval')} ↑`, text: ({ interval }) => number(interval?.high) },
    { title: t('score.coverage'), text: ({ coverage }) => number(coverage) },
    { title: t('score.inputs'), text: ({ inputsHash }) => inputsHash },
    { title: t('score.computedAt'), text: ({ createdAt }) => createdAt },
  ];
}

function nameOf({ subject }: Score, t: TFunction): string {
  return subject.name ?? t('scores.unnamed');
}

function systemOf(score: Score, t: TFunction): string {
  const { indicatorSystemName: name, indicatorSystemVersion: version } = score;
  return t('indicatorSystem.nameAndVersion', { name, version });
}

function useColumns(): readonly Column<Score>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'subject',
      title: t('scores.subject'),
      cell: (score) => (
        <div>
          <Link to={`/scores/${score.id}`}>{nameOf(score, t)}</Link>
          <div className="hint">{t(`scores.kind.${score.subject.kind}`)}</div>
        </div>
      ),
      order: (score) => nameOf(score, t),
    },
    {
      key: 'period',
      title: t('scores.period'),
      cell: ({ periodFrom: from, periodTo: to }) =>
        from === null || to === null ? t('scores.ownTime') : format.days(from, to),
      order: ({ periodTo }) => periodTo,
    },
    {
      key: 'score',
      title: t('score.score'),
      isNumber: true,
      cell: ({ score, interval }) => (
        <div>
          {score === null ? t('score.nothingMeasured') : score.toFixed(1)}
          {interval !== null && (
            <div className="hint">
              {t('scores.mostly', { low: interval.low.toFixed(1), high: interval.high.toFixed(1) })}
            </div>
          )}
        </div>
      ),
      order: ({ score }) => score,
    },
    { key: 'system', title: t('survey.system'), cell: (score) => systemOf(score, t) },
    {
      key: 'at',
      title: t('score.computedAt'),
      cell: ({ createdAt, revision }) => (
        <div>
          {format.instant(createdAt)}
          <div className="hint">{t('scores.revisionOf', { number: revision })}</div>
        </div>
      ),
      order: ({ createdAt }) => createdAt,
    },
  ];
}
