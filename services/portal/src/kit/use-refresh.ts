import { useQueryClient } from '@tanstack/react-query';

/**
 * Has what is shown asked for anew: where an act is refused, somebody else may have done it meanwhile.
 * @param nouns with which the keys of the cached answers begin
 */
export function useRefresh(...nouns: readonly string[]): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const noun of nouns) void queryClient.invalidateQueries({ queryKey: [noun] });
  };
}
