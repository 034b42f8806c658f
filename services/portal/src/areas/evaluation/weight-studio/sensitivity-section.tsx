import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { StudioProps } from './methods-section.js';
import type { Sensitivity } from './use-studio.js';

type Swap = Sensitivity['swaps'][number];

/** For each indicator the smallest change of its weight that would swap the first two. */
export function SensitivitySection({ version, names }: StudioProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead(
    'weightVersion',
    '/weight-versions/{weightVersionId}/sensitivity',
    {
      weightVersionId: version.id,
    },
  );
  return (
    <section className="card" aria-labelledby="sensitivity-title">
      <h2 id="sensitivity-title">{t('studio.sensitivity')}</h2>
      {data !== undefined ? (
        <Swaps sensitivity={data} names={names} />
      ) : error === null ? (
        <LoadingState rows={3} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </section>
  );
}

function Swaps({ sensitivity, names }: { readonly sensitivity: Sensitivity } & Pick<StudioProps, 'names'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns(names);
  const { first, second, swaps } = sensitivity;
  if (first === null || second === null) return <p className="hint">{t('studio.sensitivityNone')}</p>;
  const [least] = swaps;
  return (
    <>
      <p>
        {t('studio.leaders', {
          first: first.name,
          firstScore: format.number(round(first.score)),
          second: second.name,
          secondScore: format.number(round(second.score)),
        })}
      </p>
      <p>
        {least === undefined || least.swapsAt === null
          ? t('studio.robust')
          : t('studio.most', {
              name: names.get(least.key) ?? least.key,
              from: format.share(least.weight),
              to: format.share(least.swapsAt),
            })}
      </p>
      <DataTable caption={t('studio.sensitivity')} columns={columns} rows={swaps} rowKey={({ key }) => key} />
    </>
  );
}

function useColumns(names: StudioProps['names']): readonly Column<Swap>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const never = t('studio.never');
  return [
    { key: 'name', title: t('studio.indicator'), cell: ({ key }) => names.get(key) ?? key },
    { key: 'weight', title: t('studio.weight'), isNumber: true, cell: ({ weight }) => format.share(weight) },
    {
      key: 'swapsAt',
      title: t('studio.swapsAt'),
      isNumber: true,
      cell: ({ swapsAt }) => (swapsAt === null ? never : format.share(swapsAt)),
    },
    {
      key: 'change',
      title: t('studio.change'),
      isNumber: true,
      cell: ({ change }) => (change === null ? never : `${change > 0 ? '+' : ''}${format.share(change)}`),
    },
  ];
}

function round(score: number): number {
  return Number(score.toFixed(2));
}
