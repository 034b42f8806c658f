import { command, versioned } from '../../core/contract.js';
import { activityContract, ActivityIdRequest, ActivityView } from './activity.contract.js';

/** Putting away what is over, and getting it out again. */
export const activityLifeContract = {
  archive: versioned(
    command('sharing.activity.archive', ActivityIdRequest, ActivityView, {
      http: 'POST activities/:activityId/archive',
      tag: 'activities',
      summary: 'Puts an activity away that is closed or cancelled: lists show it only where it is asked for',
      status: 200,
    }),
    activityContract.get,
  ),
  unarchive: versioned(
    command('sharing.activity.unarchive', ActivityIdRequest, ActivityView, {
      http: 'POST activities/:activityId/unarchive',
      tag: 'activities',
      summary: 'Gets an archived activity out again',
      status: 200,
    }),
    activityContract.get,
  ),
};
