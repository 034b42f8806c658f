import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { download } from '../api/download.js';

/**
 * The address of a file that is not for everybody, brought in the name of who is signed in, which a link could not.
 * @param path of the interface; what stands there never changes
 * @param isWanted whether it is to be brought yet
 */
export function useOwnContent(
  path: string,
  isWanted: boolean,
): { readonly src: string | undefined; readonly error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['ownContent', path],
    queryFn: async () => (await download(path)).content,
    enabled: isWanted,
    staleTime: Infinity,
  });
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const address = URL.createObjectURL(data);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return { src, error };
}
