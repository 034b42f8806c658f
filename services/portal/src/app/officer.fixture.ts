import type { components } from '../api/schema.js';
import { personId } from './page.fixture.js';

type Schemas = components['schemas'];

export const unionId = '019a0000-0000-7000-8000-000000000001';

/** The union of the tests, as the platform describes it. */
export const union = {
  id: unionId,
  version: 1,
  parentId: null,
  path: '1.2.',
  name: 'Harbour Union',
  uscc: null,
  usccCheck: null,
  enterpriseId: null,
  tier: 'street',
  place: null,
  parkId: null,
  active: true,
  closedAt: null,
  closingGround: null,
  successorUnionId: null,
  pendingChangeId: null,
} satisfies Schemas['UnionView'];

/** Who is signed in, with these roles there or at another union. */
export function meWith(
  roles: readonly Schemas['ActorRoleView']['role'][],
  at: Pick<Schemas['UnionView'], 'id' | 'path' | 'name'> = union,
) {
  return {
    personId,
    name: 'Li Hua',
    maskedName: 'Li *',
    account: 'lihua',
    unionId: at.id,
    unionName: at.name,
    employmentKind: 'regular',
    roles: roles.map((role) => ({ role, unionId: at.id, path: at.path })),
    locale: 'en',
    secondFactorDueAt: null,
  } satisfies Schemas['MeView'];
}
