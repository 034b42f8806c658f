import type { TracedLine } from './transfer.model.js';

/** The page of the source of a debt; its entry where the source has no page. */
export function sourcePath({
  entryKind,
  sourceId,
  entryId,
}: Pick<TracedLine, 'entryKind' | 'sourceId' | 'entryId'>): string {
  if (entryKind === 'costs') return `/cost-pools/${sourceId}`;
  if (entryKind === 'restored') return `/payments/${sourceId}`;
  return `/ledger/entries/${entryId}`;
}
