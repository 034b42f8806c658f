import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { Consistency } from './consistency.js';
import type { WeightVersion } from './use-weight-versions.js';
import { WeightBars } from './weight-bars.js';
import { JudgesOfNode } from './judges-of-node.js';
import { positionsOf, positionsOfJudges } from './weighing.model.js';
import { Judgements } from './judgements.js';

interface VersionProps {
  readonly version: WeightVersion;
  /** Of the nodes, by their keys. */
  readonly names: ReadonlyMap<string, string>;
}

type NodeWeights = WeightVersion['nodes'][number];

/** What each indicator weighs in the whole. */
export function VersionWhole({ version, names }: VersionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useMemo(
    () =>
      version.indicators.map(({ key, weight, path }) => ({
        key,
        name: names.get(key) ?? key,
        weight,
        path: path.slice(0, -1).map((one) => names.get(one) ?? one),
      })),
    // The names come with the system, once.
    [version.indicators, names.size],
  );
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      barOption(
        rows.map(({ name, weight }) => ({ name, value: weight * 100 })),
        { min: 0, digits: 1, unit: '%' },
        fontSizePx,
      ),
    [rows, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="whole-title">
      <h2 id="whole-title">{t('weightVersion.whole')}</h2>
      <Chart
        label={t('weightVersion.whole')}
        option={option}
        heightPx={barHeightPx(rows.length, fontSizePx)}
        columns={[
          { key: 'name', title: t('indicatorSystem.indicator'), cell: ({ name }) => name },
          { key: 'path', title: t('indicatorSystem.within'), cell: ({ path }) => path.join(' › ') },
          {
            key: 'weight',
            title: t('weightVersion.weight'),
            isNumber: true,
            cell: ({ weight }) => format.share(weight),
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

/** Each group: its method, its weights, its judgements and how well they fit together. */
export function VersionNodes({ version, names }: VersionProps) {
  return version.nodes
    .filter(({ items }) => items.length > 1)
    .map((node) => <OneNode key={node.parentKey ?? ''} version={version} node={node} names={names} />);
}

function OneNode({ version, node, names }: VersionProps & { readonly node: NodeWeights }) {
  const { t } = useTranslation();
  const title = node.parentKey === null ? t('weightVersion.top') : (names.get(node.parentKey) ?? '');
  const itemNames = node.items.map((key) => names.get(key) ?? key);
  const input = version.input.find(({ parentKey }) => parentKey === node.parentKey);
  const judges = input?.judges ?? [];
  const upper = input?.upper ?? null;
  const positions = upper === null ? positionsOfJudges(judges) : positionsOf(upper);
  return (
    <section className="card">
      <h2>{t('weightVersion.groupTitle', { title })}</h2>
      <HowWeighed node={node} />
      <WeightBars
        bars={node.items.map((key, index) => ({
          key,
          name: itemNames[index] ?? key,
          weight: node.weights[index] ?? 0,
        }))}
      />
      <Consistency
        ratio={node.consistencyRatio}
        isAcceptable={node.acceptable}
        worst={node.worst}
        mend={node.mend}
        names={itemNames}
        positions={positions}
      />
      {upper !== null && <Judgements names={itemNames} positions={positions} />}
      {judges.length > 0 && <JudgesOfNode node={node} judges={judges} names={itemNames} />}
    </section>
  );
}

/** Method, solver, table, and of measured values their scaling and fingerprint. */
function HowWeighed({ node }: { readonly node: NodeWeights }) {
  const { t } = useTranslation();
  const { method, solver, randomIndex, scaling, rowsHash } = node;
  const parts = [
    t(`weightVersion.method.${method}`),
    solver && t(`weightVersion.solver.${solver}`),
    randomIndex && t(`weightVersion.randomIndex.${randomIndex}`),
    scaling && t(`weightVersion.scaling.${scaling}`),
    rowsHash && t('weightVersion.rowsHash', { hash: rowsHash.slice(0, 8) }),
  ];
  return <p className="hint">{parts.filter((part) => part !== null).join(' · ')}</p>;
}
