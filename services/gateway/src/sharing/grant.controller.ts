import { Controller } from '@nestjs/common';
import {
  EditGrantRequest,
  grantContract,
  GrantRequest,
  ListGrantVersionsRequest,
  MyRightRequest,
  PreviewGrantRequest,
  RevokeGrantRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

/** What is done with a right of use once it is given; it is given and listed at its resource. */
@Controller()
export class GrantController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'resources/:resourceId/grants/preview', grantContract.preview, {
    tag,
    summary: 'How many unions a right would reach, some of them, and which rights reach the same',
    example: { to: { kind: 'neighbours', neighbours: { withinKm: 10 }, onlySizes: ['small', 'micro'] } },
  })
  preview(@Input() request: PreviewGrantRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.preview, request, call);
  }

  @Endpoint('PATCH', 'resources/:resourceId/grants/:grantId', grantContract.edit, {
    tag,
    summary: 'Edits a right, as its next version; what is left out stays, null goes, loans keep their terms',
    ifMatch: true,
    freshRoles: true,
    example: { quota: { hoursPerMonth: 12 }, decideWithinHours: 48, onSilence: 'approve' },
  })
  edit(@Input() request: EditGrantRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.edit, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/grants/:grantId/versions', grantContract.versions, {
    tag,
    summary: 'Lists how a right stood from each change on, newest first',
  })
  versions(@Input() request: ListGrantVersionsRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.versions, request, call);
  }

  @Endpoint('POST', 'resources/:resourceId/grants/:grantId/revoke/preview', grantContract.previewRevocation, {
    tag,
    summary:
      'What a revocation would do: loans that run, requests that end, loans that stand or are cancelled',
    example: { effectiveFrom: '2027-01-01T00:00:00+08:00', futureLoans: 'stand' },
  })
  previewRevocation(@Input() request: RevokeGrantRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.previewRevocation, request, call);
  }

  @Endpoint('DELETE', 'resources/:resourceId/grants/:grantId/revocation', grantContract.undoRevocation, {
    tag,
    summary: 'Takes back a revocation that is yet to take effect',
    freshRoles: true,
  })
  undoRevocation(@Input() request: GrantRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.undoRevocation, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/my-right', grantContract.mine, {
    tag,
    summary: 'Whether a union may borrow, by which right, what that asks, or what would have to happen',
  })
  mine(@Input() request: MyRightRequest, @Call() call: CallContext) {
    return this.rpc.call(grantContract.mine, request, call);
  }
}
