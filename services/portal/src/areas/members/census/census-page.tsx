import '../../../kit/styles/figure-tiles.css';
import '../../../kit/styles/list-page.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { CensusCharts } from './census-charts.js';
import { CensusTable } from './census-table.js';
import { useCountText } from './use-count-text.js';

export type Census = AnswerAt<'/census'>;
export type Statistics = AnswerAt<'/unions/{unionId}/statistics'>;
export type Dimension = components['schemas']['CensusView']['by'];

export const dimensions: readonly Dimension[] = [
  'sex',
  'age',
  'employment',
  'activation',
  'standing',
  'participation',
  'sizeClass',
];

/** How many members a union has and of what kinds, and where below it they are. */
export function CensusPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const by = dimensions.find((one) => one === search.get('by')) ?? 'sex';
  const choose = (chosen: string | undefined): void =>
    setSearch({ ...(chosen === undefined ? {} : { union: chosen }), by });
  const census = useRead('census', '/census', { by, ...(union === undefined ? {} : { union }) });
  const shown = union ?? census.data?.unionId;
  return (
    <>
      <PageHead title={t('app.page.census')} />
      <p className="hint">{t('census.hint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('census.union')}
          none={t('census.chooseUnion')}
          roles={['officer', 'auditor']}
          {...(shown === undefined ? {} : { value: shown })}
          onChange={choose}
        />
      </div>
      <Loaded query={census}>
        {(found) => (
          <Overview census={found} by={by}>
            <CensusTable census={found}>
              <Choice<Dimension>
                label={t('census.by')}
                value={by}
                options={dimensions.map((value) => ({ value, label: t(`census.dimension.${value}`) }))}
                onChange={(chosen) => setSearch({ union: found.unionId, by: chosen ?? 'sex' })}
              />
            </CensusTable>
          </Overview>
        )}
      </Loaded>
    </>
  );
}

interface OverviewProps {
  readonly census: Census;
  readonly by: Dimension;
  /** The unions below, between the figures in short and their charts. */
  readonly children: ReactNode;
}

function Overview({ census, by, children }: OverviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const statistics = useRead('census', '/unions/{unionId}/statistics', { unionId: census.unionId });
  return (
    <>
      {census.aboveId !== null && (
        <p>
          <Link to={`?union=${census.aboveId}&by=${by}`} className="back">
            {t('census.above')}
          </Link>
        </p>
      )}
      {!census.isOwn && <p className="hint">{t('census.hiddenHint')}</p>}
      <Loaded query={statistics}>
        {(found) => (
          <>
            <Figures statistics={found} />
            <p className="hint">
              {t('census.asOf', { union: census.unionName, time: format.instant(found.asOf) })}
            </p>
            {children}
            <CensusCharts statistics={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What one asks first: how many there are, how many can sign in, and whom no activity has reached. */
function Figures({ statistics }: { readonly statistics: Statistics }) {
  const { t } = useTranslation();
  const countText = useCountText();
  const { dimensions: counted, months, members } = statistics;
  const countOf = (by: string, value: string): number | null =>
    counted.find((one) => one.by === by)?.values.find((one) => one.value === value)?.members ?? null;
  const joined = months.map((month) => month.joined);
  const figures = [
    { name: t('census.members'), count: members },
    { name: t('census.value.activation.imported'), count: countOf('activation', 'imported') },
    { name: t('census.never'), count: countOf('participation', 'never') },
    { name: t('census.joinedInYear'), count: sumOf(joined) },
  ];
  return (
    <dl className="figure-tiles">
      {figures.map(({ name, count }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{countText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Not shown where one of them is not: it could be computed from the sum. */
function sumOf(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  );
}
