import '../../../kit/styles/list-page.css';
import '../../../kit/styles/ledger.css';
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
          <>
            <Summary census={found} by={by} />
            <section className="card" aria-labelledby="by-union-title">
              <h2 id="by-union-title">{t('census.byUnion')}</h2>
              <div className="list-filters">
                <Choice<Dimension>
                  label={t('census.by')}
                  value={by}
                  options={dimensions.map((value) => ({ value, label: t(`census.dimension.${value}`) }))}
                  onChange={(chosen) => setSearch({ union: found.unionId, by: chosen ?? 'sex' })}
                />
              </div>
              <CensusTable census={found} />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Summary({ census, by }: { readonly census: Census; readonly by: Dimension }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText();
  const statistics = useRead('census', '/unions/{unionId}/statistics', { unionId: census.unionId });
  return (
    <>
      <h2>{census.unionName}</h2>
      {census.aboveId !== null && (
        <p>
          <Link to={`?union=${census.aboveId}&by=${by}`}>{t('census.above')}</Link>
        </p>
      )}
      {!census.isOwn && <p className="hint">{t('census.hiddenHint')}</p>}
      <Loaded query={statistics}>
        {(found) => {
          const { values = [] } = found.dimensions.find((one) => one.by === 'participation') ?? {};
          const never = values.find(({ value }) => value === 'never')?.members ?? null;
          return (
            <>
              <dl className="figures">
                <div>
                  <dt>{t('census.members')}</dt>
                  <dd>{countText(found.members)}</dd>
                </div>
                <div>
                  <dt>{t('census.never')}</dt>
                  <dd>{countText(never)}</dd>
                </div>
              </dl>
              <p className="hint">
                {t('census.asOf')} {format.instant(found.asOf)}
              </p>
              <CensusCharts statistics={found} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
