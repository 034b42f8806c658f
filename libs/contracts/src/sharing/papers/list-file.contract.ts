import { query, slow } from '../../core/contract.js';
import { OneOf, Uuid } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type CouponState, couponStates } from '../seats/coupon.contract.js';
import { registrationStates, type RegistrationState } from '../seats/registration.contract.js';

/** The lists of an activity that can be had as a file. */
export const activityLists = ['registrations', 'attendance', 'answers', 'coupons'] as const;
export type ActivityList = (typeof activityLists)[number];
export const listFormats = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];
/** Longer lists are asked for in parts, by state or pool. */
export const listRowsMax = 20_000;

export class RenderListRequest {
  @Uuid() activityId: string;
  @OneOf(activityLists, { name: 'ActivityList' }) list: ActivityList;
  @OneOf(listFormats, { name: 'ListFormat' }) format: ListFormat;
  @OneOf(registrationStates, { optional: true, description: 'Of registrations: only those in this state' })
  state?: RegistrationState;
  @OneOf(couponStates, { optional: true, name: 'CouponState', description: 'Of coupons: only those' })
  couponState?: CouponState;
  @Uuid({ optional: true, description: 'Of registrations: only those of this pool' }) pool?: string;
}

export const listFileContract = {
  render: slow(
    query('sharing.list-file.render', RenderListRequest, PrintedFileView, {
      http: 'GET activities/:activityId/lists/:list',
      tag: 'registrations',
      summary:
        'A list of an activity (`registrations`, `attendance`, `answers` or `coupons`) as .xlsx or .csv, with what the caller may see of it',
      files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      isFileOnly: true,
    }),
  ),
};
