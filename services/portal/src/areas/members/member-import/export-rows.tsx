import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../../api/use-read.js';
import { ExportButton } from '../../../kit/export-button.js';
import { asText } from './roster-csv.model.js';
import { fieldOf, type ImportRow, type MemberImport, remarksOf, rowFilterOf } from './roster.model.js';
import { useProblemText } from './use-problem-text.js';

interface ExportRowsProps {
  readonly found: MemberImport;
  /** The roster itself; without it the file has only the numbers of the rows and the reasons. */
  readonly roster: string[][] | undefined;
  /** The rejected rows, to be corrected and imported again; or those with warnings. */
  readonly which: 'rejected' | 'warned';
}

/** The rows of the file, with the remarks of the report. */
export function ExportRows({ found, roster, which }: ExportRowsProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const header = roster?.[0] ?? [];
  const fieldText = (field: string | null): string => {
    const known = fieldOf(field);
    return known === null ? '' : t(`roster.field.${known}`);
  };
  const remarks = (row: ImportRow, text: (remark: ReturnType<typeof remarksOf>[number]) => string): string =>
    [...new Set(remarksOf(row).map(text))].join('; ');
  return (
    <ExportButton<ImportRow>
      label={t(`roster.export.${which}`)}
      fileName={t(`roster.exportName.${which}`)}
      fetchPage={pagesOf('/member-imports/{importId}/rows', {
        importId: found.id,
        ...rowFilterOf(which),
      })}
      columns={[
        ...header.map((title, place) => ({
          title,
          text: ({ row }: ImportRow) => asText(roster?.[row - 1]?.[place] ?? ''),
        })),
        { title: t('roster.row'), text: ({ row }) => `${row}` },
        { title: t('roster.column'), text: (row) => remarks(row, ({ field }) => fieldText(field)) },
        { title: t('roster.reason'), text: (row) => remarks(row, ({ code }) => problemText(code)) },
      ]}
    />
  );
}
