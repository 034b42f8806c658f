import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useFigureText } from './figures.js';
import type { Peers, ReportScope } from './use-reports.js';

type PeerFigure = Peers['figures'][number];

/** The union beside those of its size class and tier: quartiles, and its own place. */
export function PeersSection({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead('report', '/reports/peers', { ...scope });
  return (
    <section className="card" aria-labelledby="peers-title">
      <h2 id="peers-title">{t('report.peers.title')}</h2>
      <p className="hint">{t('report.peers.hint')}</p>
      {isPending && <LoadingState rows={4} />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Compared figures={data.figures} />}
    </section>
  );
}

/** Figures that too few unions have are named in one sentence; a table of nothing but dashes says no more. */
function Compared({ figures }: { readonly figures: readonly PeerFigure[] }) {
  const { t } = useTranslation();
  const columns = usePeerColumns();
  const compared = figures.filter(({ unions }) => unions !== null);
  const few = figures.filter(({ unions }) => unions === null);
  if (compared.length === 0) return <p>{t('report.peers.none')}</p>;
  return (
    <>
      <DataTable
        caption={t('report.peers.title')}
        columns={columns}
        rows={compared}
        rowKey={({ figure }) => figure}
      />
      {few.length > 0 && (
        <p className="hint">
          {t('report.peers.few', {
            figures: few.map(({ figure }) => t(`report.figure.${figure}`)).join(t('common.separator')),
          })}
        </p>
      )}
    </>
  );
}

function usePeerColumns(): readonly Column<PeerFigure>[] {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const quartiles = ['own', 'lowerQuartile', 'median', 'upperQuartile'] as const;
  return [
    { key: 'figure', title: t('report.peers.figure'), cell: ({ figure }) => t(`report.figure.${figure}`) },
    ...quartiles.map((name): Column<PeerFigure> => ({
      key: name,
      title: t(`report.peers.${name}`),
      isNumber: true,
      cell: (row) => textOf(row.figure, row[name]),
    })),
    {
      key: 'place',
      title: t('report.peers.place'),
      isNumber: true,
      cell: ({ place, unions }) =>
        unions === null || place === null
          ? t('report.unknown')
          : t('report.peers.placeOf', { place: String(place), unions: String(unions) }),
    },
  ];
}
