import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { EntryKind } from './ledger.model.js';

/** Entries about no thing with a name: the ledger itself titles them, in the words of the books. */
const ownTitles = ['netting', 'payment', 'restored', 'closing'] as const satisfies readonly EntryKind[];
type OwnTitle = (typeof ownTitles)[number];

/** Does its title name the thing that it is about, so that its kind says something more? */
export function isNamed(kind: EntryKind): boolean {
  return !ownTitles.some((one) => one === kind);
}

const dayPattern = /\d{4}-\d{2}-\d{2}/g;

interface Titled {
  readonly kind: EntryKind;
  readonly title: string;
}

/**
 * What an entry is called in the reader's language. The ledger is never changed, so that its own titles stay as they were
 * posted: of those the kind says what they say, and of a netting run the two days that stand in its title.
 */
export function useEntryTitle() {
  const { t } = useTranslation();
  const { days } = useFormat();
  return ({ kind, title }: Titled): string => {
    const own = ownTitles.find((one): one is OwnTitle => one === kind);
    if (own === undefined) return title;
    const [from, to] = title.match(dayPattern) ?? [];
    const words = t(`money.entry.kinds.${own}`);
    return from === undefined || to === undefined
      ? words
      : t('money.entry.ofDays', { words, days: days(from, to) });
  };
}
