import { useRead } from '../api/use-read.js';
import { useMe } from './use-session.js';

const staleMs = 300_000;

/**
 * What somebody is called whom an answer of the platform names by id and mask: by their full name where they and the reader hold an
 * office at the same union, else by the mask. Whoever holds no office reads no names.
 */
export function useNameOf(): <Mask extends string | null>(
  personId: string | null,
  mask: Mask,
) => string | Mask {
  const { data: me } = useMe();
  const holdsOffice = (me?.roles ?? []).length > 0;
  const { data } = useRead('role', '/me/colleagues', holdsOffice ? {} : undefined, { staleTime: staleMs });
  return (personId, mask) => data?.items.find((one) => one.personId === personId)?.name ?? mask;
}
