import { useSearchParams } from 'react-router';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';

interface Filters {
  readonly union?: string;
  readonly open?: string;
}

/** Which filings about unions a list shows: of one union or all, those that wait or all. Both stand in the address. */
export function useFilingFilters() {
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const isOpenOnly = search.get('open') === 'true';
  const ofUnion = union === undefined ? {} : { union };
  return {
    isOpenOnly,
    filters: { ...ofUnion, ...(isOpenOnly ? { open: true } : {}) },
    toggleOpen: (): void =>
      setSearch(searchOf(withoutBlanks<Filters>({ ...ofUnion, ...(isOpenOnly ? {} : { open: 'true' }) }))),
  };
}
