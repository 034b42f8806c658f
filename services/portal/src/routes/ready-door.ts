import { loadTexts } from '../i18n/index.js';
import { keepLoaded } from '../shell/keep-shell.js';
import { mayKeepDoors, mayKeepSeats } from '../shell/kept-doors.js';

/**
 * Where this device keeps a list for a door or a desk, the page that reads it is loaded as well: after a new version was put up,
 * nobody may have opened it before the network goes.
 */
export async function readyDoor(): Promise<void> {
  try {
    if (mayKeepSeats()) await (await import('../features/mine/kept-seats.js')).readyKeptSeats();
    if (!mayKeepDoors()) return;
    await Promise.all([
      import('../features/check-in/check-in-page.js'),
      import('../features/handover/desk-page.js'),
      import('../features/handover/handover-form.js'),
      loadTexts('activity', 'checkIn', 'handovers', 'loans'),
    ]);
  } catch {
    return; // without a network: what was kept before is as good as it gets
  }
  await keepLoaded();
}
