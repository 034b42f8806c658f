import { command, query, versionedIn } from '../contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../fields.js';

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

export class ExtensionRequestRequest extends ExtensionRequestsRequest {
  @Uuid() extensionRequestId: string;
}

export class RefuseExtensionRequest extends ExtensionRequestRequest {
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

const shown = query('sharing.extension-request.list', ExtensionRequestsRequest, ExtensionRequestsView);

export const extensionRequestContract = {
  ask: command('sharing.extension-request.ask', AskExtensionRequest, ExtensionRequestView),
  list: shown,
  approve: versionedIn(
    command('sharing.extension-request.approve', ExtensionRequestRequest, ExtensionRequestView),
    shown,
  ),
  refuse: versionedIn(
    command('sharing.extension-request.refuse', RefuseExtensionRequest, ExtensionRequestView),
    shown,
  ),
  withdraw: versionedIn(
    command('sharing.extension-request.withdraw', ExtensionRequestRequest, ExtensionRequestView),
    shown,
  ),
};
