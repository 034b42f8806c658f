import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { useOffices } from '../../../session/use-offices.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { thisYear } from '../../../session/year-choice.js';
import { figureYearOf } from '../figures/figures.model.js';
import { YearFilter } from '../figures/year-filter.js';
import {
  type Coverage,
  type CoverageKind,
  type CoverageLine,
  type CoverageUnion,
  areAllFew,
  figuresOf,
  growthOption,
  missingAudience,
  shownShareOf,
} from './coverage.model.js';

const StateAudience = lazyPart('StateAudience', () => import('./state-audience.js'), { rows: 3 });

/** How many of whom care is for a union and those below it have reached in a year. */
export function CoveragePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [first] = useOffices().unionIdsOf('officer', 'auditor');
  const unionId = search.get('union') ?? first;
  const year = figureYearOf(search, thisYear());
  const query = useRead(
    'coverage',
    '/unions/{unionId}/coverage',
    unionId === undefined ? undefined : { unionId, year: Number(year) },
  );
  const look = (changed: { readonly union?: string; readonly year?: string }): void =>
    setSearch({ year, ...(unionId === undefined ? {} : { union: unionId }), ...changed });
  return (
    <>
      <PageHead title={t('coverage.title')} back="/matters" />
      <p className="hint">{t('coverage.hint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('matter.union')}
          roles={['officer', 'auditor']}
          none={t('common.choose')}
          onChange={(union) => look(union === undefined ? {} : { union })}
          {...(unionId === undefined ? {} : { value: unionId })}
        />
        <YearFilter year={year} onChange={(chosen) => look(chosen === undefined ? {} : { year: chosen })} />
      </div>
      {unionId !== undefined && <Loaded query={query}>{(coverage) => <Parts coverage={coverage} />}</Loaded>}
    </>
  );
}

function Parts({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const { lines, unions, mayState } = coverage;
  const reached = lines.filter((line) => line.reached > 0);
  return (
    <>
      <section className="card" aria-labelledby="cover-title">
        <h2 id="cover-title">{coverage.unionName}</h2>
        <DataTable
          caption={coverage.unionName}
          columns={useLineColumns()}
          rows={lines}
          rowKey={({ kind }) => kind}
        />
        {reached.length === 0 && <p className="hint">{t('coverage.whyFew')}</p>}
      </section>
      {mayState && <StateAudience coverage={coverage} />}
      {reached.length > 0 && <Growth lines={reached} />}
      {unions.length > 0 && <Below unions={unions} />}
    </>
  );
}

/** Fewer than five are not shown: that is not the same as none. */
function useReached(): (people: number) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (people) =>
    people === 0 ? t('coverage.fewerThanFive') : t('coverage.atLeast', { number: number(people) });
}

function useLineColumns(): readonly Column<CoverageLine>[] {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  const reachedWords = useReached();
  return [
    { key: 'kind', title: t('coverage.whom'), cell: ({ kind }) => t(`coverage.kind.${kind}`) },
    {
      key: 'reached',
      title: t('coverage.reached'),
      isNumber: true,
      cell: ({ reached }) => reachedWords(reached),
    },
    {
      key: 'audience',
      title: t('coverage.audience'),
      isNumber: true,
      cell: ({ kind, audience }) =>
        audience === null ? t(`coverage.${missingAudience(kind)}`) : number(audience),
    },
    {
      key: 'share',
      title: t('coverage.share'),
      isNumber: true,
      cell: (line) => {
        const shown = shownShareOf(line);
        return shown === null ? '–' : share(shown);
      },
    },
    {
      key: 'source',
      title: t('coverage.source'),
      cell: ({ source }) => (source === null ? '–' : t(`coverage.sourceIs.${source}`)),
    },
  ];
}

function Growth({ lines }: { readonly lines: readonly CoverageLine[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const fontSizePx = useChartFont();
  const nameOf = (kind: CoverageKind): string => t(`coverage.kind.${kind}`);
  return (
    <section className="card" aria-labelledby="growth-title">
      <h2 id="growth-title">{t('coverage.growth')}</h2>
      <Chart
        label={t('coverage.growth')}
        option={growthOption(lines, nameOf, fontSizePx)}
        heightPx={280}
        columns={[
          { key: 'kind', title: t('coverage.whom'), cell: ({ kind }) => nameOf(kind) },
          ...(lines[0]?.months ?? []).map(({ month }, index) => ({
            key: String(month),
            title: t('coverage.month', { month }),
            isNumber: true,
            cell: ({ months }: CoverageLine) => number(months[index]?.reached ?? 0),
          })),
        ]}
        rows={lines}
        rowKey={({ kind }) => kind}
      />
    </section>
  );
}

function Below({ unions }: { readonly unions: readonly CoverageUnion[] }) {
  const { t } = useTranslation();
  const { share } = useFormat();
  const reachedWords = useReached();
  const kinds = unions[0]?.figures.map(({ kind }) => kind) ?? [];
  const columns: readonly Column<CoverageUnion>[] = [
    { key: 'union', title: t('coverage.union'), cell: ({ unionName }) => unionName },
    ...kinds.map((kind) => ({
      key: kind,
      title: t(`coverage.kind.${kind}`),
      isNumber: true,
      cell: (union: CoverageUnion) => {
        const figures = figuresOf(union, kind);
        const shown = shownShareOf(figures);
        return shown === null ? reachedWords(figures.reached) : share(shown);
      },
    })),
  ];
  return (
    <section className="card" aria-labelledby="below-title">
      <h2 id="below-title">{t('coverage.below')}</h2>
      <DataTable
        caption={t('coverage.below')}
        columns={columns}
        rows={unions}
        rowKey={({ unionId }) => unionId}
      />
      {areAllFew(unions) && <p className="hint">{t('coverage.whyFew')}</p>}
    </section>
  );
}
