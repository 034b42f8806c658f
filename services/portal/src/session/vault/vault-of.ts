import { session } from '../../api/platform.js';
import { DoorVault } from './door-vault.js';

export { canSeal } from './door-vault.js';

/** Made for each call: the person may be known only after the session was renewed. */
export function vaultOf(activityId: string): DoorVault {
  return new DoorVault(session.personId(), activityId);
}
