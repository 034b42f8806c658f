import { command, Done } from '../../core/contract.js';
import { Flag, Text, Uuid } from '../../core/fields.js';
import { CompanionDto, RelativeView } from './registration.contract.js';

const consentMeaning =
  'The caller is their guardian, or has the consent of theirs; true is required for a child under 14';

/** Somebody whom the caller brings along often, such as their child. */
class EnteredRelative extends CompanionDto {
  @Flag({ optional: true, description: consentMeaning }) guardianConsent?: boolean;
}

export class KeepRelative extends EnteredRelative {
  @Text({
    max: 50,
    optional: true,
    description: 'As they were named when they came along; they are no longer offered under that name',
  })
  broughtAs?: string;
}

export class ChangeRelative extends EnteredRelative {
  @Uuid() relativeId: string;
}

export class RelativeIdRequest {
  @Uuid() relativeId: string;
}

export class DismissCompanion {
  @Text({ max: 50, description: 'As they were named when they came along', example: '小明' }) name: string;
}

/** One's own family, kept for sign-ups; `registrationContract.family` lists it. Nobody else reads or changes it. */
export const familyContract = {
  keep: command('sharing.family.keep', KeepRelative, RelativeView, {
    http: 'POST me/companions',
    tag: 'registrations',
    summary: 'Keeps somebody for the next sign-up; no registration changes',
    example: { name: '小明', ageBand: 'child7to13', guardianConsent: true },
  }),
  change: command('sharing.family.change', ChangeRelative, RelativeView, {
    http: 'PUT me/companions/:relativeId',
    tag: 'registrations',
    summary: 'Changes the name or the age band of somebody who is kept; no registration changes',
    example: { name: '小明', ageBand: 'youth14to17' },
  }),
  remove: command('sharing.family.remove', RelativeIdRequest, Done, {
    http: 'DELETE me/companions/:relativeId',
    tag: 'registrations',
    summary: 'Keeps somebody no longer, and does not offer them for sign-ups; no registration changes',
  }),
  dismiss: command('sharing.family.dismiss', DismissCompanion, Done, {
    http: 'POST me/companions/dismiss',
    tag: 'registrations',
    summary: 'No longer offers somebody who came along before; no registration changes',
    status: 200,
    example: { name: '小明' },
  }),
};
