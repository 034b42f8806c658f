import { loadTexts } from '../i18n/index.js';
import { keepLoaded } from '../kit/keep-shell.js';
import { mayKeepDoors, mayKeepSeats } from '../session/vault/kept-doors.js';

/**
 * Where this device keeps a list for a door or a desk, the page that reads it is loaded as well: after a new version was put up,
 * nobody may have opened it before the network goes.
 */
export async function readyDoor(): Promise<void> {
  try {
    if (mayKeepSeats()) await Promise.all([readySeats(), readyCard()]);
    if (!mayKeepDoors()) return;
    await Promise.all([
      import('../areas/activities/check-in/check-in-page.js'),
      import('../areas/activities/check-in/door-helper-page.js'),
      import('../areas/resources/handover/desk-page.js'),
      import('../areas/resources/handover/handover-form.js'),
      loadTexts('activity', 'checkIn', 'doorLink', 'handovers', 'loans'),
    ]);
  } catch {
    return; // without a network: what was kept before is as good as it gets
  }
  await keepLoaded();
}

async function readySeats(): Promise<void> {
  const { readyKeptSeats } = await import('../areas/activities/kept-seats/kept-seats.js');
  await readyKeptSeats();
}

/** Whoever goes to something is asked for the card there, and may never have opened its page. */
async function readyCard(): Promise<void> {
  await Promise.all([import('../areas/account/mine/card-page.js'), loadTexts('mine', 'activity', 'card')]);
  await keepLoaded();
}
