import type { ExtensionState } from '../../sharing/lending/extension-request.contract.js';
import type { HandoverState } from '../../sharing/lending/handover.contract.js';
import type { DamageState } from '../../sharing/lending/loan-damage.contract.js';
import type { LoanWaitState } from '../../sharing/lending/loan-wait.contract.js';
import type { MatchState } from '../../sharing/finding/match.contract.js';
import type { LoanState } from '../../sharing/lending/loan.contract.js';
import type { MaintenanceState } from '../../sharing/lending/maintenance.contract.js';
import type { NeedState } from '../../sharing/lending/need.contract.js';
import type { PartyLoanState } from '../../sharing/lending/party-loan.contract.js';
import type { PieceState } from '../../sharing/lending/piece.contract.js';
import type { WaitsOf } from './state-waits.js';

export const lendingWaits = {
  loanStates: {
    requested: ['loanRequested'],
    approved: 'it begins at its time; then a handover is written down',
    handedOver: 'it ends at its time, of which the borrower is reminded',
    refused: 'over',
    returned: 'what is still to be said of it is a handover or a damage',
    cancelled: 'over',
  } satisfies WaitsOf<LoanState>,
  extensionStates: {
    asked: ['extensionAsked'],
    approved: 'decided',
    refused: 'decided',
    withdrawn: 'over',
    expired: 'over',
    ended: 'over',
  } satisfies WaitsOf<ExtensionState>,
  handoverStates: {
    waiting: ['handoverWaiting'],
    confirmed: 'both sides agree',
    disputed: 'both have said what they saw; what is owed for it is a damage',
  } satisfies WaitsOf<HandoverState>,
  damageStates: {
    claimed: ['damageClaimed', 'damageReferred'],
    disputed: ['damageReferred'],
    accepted: 'what is owed is settled by settlement',
    decided: 'what is owed is settled by settlement',
    withdrawn: 'over',
  } satisfies WaitsOf<DamageState>,
  loanWaitStates: {
    waiting: 'for a time that is free, not for anybody',
    offered: ['waitOffered'],
    accepted: 'it is a loan',
    expired: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<LoanWaitState>,
  partyLoanStates: {
    waiting: ['partyLoanAsked'],
    agreed: 'it is a loan',
    declined: 'over',
    withdrawn: 'over',
    lapsed: 'over',
  } satisfies WaitsOf<PartyLoanState>,
  needStates: {
    open: 'whoever keeps what fits is told of it, and need not propose it; once they do, the match waits',
    answered: 'what it has led to waits by itself',
    closed: 'over',
    expired: 'over',
  } satisfies WaitsOf<NeedState>,
  matchStates: {
    suggested: 'its owner is told of it, and need not propose it',
    proposed: ['offerProposed'],
    accepted: 'what it has led to waits by itself',
    declined: 'over',
  } satisfies WaitsOf<MatchState>,
  maintenanceStates: {
    open: ['maintenanceDue'],
    done: 'the next time is a task of its own',
    skipped: 'the next time is a task of its own',
  } satisfies WaitsOf<MaintenanceState>,
  pieceStates: {
    here: 'it can be lent',
    out: 'it comes back with its loan',
    outOfService: 'what is to be done to it is a maintenance task',
    retired: 'over',
  } satisfies WaitsOf<PieceState>,
};
