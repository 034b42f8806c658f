import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../../kit/data-table.js';
import { figureNames, useFigureText } from './figures.js';
import type { Grouping, ReportRow } from './use-reports.js';
import { useRowName } from './use-row-name.js';

/** The columns of a report: what a row is, then its figures. */
export function useFigureColumns(groupBy: Grouping): readonly Column<ReportRow>[] {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const nameOf = useRowName(groupBy);
  return [
    {
      key: 'name',
      title: t(`report.row.${groupBy}`),
      cell: (row) =>
        groupBy === 'activity' ? (
          <Link to={`/activities/${row.key}`} className="cell-link">
            {nameOf(row)}
          </Link>
        ) : (
          nameOf(row)
        ),
    },
    ...figureNames.map((figure): Column<ReportRow> => ({
      key: figure,
      title: t(`report.figure.${figure}`),
      isNumber: true,
      cell: (row) => textOf(figure, row[figure]),
    })),
  ];
}
