import type { TracedLine } from './transfer.model.js';

/** Where what a debt comes from is shown; its entry where it has no page of its own. */
export function sourcePath({
  entryKind,
  sourceId,
  entryId,
}: Pick<TracedLine, 'entryKind' | 'sourceId' | 'entryId'>): string {
  if (entryKind === 'costs') return `/cost-pools/${sourceId}`;
  if (entryKind === 'restored') return `/payments/${sourceId}`;
  return `/ledger/entries/${entryId}`;
}
