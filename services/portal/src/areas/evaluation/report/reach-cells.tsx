import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { RowsByName } from './rows-by-name.js';
import { useSizeClassName } from './use-size-class-name.js';
import type { Reach } from './use-reports.js';

type Cell = Reach['byUnion'][number];
type Kind = 'sizeClass' | 'decade' | 'union';

interface ReachCellsProps {
  readonly title: string;
  readonly kind: Kind;
  readonly cells: readonly Cell[];
}

/** The share of members who were served, as bars with their figures; what is held back is in the table alone. */
export function ReachCells({ title, kind, cells }: ReachCellsProps) {
  const fontSizePx = useChartFont();
  const nameOf = useCellName(kind);
  const columns = useReachColumns(kind);
  const bars = cells.flatMap((cell) =>
    cell.members === null || cell.served === null || cell.members === 0
      ? []
      : [{ name: nameOf(cell), value: (cell.served / cell.members) * 100 }],
  );
  const drawn = JSON.stringify(bars);
  const option = useMemo(
    () => barOption(JSON.parse(drawn) as typeof bars, { min: 0, max: 100, digits: 1, unit: '%' }, fontSizePx),
    [drawn, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby={`reach-${kind}`}>
      <h2 id={`reach-${kind}`}>{title}</h2>
      {bars.length === 0 ? (
        <AllHeldBack>
          <DataTable caption={title} columns={columns} rows={cells} rowKey={({ key }) => key} />
        </AllHeldBack>
      ) : (
        <Chart
          label={title}
          option={option}
          heightPx={barHeightPx(bars.length, fontSizePx)}
          columns={columns}
          rows={cells}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}

/** A table that says of each row that it is not published says so in one sentence; who wants to, sees the rows. */
function AllHeldBack({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('report.reach.allHeld')}</p>
      <details>
        <summary>{t('common.asTable')}</summary>
        {children}
      </details>
    </>
  );
}

/** Union by union: those that were reached, found by name. */
export function ReachedUnions({ reach }: { readonly reach: Reach }) {
  const { t } = useTranslation();
  const columns = useReachColumns('union');
  const texts = useReachTexts();
  const title = t('report.reach.byUnion');
  const nameOf = ({ name }: Cell): string => name ?? '';
  if (reach.byUnion.length === 0) return null;
  return (
    <section className="card" aria-labelledby="reach-union">
      <h2 id="reach-union">{title}</h2>
      <RowsByName<Cell>
        title={title}
        rows={reach.byUnion}
        rowKey={({ key }) => key}
        nameOf={nameOf}
        columns={columns}
        exported={{
          name: title,
          columns: [
            { title: t('report.reach.kind.union'), text: nameOf },
            { title: t('report.reach.members'), text: texts.members },
            { title: t('report.reach.served'), text: texts.served },
            { title: t('report.reach.share'), text: texts.share },
          ],
        }}
      />
      {reach.truncated && <p className="hint">{t('report.truncated')}</p>}
    </section>
  );
}

function useReachColumns(kind: Kind): readonly Column<Cell>[] {
  const { t } = useTranslation();
  const nameOf = useCellName(kind);
  const texts = useReachTexts();
  return [
    { key: 'name', title: t(`report.reach.kind.${kind}`), cell: nameOf },
    { key: 'members', title: t('report.reach.members'), isNumber: true, cell: texts.members },
    { key: 'served', title: t('report.reach.served'), isNumber: true, cell: texts.served },
    { key: 'share', title: t('report.reach.share'), isNumber: true, cell: texts.share },
  ];
}

function useReachTexts() {
  const { t } = useTranslation();
  const format = useFormat();
  const held = t('report.reach.held');
  const countOf = (count: number | null): string => (count === null ? held : format.number(count));
  return {
    members: ({ members }: Cell) => countOf(members),
    served: ({ served }: Cell) => countOf(served),
    share: ({ members, served }: Cell) =>
      members === null || served === null || members === 0 ? held : format.share(served / members),
  };
}

function useCellName(kind: Kind): (cell: Cell) => string {
  const { t } = useTranslation();
  const sizeClassName = useSizeClassName();
  return ({ key, name }) => {
    if (kind === 'union') return name ?? key;
    if (kind === 'sizeClass') return sizeClassName(key);
    return key === 'unknown' ? t('report.reach.unknownAge') : t('report.reach.decade', { from: key });
  };
}
