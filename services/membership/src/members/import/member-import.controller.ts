import { Controller } from '@nestjs/common';
import {
  CreateMemberImportRequest,
  GetMemberImportRequest,
  ListMemberImportRowsRequest,
  ListMemberImportsRequest,
  memberImportContract,
  type MemberImportRowView,
  type MemberImportView,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MemberImportService } from './member-import.service.js';

@Controller()
export class MemberImportController {
  constructor(private readonly imports: MemberImportService) {}

  @HandlesCommand(memberImportContract.create)
  create(
    @Request() request: CreateMemberImportRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<MemberImportView>> {
    return this.imports.create(request, call);
  }

  @HandlesCommand(memberImportContract.commit)
  commit(
    @Request() request: GetMemberImportRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<MemberImportView>> {
    return this.imports.commit(request, call);
  }

  @HandlesCommand(memberImportContract.undo)
  undo(
    @Request() request: GetMemberImportRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<MemberImportView>> {
    return this.imports.undo(request, call);
  }

  @HandlesQuery(memberImportContract.get)
  get(@Request() request: GetMemberImportRequest, @Call() call: CallContext): Promise<MemberImportView> {
    return this.imports.get(request, call);
  }

  @HandlesQuery(memberImportContract.list)
  list(
    @Request() request: ListMemberImportsRequest,
    @Call() call: CallContext,
  ): Promise<Page<MemberImportView>> {
    return this.imports.list(request, call);
  }

  @HandlesQuery(memberImportContract.rows)
  rows(
    @Request() request: ListMemberImportRowsRequest,
    @Call() call: CallContext,
  ): Promise<Page<MemberImportRowView>> {
    return this.imports.rows(request, call);
  }
}
