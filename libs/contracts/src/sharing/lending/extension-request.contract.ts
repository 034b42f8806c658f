import { command, query, versionedIn } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** Of one loan. */
export const extensionRequestsMax = 20;

/** `expired`: nobody decided in time; `ended`: the loan was over before anybody did. */
export const extensionStates = ['asked', 'approved', 'refused', 'withdrawn', 'expired', 'ended'] as const;
export type ExtensionState = (typeof extensionStates)[number];

export class ExtensionRequestsRequest {
  @Uuid() loanId: string;
}

export class AskExtensionRequest extends ExtensionRequestsRequest {
  @Instant({ description: 'The new end, later than the present one' }) endsAt: string;
  @Text({ optional: true, max: 500, example: '活动加演一场' }) reason?: string | null;
}

export class ExtensionRequestIdRequest extends ExtensionRequestsRequest {
  @Uuid() extensionRequestId: string;
}

export class RefuseExtensionRequest extends ExtensionRequestIdRequest {
  @Text({ max: 500, example: '之后要检修' }) reason: string;
}

export class ExtensionRequestView {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Uuid() loanId: string;
  @Instant({ description: 'The end that is asked for' }) endsAt: string;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @OneOf(extensionStates, { name: 'ExtensionState' }) state: ExtensionState;
  @Instant() askedAt: string;
  @Instant({ description: 'Undecided by then, it is refused' }) decideBy: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
}

export class ExtensionRequestsView {
  @ListOf(() => ExtensionRequestView, { max: extensionRequestsMax, description: 'The earliest first' })
  items: ExtensionRequestView[];
  @Flag({ description: 'The caller decides on them' }) mayDecide: boolean;
}

const shown = query('sharing.extension-request.list', ExtensionRequestsRequest, ExtensionRequestsView, {
  http: 'GET loans/:loanId/extension-requests',
  tag: 'loans',
  summary: 'Lists what extensions of a loan were asked for, and what was decided',
});

export const extensionRequestContract = {
  ask: command('sharing.extension-request.ask', AskExtensionRequest, ExtensionRequestView, {
    http: 'POST loans/:loanId/extension-requests',
    tag: 'loans',
    summary:
      'Asks to keep something for longer, and holds the time; granted at once where the right is automatic',
    example: { endsAt: '2026-12-01T13:00:00+08:00', reason: '活动加演一场' },
  }),
  list: shown,
  approve: versionedIn(
    command('sharing.extension-request.approve', ExtensionRequestIdRequest, ExtensionRequestView, {
      http: 'POST loans/:loanId/extension-requests/:extensionRequestId/approve',
      tag: 'loans',
      summary: 'Approves an extension, as the owner',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versionedIn(
    command('sharing.extension-request.refuse', RefuseExtensionRequest, ExtensionRequestView, {
      http: 'POST loans/:loanId/extension-requests/:extensionRequestId/refuse',
      tag: 'loans',
      summary: 'Refuses an extension with a reason, as the owner; what was held is free again',
      status: 200,
      freshRoles: true,
      example: { reason: '之后要检修' },
    }),
    shown,
  ),
  withdraw: versionedIn(
    command('sharing.extension-request.withdraw', ExtensionRequestIdRequest, ExtensionRequestView, {
      http: 'POST loans/:loanId/extension-requests/:extensionRequestId/withdraw',
      tag: 'loans',
      summary: 'Withdraws a request for an extension, as the borrower',
      status: 200,
    }),
    shown,
  ),
};
