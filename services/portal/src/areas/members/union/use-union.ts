import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Union = Schemas['UnionView'];
export type RoleGrant = Schemas['RoleGrantView'];
export type CreateUnion = Schemas['CreateUnionRequest'];

const childrenPageSize = 200;
/** The name of a union stands in many answers. */
const touches = ['union', 'member', 'enterprise', 'party', 'pendingChange'];

/** The unions right below one, by name. */
export function useChildren(parentId: string) {
  return usePages<Union>(['union', parentId, 'children'], (page, signal) => {
    const query = { ...page, limit: childrenPageSize, parent: parentId };
    return answerOf(api.GET('/api/v1/unions', { params: { query }, signal }));
  });
}

export function useFoundUnions(q: string) {
  return usePages<Union>(['union', 'list', q], (page, signal) =>
    answerOf(api.GET('/api/v1/unions', { params: { query: { ...page, q } }, signal })),
  );
}

export function useCreateUnion() {
  return useSubmit({
    send: (body: CreateUnion, key) =>
      answerOf(api.POST('/api/v1/unions', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useChangeUnion(unionId: string) {
  return useSubmit({
    send: (change: { readonly body: Schemas['ChangeUnionBody']; readonly version: number }, key) =>
      answerOf(
        api.PATCH('/api/v1/unions/{unionId}', {
          params: { path: { unionId }, header: submitHeaders(key, change.version) },
          body: change.body,
        }),
      ),
    touches,
  });
}

export function useRoles(unionId: string) {
  return usePages<RoleGrant>(['role', unionId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/unions/{unionId}/roles', { params: { path: { unionId }, query: page }, signal }),
    ),
  );
}

export function useGrantRole(unionId: string) {
  return useSubmit({
    send: (body: Schemas['GrantRoleBody'], key) =>
      answerOf(
        api.POST('/api/v1/unions/{unionId}/roles', {
          params: { path: { unionId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    // What one may do oneself may have changed.
    touches: ['role', 'pendingChange', 'me'],
  });
}

export function useRevokeRole(unionId: string) {
  return useSubmit({
    send: (roleId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/unions/{unionId}/roles/{roleId}', {
          params: { path: { unionId, roleId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: ['role', 'me'],
  });
}
