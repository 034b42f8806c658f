import { session } from '../../api/platform.js';
import { DoorVault } from './door-vault.js';

export { canSeal } from './door-vault.js';

/**
 * Made for each call: the person may be known only after the session was renewed.
 * @param owner the door link for which this device keeps it, where it is no person
 */
export function vaultOf(activityId: string, owner = session.personId()): DoorVault {
  return new DoorVault(owner, activityId);
}
