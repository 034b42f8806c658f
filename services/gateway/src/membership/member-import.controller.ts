import { Controller } from '@nestjs/common';
import {
  memberImportContract,
  CreateMemberImportRequest,
  GetMemberImportRequest,
  ListMemberImportRowsRequest,
  ListMemberImportsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class MemberImportController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'member-imports', memberImportContract.create, {
    tag: 'members',
    summary: 'Imports members from an uploaded .csv, or only checks it',
    status: 202,
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      fileKey: '019a0000-0000-7000-8000-000000000001',
      dryRun: true,
    },
  })
  create(@Input() request: CreateMemberImportRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.create, request, call);
  }

  @Endpoint('GET', 'member-imports', memberImportContract.list, {
    tag: 'members',
    summary: 'Lists the imports into a union, newest first',
  })
  list(@Input() request: ListMemberImportsRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.list, request, call);
  }

  @Endpoint('GET', 'member-imports/:importId', memberImportContract.get, {
    tag: 'members',
    summary: 'Shows how far an import is',
  })
  get(@Input() request: GetMemberImportRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.get, request, call);
  }

  @Endpoint('GET', 'member-imports/:importId/rows', memberImportContract.rows, {
    tag: 'members',
    summary: 'Reports what became of each row',
  })
  rows(@Input() request: ListMemberImportRowsRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.rows, request, call);
  }

  @Endpoint('POST', 'member-imports/:importId/commit', memberImportContract.commit, {
    tag: 'members',
    summary: 'Loads what a dry run has checked',
    status: 202,
  })
  commit(@Input() request: GetMemberImportRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.commit, request, call);
  }

  @Endpoint('POST', 'member-imports/:importId/undo', memberImportContract.undo, {
    tag: 'members',
    summary: 'Ends the memberships that an import made and nobody has activated',
    status: 200,
  })
  undo(@Input() request: GetMemberImportRequest, @Call() call: CallContext) {
    return this.rpc.call(memberImportContract.undo, request, call);
  }
}
