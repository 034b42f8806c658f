import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { WeightVersion } from '../weight-version/use-weight-versions.js';
import type { Comparison } from './use-studio.js';

export interface StudioProps {
  readonly version: WeightVersion;
  /** Of the nodes, by their keys. */
  readonly names: ReadonlyMap<string, string>;
}

type Group = Comparison['groups'][number];
type Method = Group['methods'][number];
type Whole = Comparison['wholes'][number];

/** On a phone a table is as long as it has cells: there they are folded until somebody wants one. */
const isRoomy = matchMedia('(min-width: 768px)').matches;

/** The same groups weighed by every method that there is something to compute from, then down the whole tree. */
export function MethodsSection({ version, names }: StudioProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('weightVersion', '/weight-versions/{weightVersionId}/methods', {
    weightVersionId: version.id,
  });
  if (data === undefined)
    return error === null ? (
      <LoadingState rows={6} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  return (
    <>
      <h2>{t('studio.methods')}</h2>
      {data.groups.map((group) => (
        <GroupMethods key={group.parentKey ?? ''} group={group} names={names} />
      ))}
      <WholeByMethod wholes={data.wholes} names={names} />
    </>
  );
}

function GroupMethods({ group, names }: { readonly group: Group } & Pick<StudioProps, 'names'>) {
  const { t } = useTranslation();
  const { parentKey, items, methods, rows } = group;
  const title = t('studio.group', {
    title: parentKey === null ? t('weightVersion.top') : (names.get(parentKey) ?? parentKey),
  });
  const hasRatio = methods.some(({ consistencyRatio }) => consistencyRatio !== null);
  const columns: Column<Method>[] = [
    { key: 'method', title: t('studio.methodLabel'), cell: ({ method }) => t(`studio.method.${method}`) },
    ...items.map((key, place) => ({
      key,
      title: names.get(key) ?? key,
      isNumber: true,
      cell: ({ weights }: Method) => <Share share={weights[place] ?? 0} />,
    })),
  ];
  const ratio: Column<Method> = {
    key: 'ratio',
    title: t('studio.ratio'),
    isNumber: true,
    cell: ({ consistencyRatio }) => consistencyRatio?.toFixed(3) ?? t('common.none'),
  };
  return (
    <details className="card fold" open={isRoomy}>
      <summary>{title}</summary>
      <Wide label={title}>
        <DataTable
          caption={title}
          columns={hasRatio ? [...columns, ratio] : columns}
          rows={methods}
          rowKey={({ method }) => method}
        />
      </Wide>
      <p className="hint">{rows < 2 ? t('studio.rowsNone') : t('studio.rows', { count: rows })}</p>
    </details>
  );
}

/** Up to nine columns of bars: where they are too many for the screen they move under the hand, or by the arrow keys. */
function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** A share as a number with a bar of its length below it. */
function Share({ share }: { readonly share: number }) {
  const format = useFormat();
  return (
    <span className="share">
      {format.share(share)}
      <span className="share-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}

function WholeByMethod({
  wholes,
  names,
}: { readonly wholes: readonly Whole[] } & Pick<StudioProps, 'names'>) {
  const { t } = useTranslation();
  const keys = wholes[0]?.indicators.map(({ key }) => key) ?? [];
  const columns: Column<string>[] = [
    { key: 'name', title: t('studio.indicator'), cell: (key) => names.get(key) ?? key },
    ...wholes.map(({ method, indicators }) => ({
      key: method,
      title: t(`studio.method.${method}`),
      isNumber: true,
      cell: (key: string) => <Share share={indicators.find((one) => one.key === key)?.weight ?? 0} />,
    })),
  ];
  return (
    <details className="card fold" open={isRoomy}>
      <summary>{t('studio.whole')}</summary>
      <p className="hint">{t('studio.wholeHint')}</p>
      <Wide label={t('studio.whole')}>
        <DataTable caption={t('studio.whole')} columns={columns} rows={keys} rowKey={(key) => key} />
      </Wide>
    </details>
  );
}
