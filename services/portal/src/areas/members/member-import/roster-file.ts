import { useQuery } from '@tanstack/react-query';
import { download } from '../../../api/download.js';
import { session } from '../../../api/platform.js';
import { parseCsv } from '../../../kit/csv-rows.model.js';
import { readDraft, writeDraft } from '../../../kit/draft.js';
import { csvOf } from './roster-csv.model.js';
import { type Mended, mendedRows } from './mending.model.js';
import { hasReport, type MemberImport, type RosterLayout } from './roster.model.js';

interface RememberedFile {
  readonly fileKey: string;
  /** Absent where the platform has found the columns by itself. */
  readonly layout?: RosterLayout | undefined;
}

/** Keeps the key of an import's file and its columns until the tab is closed, but not its content. */
export function rememberFile(importId: string, file: RememberedFile): void {
  writeDraft(sessionStorage, placeOf(importId), file);
}

export function rememberedFile(importId: string): RememberedFile | null {
  const kept = readDraft(sessionStorage, placeOf(importId)) as Partial<RememberedFile> | null;
  return typeof kept?.fileKey === 'string' ? { ...kept, fileKey: kept.fileKey } : null;
}

function placeOf(importId: string): string {
  return `${session.personId()}.roster-file.${importId}`;
}

const workbookRowsMax = 5_000;

/** The rows of the roster itself. Only the person who uploaded it may read them, and only while the platform keeps the file. */
export function useRosterRows(found: MemberImport) {
  const { id, encoding, delimiter, sheet, progress } = found;
  const file = rememberedFile(id);
  return useQuery({
    queryKey: ['rosterFile', id],
    queryFn: async () => {
      const { content } = await download(`/api/v1/files/${file?.fileKey ?? ''}`);
      if (encoding === null) {
        const { sheetRows } = await import('../../../kit/sheet-rows.js');
        return sheetRows(new Uint8Array(await content.arrayBuffer()), sheet);
      }
      const text = new TextDecoder(encoding).decode(await content.arrayBuffer());
      // Spreadsheets show no row for it.
      return parseCsv(text.replace(/^sep=.\r?\n/, ''), delimiter ?? ',');
    },
    // A long workbook would stand in the way of the page: its rows are named by number, and the file of results has them.
    enabled:
      file !== null && hasReport(found) && (encoding !== null || (progress.total ?? 0) <= workbookRowsMax),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0, // unmasked numbers: dropped with the page
    retry: false,
  });
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The roster with some of its cells typed anew, as a file of the same kind. */
export async function mendedFile(found: MemberImport, fileKey: string, mended: Mended): Promise<File> {
  const { encoding, sheet } = found;
  const { content } = await download(`/api/v1/files/${fileKey}`);
  const bytes = await content.arrayBuffer();
  if (encoding === null) {
    const { mendedWorkbook } = await import('./roster-workbook.js');
    const workbook = await mendedWorkbook(new Uint8Array(bytes), sheet, mended);
    return new File([new Uint8Array(workbook)], 'roster.xlsx', { type: workbookType });
  }
  const delimiter = found.delimiter ?? ',';
  const text = new TextDecoder(encoding).decode(bytes);
  const rows = mendedRows(parseCsv(text.replace(/^sep=.\r?\n/, ''), delimiter), mended, '');
  // With the mark no spreadsheet takes it for another encoding.
  return new File([`\uFEFF${csvOf(rows, delimiter)}`], 'roster.csv', { type: 'text/csv' });
}
