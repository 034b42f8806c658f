import { useRead } from '../../../api/use-read.js';
import type { components } from '../../../api/schema.js';

export type Relative = components['schemas']['RelativeView'];

/** Whom the reader keeps for sign-ups or has brought along before, and who is not named yet. */
export function useFamily(named: readonly (string | undefined)[]): readonly Relative[] {
  const { data } = useRead('family', '/me/companions', {});
  const there = named.map((name) => name?.trim());
  return (data?.items ?? []).filter(({ name }) => !there.includes(name));
}
