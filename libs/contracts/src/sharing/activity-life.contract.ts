import { command, versioned } from '../contract.js';
import { activityContract, ActivityIdRequest, ActivityView } from './activity.contract.js';

/** Putting away what is over, and getting it out again. */
export const activityLifeContract = {
  archive: versioned(
    command('sharing.activity.archive', ActivityIdRequest, ActivityView),
    activityContract.get,
  ),
  unarchive: versioned(
    command('sharing.activity.unarchive', ActivityIdRequest, ActivityView),
    activityContract.get,
  ),
};
