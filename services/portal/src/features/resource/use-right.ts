import { useQuery } from '@tanstack/react-query';
import { unionQuery } from '../organising/use-may-manage.js';
import { enterpriseQuery } from '../party/use-party.js';
import type { Span } from './availability.js';
import type { Resource } from './resource-filters.js';
import { type Right, rightOf, type SizeClass } from './right.model.js';
import { useGrants, useUnionPaths } from './use-resource.js';

/**
 * By what right a union may borrow a resource, as far as can be told beforehand.
 * @param period when, or null where that is not said yet
 * @returns undefined as long as it is not known
 */
export function useRight(
  resource: Resource,
  unionId: string | null | undefined,
  period: Span | null = null,
): Right | undefined {
  const grants = useGrants(resource.id);
  const asksSize = grants.data?.some(({ to }) => to.kind === 'sizeClass') ?? false;
  const named = (grants.data ?? []).flatMap(({ to }) =>
    to.kind === 'subtree' && to.unionId ? [to.unionId] : [],
  );
  const pathOf = useUnionPaths(named);
  const borrower = useBorrower(unionId ?? undefined, asksSize);
  if (!unionId || grants.data === undefined) return undefined;
  return rightOf(grants.data, {
    ownerUnionId: resource.ownerUnionId,
    borrower: { unionId, ...borrower },
    period,
    now: Date.now(),
    pathOf,
  });
}

function useBorrower(unionId: string | undefined, asksSize: boolean) {
  const union = useQuery({ ...unionQuery(unionId ?? ''), enabled: unionId !== undefined });
  const enterpriseId = union.data?.enterpriseId ?? undefined;
  const enterprise = useQuery({
    ...enterpriseQuery(enterpriseId ?? ''),
    enabled: asksSize && enterpriseId !== undefined,
    staleTime: 300_000,
  });
  const sizeClass: SizeClass | undefined = enterprise.data?.sizeClass;
  return { path: union.data?.path, sizeClass };
}
