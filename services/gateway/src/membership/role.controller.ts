import { Controller } from '@nestjs/common';
import { roleContract, GrantRoleRequest, ListRolesRequest, RevokeRoleRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class RoleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'unions/:unionId/roles', roleContract.grant, {
    tag: 'unions',
    summary:
      'Grants a role at a union, for its whole subtree, or proposes it where the union above has to confirm it',
    freshRoles: true,
    example: { personId: '019a0000-0000-7000-8000-000000000001', role: 'organiser' },
  })
  grant(@Input() request: GrantRoleRequest, @Call() call: CallContext) {
    return this.rpc.call(roleContract.grant, request, call);
  }

  @Endpoint('GET', 'unions/:unionId/roles', roleContract.list, {
    tag: 'unions',
    summary: 'Lists what is granted at a union',
  })
  list(@Input() request: ListRolesRequest, @Call() call: CallContext) {
    return this.rpc.call(roleContract.list, request, call);
  }

  @Endpoint('DELETE', 'unions/:unionId/roles/:roleId', roleContract.revoke, {
    tag: 'unions',
    summary: 'Revokes a role',
    freshRoles: true,
  })
  revoke(@Input() request: RevokeRoleRequest, @Call() call: CallContext) {
    return this.rpc.call(roleContract.revoke, request, call);
  }
}
