import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type MemberMerge = Schemas['MemberMergeView'];
export type MergePerson = Schemas['MergePersonView'];
export type MergeCandidate = Schemas['MergeCandidateView'];
export type ServiceReferences = Schemas['ServiceReferencesView'];
export type MergeSide = MemberMerge['name'];
export type MergeField = 'name' | 'residentNumber' | 'phone';

export const mergeFields: readonly MergeField[] = ['name', 'residentNumber', 'phone'];

type Counted = Schemas['ReferenceCountView'];

/** What all services have counted, by kind, the most first. */
export function sumOf(services: readonly Pick<ServiceReferences, 'counts'>[]): Counted[] {
  const byKind = new Map<Counted['kind'], Counted>();
  for (const one of services.flatMap(({ counts }) => counts)) {
    const before = byKind.get(one.kind) ?? { kind: one.kind, moving: 0, resolving: 0, clashing: 0 };
    byKind.set(one.kind, {
      kind: one.kind,
      moving: before.moving + one.moving,
      resolving: before.resolving + one.resolving,
      clashing: before.clashing + one.clashing,
    });
  }
  const size = ({ moving, resolving, clashing }: Counted): number => moving + resolving + clashing;
  return [...byKind.values()].sort((left, right) => size(right) - size(left));
}

/** Names of services that have not answered. */
export function silentOf(services: readonly ServiceReferences[]): ServiceReferences['service'][] {
  return services.filter(({ answered }) => !answered).map(({ service }) => service);
}
