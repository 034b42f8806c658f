import type { ApplicationState } from '../../membership/joining/application.contract.js';
import type { FoundingState } from '../../membership/joining/founding.contract.js';
import type { InvitationState } from '../../membership/joining/invitation.contract.js';
import type { RecordCorrectionState } from '../../membership/members/correction.contract.js';
import type { JobState } from '../../membership/members/job.contract.js';
import type { LapseWarningState } from '../../membership/members/lapse.contract.js';
import type {
  MemberImportRowState,
  MemberImportState,
} from '../../membership/members/member-import.contract.js';
import type { MemberMergeState } from '../../membership/members/member-merge.contract.js';
import type { PhoneChangeState } from '../../membership/members/phone-change.contract.js';
import type { TransferState } from '../../membership/members/transfer.contract.js';
import type { UnionTransferState } from '../../membership/members/union-transfer.contract.js';
import type { MembershipState } from '../../membership/membership-events.js';
import type { DataBreachState } from '../../membership/privacy/data-breach.contract.js';
import type { ErasureState } from '../../membership/privacy/erasure.contract.js';
import type { PendingChangeState } from '../../membership/unions/pending-change.contract.js';
import type { CommitteeElectionState } from '../../membership/members/committee.contract.js';
import type { UnionClosingState } from '../../membership/unions/union-closing.contract.js';
import type { WaitsOf } from './state-waits.js';

export const membershipWaits = {
  pendingChangeStates: {
    waiting: ['changeProposed'],
    offered: ['roleOffered'],
    confirmed: 'it has taken effect',
    refused: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<PendingChangeState>,
  applicationStates: {
    waiting: ['applicationReceived'],
    admitted: 'over',
    refused: 'the applicant, who has no account, may appeal',
    transfer: 'the applicant may ask for a transfer, which is a thing of its own',
    withdrawn: 'over',
  } satisfies WaitsOf<ApplicationState>,
  foundingStates: {
    filed: ['foundingFiled'],
    returned:
      'for whoever has filed it, who has no account: they read its status by its number and their phone',
    electing: 'for whoever has filed it, who has no account, to report the election',
    elected: ['foundingElected'],
    founded: 'the union exists',
    joined: 'over',
    refused: 'whoever has filed it, without an account, may appeal',
    withdrawn: 'over',
    lapsed: 'over',
  } satisfies WaitsOf<FoundingState>,
  invitationStates: {
    open: 'for whoever has the link, whom nobody here knows yet',
    used: 'over',
    expired: 'over',
    revoked: 'over',
  } satisfies WaitsOf<InvitationState>,
  memberMergeStates: {
    proposed: ['memberMergeProposed'],
    applying: 'for the services, which acknowledge it by themselves',
    applied: 'it may be undone, and nobody has to',
    refused: 'over',
    withdrawn: 'over',
    undoing: 'for the services, which acknowledge it by themselves',
    undone: 'over',
  } satisfies WaitsOf<MemberMergeState>,
  lapseWarningStates: {
    open: 'the member may answer or pay, and an officer may end the membership after its time; nobody has to',
    mended: 'over',
    withdrawn: 'over',
    ended: 'over',
  } satisfies WaitsOf<LapseWarningState>,
  phoneChangeStates: {
    asked: 'for codes that are valid for minutes, from whoever has the page open that asks for them',
    waiting: ['phoneChangeWaiting'],
    applied: 'over',
    stopped: 'over',
    withdrawn: 'over',
    lapsed: 'over',
  } satisfies WaitsOf<PhoneChangeState>,
  recordCorrectionStates: {
    waiting: ['correctionAsked'],
    delayed: 'for its time; whoever may stop it hears of it by the change of phone that it is',
    applied: 'over',
    refused: 'over',
    withdrawn: 'over',
    stopped: 'over',
  } satisfies WaitsOf<RecordCorrectionState>,
  transferStates: {
    asked: ['transferAsked', 'transferLeaving', 'transferHeldUp'],
    disputed: ['transferDisputed'],
    done: 'over',
    refused: 'over',
    withdrawn: 'over',
    lapsed: 'over',
  } satisfies WaitsOf<TransferState>,
  unionTransferStates: {
    waiting: ['unionTransferProposed'],
    running: 'the memberships move by themselves',
    done: 'over',
    refused: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<UnionTransferState>,
  committeeElectionStates: {
    waiting: ['committeeElectionProposed'],
    approved: ['committeeTermEnding'],
    refused: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<CommitteeElectionState>,
  unionClosingStates: {
    waiting: ['unionClosingProposed'],
    closed: 'it may be opened again for some time, and nobody has to',
    refused: 'over',
    withdrawn: 'over',
    reopened: 'over',
  } satisfies WaitsOf<UnionClosingState>,
  memberImportStates: {
    waiting: 'it runs by itself',
    running: 'it runs by itself',
    checked: ['rosterChecked'],
    done: 'over',
    undone: 'over',
    failed: 'the page of whoever has uploaded it says why; it takes another file',
  } satisfies WaitsOf<MemberImportState>,
  memberImportRowStates: {
    created: 'it is read',
    updated: 'it is read',
    unchanged: 'it is read',
    ambiguous: ['rosterChecked'],
    rejected: 'it takes another file',
  } satisfies WaitsOf<MemberImportRowState>,
  jobStates: {
    waiting: 'it runs by itself',
    running: 'it runs by itself',
    done: 'over; what is to be done with its result is a thing of its own',
    failed: 'over',
  } satisfies WaitsOf<JobState>,
  dataBreachStates: {
    waiting: ['dataBreachRecorded'],
    notifying: 'the people affected are notified by itself',
    notified: 'over; it may be corrected, and nobody has to',
    filed: 'over; it may be corrected, and nobody has to',
    refused: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<DataBreachState>,
  erasureStates: {
    filed: ['erasureFiled'],
    // Of what was asked for on paper: whoever has asked themselves knows of it.
    waiting: ['erasureOnPaper'],
    erasing: 'for the services, which acknowledge it by themselves',
    erased: 'over',
    withdrawn: 'over',
    lapsed: 'over',
    refused: 'over',
  } satisfies WaitsOf<ErasureState>,
  membershipStates: {
    imported: 'for the member, who has no account yet in which anything could be told',
    active: 'nothing is to be done',
    ended: 'over',
  } satisfies WaitsOf<MembershipState>,
};
