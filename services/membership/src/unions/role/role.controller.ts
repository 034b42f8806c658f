import { Controller } from '@nestjs/common';
import {
  type Done,
  GrantRoleRequest,
  ListRolesRequest,
  type Page,
  RevokeRoleRequest,
  roleContract,
  type RoleGrantView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { RoleService } from './role.service.js';

@Controller()
export class RoleController {
  constructor(private readonly roles: RoleService) {}

  @HandlesCommand(roleContract.grant)
  grant(@Request() request: GrantRoleRequest, @Call() call: CallContext): Promise<Outcome<RoleGrantView>> {
    return this.roles.grant(request, call);
  }

  @HandlesQuery(roleContract.list)
  list(@Request() request: ListRolesRequest, @Call() call: CallContext): Promise<Page<RoleGrantView>> {
    return this.roles.list(request, call);
  }

  @HandlesCommand(roleContract.revoke)
  revoke(@Request() request: RevokeRoleRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.roles.revoke(request, call);
  }

  @Republishes('role')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.roles.republish(tx, afterId, limit);
  }
}
