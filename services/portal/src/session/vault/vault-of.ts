import { session } from '../../api/platform.js';
import { DoorVault } from './door-vault.js';

export { canSeal } from './door-vault.js';

/** Asked for each time: who is signed in may be known only since the session was renewed. */
export function vaultOf(activityId: string): DoorVault {
  return new DoorVault(session.personId(), activityId);
}
