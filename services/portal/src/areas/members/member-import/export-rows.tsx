import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../kit/export-button.js';
import { asText } from './roster-csv.model.js';
import { fieldOf, type ImportRow, type MemberImport, remarksOf } from './roster.model.js';
import { useProblemText } from './use-problem-text.js';
import { fetchRows } from './use-roster.js';

interface ExportRowsProps {
  readonly found: MemberImport;
  /** The roster itself; without it only numbers of rows and reasons can be told. */
  readonly roster: string[][] | undefined;
  /** The rows that were not taken, to be mended and imported again; or those that somebody should look at. */
  readonly which: 'rejected' | 'warned';
}

/** Rows as they stand in the file, with what is said of them. */
export function ExportRows({ found, roster, which }: ExportRowsProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const header = roster?.[0] ?? [];
  const fieldText = (field: string | null): string => {
    const known = fieldOf(field);
    return known === null ? '' : t(`roster.field.${known}`);
  };
  const told = (row: ImportRow, text: (remark: ReturnType<typeof remarksOf>[number]) => string): string =>
    [...new Set(remarksOf(row).map(text))].join('; ');
  return (
    <ExportButton<ImportRow>
      label={t(`roster.export.${which}`)}
      fileName={t(`roster.exportName.${which}`)}
      fetchPage={fetchRows(found.id, which)}
      columns={[
        ...header.map((title, place) => ({
          title,
          text: ({ row }: ImportRow) => asText(roster?.[row - 1]?.[place] ?? ''),
        })),
        { title: t('roster.row'), text: ({ row }) => `${row}` },
        { title: t('roster.column'), text: (row) => told(row, ({ field }) => fieldText(field)) },
        { title: t('roster.reason'), text: (row) => told(row, ({ code }) => problemText(code)) },
      ]}
    />
  );
}
