import { useQuery } from '@tanstack/react-query';
import { download } from '../../../api/download.js';
import { session } from '../../../api/platform.js';
import { readDraft, writeDraft } from '../../../kit/draft.js';
import { parseCsv } from './roster-csv.model.js';
import { hasReport, type MemberImport } from './roster.model.js';

/** Keeps the key of an import's file until the tab is closed, but not its content. */
export function rememberFile(importId: string, fileKey: string): void {
  writeDraft(sessionStorage, placeOf(importId), fileKey);
}

function placeOf(importId: string): string {
  return `${session.personId()}.roster-file.${importId}`;
}

const workbookRowsMax = 5_000;

/** The rows of the roster itself. Only the person who uploaded it may read them, and only while the platform keeps the file. */
export function useRosterRows(found: MemberImport) {
  const { id, encoding, delimiter, sheet, progress } = found;
  const fileKey = readDraft(sessionStorage, placeOf(id));
  return useQuery({
    queryKey: ['rosterFile', id],
    queryFn: async () => {
      const { content } = await download(`/api/v1/files/${String(fileKey)}`);
      if (encoding === null) {
        const { sheetRows } = await import('./roster-workbook.js');
        return sheetRows(new Uint8Array(await content.arrayBuffer()), sheet);
      }
      const text = new TextDecoder(encoding).decode(await content.arrayBuffer());
      // Spreadsheets show no row for it.
      return parseCsv(text.replace(/^sep=.\r?\n/, ''), delimiter ?? ',');
    },
    // A long workbook would stand in the way of the page: its rows are named by number, and the file of results has them.
    enabled:
      typeof fileKey === 'string' &&
      hasReport(found) &&
      (encoding !== null || (progress.total ?? 0) <= workbookRowsMax),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0, // unmasked numbers: dropped with the page
    retry: false,
  });
}
