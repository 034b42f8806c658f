import { roleNames, type RoleName } from '@gongxiang/domain';
import { command, Done, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { CalendarDate, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/**
 * `proposed`: an officer of the union above has to confirm it, see `pending-change.contract.ts`; `offered`: it takes effect once the
 * person has accepted it, as nobody is given an office unasked.
 */
export const roleGrantStandings = ['held', 'proposed', 'offered'] as const;
export type RoleGrantStanding = (typeof roleGrantStandings)[number];

export class GrantRoleRequest {
  @Uuid() unionId: string;
  @Uuid() personId: string;
  @OneOf(roleNames, { description: 'Reaches the whole subtree of the union' }) role: RoleName;

  @CalendarDate({
    optional: true,
    description: 'The last day on which it is held, in China; held until it is revoked where absent or null',
  })
  validTo?: string | null;
}

export class ListRolesRequest extends PageRequest {
  @Uuid() unionId: string;
}

export class RevokeRoleRequest {
  @Uuid() unionId: string;
  @Uuid() roleId: string;
}

export class SetRoleEnd {
  @Uuid() unionId: string;
  @Uuid() roleId: string;
  @CalendarDate({
    nullable: true,
    description: 'The last day on which it is held, in China; null where it is held until it is revoked',
  })
  validTo: string | null;
}

export class HandUpOfficeRequest {
  @Uuid() unionId: string;
}

export class RoleGrantView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() personId: string;
  @Text() maskedName: string;
  @Uuid() unionId: string;
  @OneOf(roleNames) role: RoleName;
  @Uuid({ nullable: true, description: 'Null for the grants of the first operator' }) grantedBy:
    string | null;
  @Instant() grantedAt: string;
  @CalendarDate({
    nullable: true,
    description: 'The last day on which it is held, in China; null where it is held until it is revoked',
  })
  validTo: string | null;
  @OneOf(roleGrantStandings, { name: 'RoleGrantStanding' }) standing: RoleGrantStanding;
  @Uuid({
    nullable: true,
    description: 'The proposal that waits to be confirmed or accepted; null for a role that is held',
  })
  pendingChangeId: string | null;
}

const listed = query('membership.role.list', ListRolesRequest, pageOf(RoleGrantView), {
  http: 'GET unions/:unionId/roles',
  tag: 'unions',
  summary: 'Lists what is granted at a union',
});

export const roleContract = {
  grant: command('membership.role.grant', GrantRoleRequest, RoleGrantView, {
    http: 'POST unions/:unionId/roles',
    tag: 'unions',
    summary:
      'Grants a role at a union, for its whole subtree, or proposes it where the union above has to confirm it',
    freshRoles: true,
    example: { personId: '019a0000-0000-7000-8000-000000000001', role: 'organiser' },
  }),
  list: listed,
  setEnd: versionedIn(
    command('membership.role.set-end', SetRoleEnd, RoleGrantView, {
      http: 'PUT unions/:unionId/roles/:roleId/end',
      tag: 'unions',
      summary:
        'Sets, moves or takes away the end of a role that is held; nobody lengthens their own, nor alone what another has to confirm',
      freshRoles: true,
      example: { validTo: '2027-12-31' },
    }),
    listed,
  ),
  handUp: command('membership.role.hand-up', HandUpOfficeRequest, Done, {
    http: 'POST unions/:unionId/hand-up',
    tag: 'unions',
    summary:
      'Hands the caller’s own office of officer up: the officers of the union above are in charge from then on',
    status: 200,
    freshRoles: true,
  }),
  revoke: command('membership.role.revoke', RevokeRoleRequest, Done, {
    http: 'DELETE unions/:unionId/roles/:roleId',
    tag: 'unions',
    summary: 'Revokes a role',
    freshRoles: true,
  }),
};
