import { command } from '../contract.js';
import { ActivityIdRequest, ActivityView } from './activity.contract.js';

/** Putting away what is over, and getting it out again. */
export const activityLifeContract = {
  archive: command('sharing.activity.archive', ActivityIdRequest, ActivityView),
  unarchive: command('sharing.activity.unarchive', ActivityIdRequest, ActivityView),
};
