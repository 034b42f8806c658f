import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { Loaded } from '../../../kit/loaded.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { periodOf, type Span } from './cells.js';
import { graphOption } from './graph-option.js';
import type { Edge } from './account.model.js';

/** Who gave what to whom, as arrows between unions; the arrows as a table behind it, all others as one sum. */
export function LendingGraph({ span }: { readonly span: Span }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const graph = useRead('lendingGraph', '/lending-graph', periodOf(span, new Date()));
  return (
    <section className="card" aria-labelledby="graph-title">
      <h2 id="graph-title">{t('givenAndReceived.graph')}</h2>
      <p className="hint">{t('givenAndReceived.graphHint')}</p>
      <Loaded query={graph}>
        {({ edges, rest }) => (
          <>
            {edges.length === 0 ? <p>{t('givenAndReceived.noEdges')}</p> : <Graph edges={edges} />}
            {rest.pairs > 0 && (
              <p>
                {t('givenAndReceived.rest', {
                  count: rest.pairs,
                  loans: number(rest.loans),
                  hours: number(rest.hours),
                  seats: number(rest.seats),
                })}
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Graph({ edges }: { readonly edges: readonly Edge[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      graphOption(
        edges,
        ({ fromName, toName, loans, hours, seats }) =>
          t('givenAndReceived.edge', { from: fromName, to: toName, loans, hours, seats }),
        fontSizePx,
      ),
    [edges, t, fontSizePx],
  );
  return (
    <Chart
      label={t('givenAndReceived.graph')}
      option={option}
      heightPx={380}
      columns={[
        { key: 'from', title: t('givenAndReceived.giver'), cell: ({ fromName }) => fromName },
        { key: 'to', title: t('givenAndReceived.receiver'), cell: ({ toName }) => toName },
        ...(['loans', 'hours', 'seats'] as const).map((figure) => ({
          key: figure,
          title: t(`givenAndReceived.figure.${figure}`),
          isNumber: true,
          cell: (edge: Edge) => number(edge[figure]),
        })),
      ]}
      rows={edges}
      rowKey={({ fromId, toId }) => `${fromId} ${toId}`}
    />
  );
}
