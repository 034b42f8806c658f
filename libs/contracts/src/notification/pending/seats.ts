import type { NoShowState } from '../../sharing/activities/no-show.contract.js';
import type { CorrectionState } from '../../sharing/attendance/attendance-correction.contract.js';
import type { DoorLinkState } from '../../sharing/attendance/door-link.contract.js';
import type { CouponState } from '../../sharing/seats/coupon.contract.js';
import type { DrawEntryState, DrawState } from '../../sharing/seats/draw.contract.js';
import type { QueuePlaceState, QueueState } from '../../sharing/seats/queue.contract.js';
import type { RegistrationState } from '../../sharing/seats/registration.contract.js';
import type { SeatState } from '../../sharing/sharing-events.js';
import type { WaitsOf } from './state-waits.js';

export const seatsWaits = {
  registrationStates: {
    confirmed: 'they have a seat',
    waitlisted: 'for a seat that becomes free, not for anybody',
    held: ['seatOffered'],
    cancelled: 'over',
    expired: 'over',
  } satisfies WaitsOf<RegistrationState>,
  seatStates: {
    confirmed: 'they have a seat',
    held: ['seatOffered'],
    waitlisted: 'for a seat that becomes free, not for anybody',
  } satisfies WaitsOf<SeatState>,
  queueStates: {
    ahead: 'it begins at its time',
    joining: 'sign-up opens at its time',
    open: 'people are let in by themselves',
  } satisfies WaitsOf<QueueState>,
  queuePlaceStates: {
    none: 'whoever wants a place takes it',
    waiting: 'for their turn, not for anybody',
    turn: 'the page says so at once, and a rush must not cost more',
  } satisfies WaitsOf<QueuePlaceState>,
  drawStates: {
    open: 'it is drawn by itself when entry closes',
    frozen: 'seats are assigned by themselves',
    drawn: 'over',
    cancelled: 'over',
  } satisfies WaitsOf<DrawState>,
  drawEntryStates: {
    entered: 'for the draw, not for anybody',
    withdrawn: 'over',
    out: 'over',
  } satisfies WaitsOf<DrawEntryState>,
  couponStates: {
    issued: 'redeeming it is up to the person, who is reminded before it ends',
    redeemed: 'over',
    void: 'over',
  } satisfies WaitsOf<CouponState>,
  doorLinkStates: {
    open: 'for a helper, who has no account but the link',
    bound: 'a phone works with it',
    ended: 'over',
    revoked: 'over',
  } satisfies WaitsOf<DoorLinkState>,
  correctionStates: {
    proposed: ['correctionProposed'],
    approved: 'decided',
    refused: 'decided',
    withdrawn: 'over',
  } satisfies WaitsOf<CorrectionState>,
  noShowStates: {
    counted: 'it counts; an appeal is up to the person',
    appealed: ['noShowAppealed'],
    excused: 'decided',
    upheld: 'decided',
    attended: 'they came after all',
  } satisfies WaitsOf<NoShowState>,
};
