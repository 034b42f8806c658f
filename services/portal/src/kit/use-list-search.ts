import { useSearchParams } from 'react-router';

/** The filters of a list, as they stand in the address; the order of its rows stays when they change. */
export function useListSearch() {
  const [search, setSearch] = useSearchParams();
  const change = (filters: URLSearchParams | Readonly<Record<string, string>> | string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(filters);
      const order = before.get('by');
      if (order !== null) next.set('by', order);
      return next;
    });
  return [search, change] as const;
}
