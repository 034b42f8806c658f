import type { ProposalState } from '../../sharing/activities/activity-parts.js';
import type { ActivityTaskState } from '../../sharing/activities/activity-task.contract.js';
import type { AlbumPictureState } from '../../sharing/activities/album-picture.contract.js';
import type { CoHostState } from '../../sharing/activities/co-host.contract.js';
import type { DelegationState } from '../../sharing/activities/delegation.contract.js';
import type { MessageState } from '../../sharing/activities/message.contract.js';
import type { QuestionState } from '../../sharing/activities/question.contract.js';
import type { AnnouncementState } from '../../sharing/announcements/announcement.contract.js';
import type { AdoptionRequestState } from '../../sharing/organising/adoption-request.contract.js';
import type { BrandState } from '../../sharing/organising/brand.contract.js';
import type { MandateState } from '../../sharing/reference/mandate.contract.js';
import type { ActivityState, AgreementStateName } from '../../sharing/sharing-events.js';
import type { WaitsOf } from './state-waits.js';

export const activitiesWaits = {
  activityStates: {
    draft:
      'whoever prepares it publishes it when it is ready; what it waits for from others is said of each part',
    published: ['activityToClose'],
    closing: 'its attendance is frozen without anybody',
    closed: 'over',
    cancelled: 'over',
  } satisfies WaitsOf<ActivityState>,
  coHostStates: {
    invited: ['invitedToHost'],
    countered: ['invitationCountered'],
    accepted: 'what the hosts have to do is an agreement or a task',
    declined: 'over',
    withdrawn: 'over',
    left: 'over',
  } satisfies WaitsOf<CoHostState>,
  agreementStates: {
    checking: 'settlement checks it without anybody',
    refused: ['agreementRefused'],
    open: ['agreementToSign'],
    inForce: 'it binds',
    superseded: 'over',
  } satisfies WaitsOf<AgreementStateName>,
  activityTaskStates: {
    open: ['taskOpen'],
    done: 'over',
    dropped: 'over',
  } satisfies WaitsOf<ActivityTaskState>,
  questionStates: {
    open: ['questionsWaiting'],
    answered: 'over',
    hidden: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<QuestionState>,
  proposalStates: {
    waiting: ['proposalMade'],
    sponsored: 'it is an activity of its union',
    declined: 'the worker has been told, and may propose it again',
  } satisfies WaitsOf<ProposalState>,
  albumPictureStates: {
    pending: ['albumWaiting'],
    approved: 'it is shown',
    reported: ['albumReported'],
    hidden: 'it is erased in time',
  } satisfies WaitsOf<AlbumPictureState>,
  messageStates: {
    queued: 'it is sent without anybody',
    sent: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<MessageState>,
  announcementStates: {
    draft: 'whoever writes it sends it when it is ready',
    scheduled: 'it is sent at its time without anybody',
    sending: 'it is sent without anybody',
    sent: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<AnnouncementState>,
  delegationStates: {
    active: 'whoever holds it has been told, and need not do anything',
    ended: 'over',
    revoked: 'over',
  } satisfies WaitsOf<DelegationState>,
  mandateStates: {
    active: 'it holds',
    later: 'it begins at its time',
    ended: 'over',
    revoked: 'over',
  } satisfies WaitsOf<MandateState>,
  brandStates: {
    draft: 'whoever writes it publishes it when it is ready',
    published: 'unions that ask for it wait each by themselves',
    retired: 'over',
  } satisfies WaitsOf<BrandState>,
  adoptionRequestStates: {
    requested: ['adoptionAsked'],
    approved: 'decided',
    refused: 'decided',
  } satisfies WaitsOf<AdoptionRequestState>,
};
