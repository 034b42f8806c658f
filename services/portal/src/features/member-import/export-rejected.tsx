import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shell/export-button.js';
import { asText } from './roster-csv.model.js';
import { fieldOf, type ImportRow, type MemberImport } from './roster.model.js';
import { useProblemText } from './use-problem-text.js';
import { fetchRows } from './use-roster.js';

interface ExportRejectedProps {
  readonly found: MemberImport;
  /** The roster itself; without it only numbers of rows and reasons can be told. */
  readonly roster: string[][] | undefined;
}

/** The rows that were not taken, as they stand in the file, with the reason: to be mended and imported again. */
export function ExportRejected({ found, roster }: ExportRejectedProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const header = roster?.[0] ?? [];
  const fieldText = (field: string | null): string => {
    const known = fieldOf(field);
    return known === null ? '' : t(`roster.field.${known}`);
  };
  return (
    <ExportButton<ImportRow>
      label={t('roster.exportFailed')}
      fileName={t('roster.exportFailedName')}
      fetchPage={fetchRows(found.id, 'rejected')}
      columns={[
        ...header.map((title, place) => ({
          title,
          text: ({ row }: ImportRow) => asText(roster?.[row - 1]?.[place] ?? ''),
        })),
        { title: t('roster.row'), text: ({ row }) => `${row}` },
        { title: t('roster.column'), text: ({ field }) => fieldText(field) },
        { title: t('roster.reason'), text: ({ code }) => (code === null ? '' : problemText(code)) },
      ]}
    />
  );
}
