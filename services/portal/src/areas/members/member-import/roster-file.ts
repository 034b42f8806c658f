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

/** The rows of the roster itself. Only the person who uploaded it may read them, and only while the platform keeps the file. */
export function useRosterRows(found: MemberImport) {
  const { id, encoding, delimiter } = found;
  const fileKey = readDraft(sessionStorage, placeOf(id));
  return useQuery({
    queryKey: ['rosterFile', id],
    queryFn: async () => {
      const { content } = await download(`/api/v1/files/${String(fileKey)}`);
      const text = new TextDecoder(encoding ?? 'utf-8').decode(await content.arrayBuffer());
      return parseCsv(text, delimiter ?? ',');
    },
    enabled: typeof fileKey === 'string' && hasReport(found),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0, // unmasked numbers: dropped with the page
    retry: false,
  });
}
