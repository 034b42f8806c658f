import './dom.fixture.js';
import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { ChangedNotice } from './changed-notice.js';
import type { Sent } from './page.fixture.js';

/** With the notice that the page shows where somebody else has changed what was decided on. */
export function withNotice(part: ReactNode): ReactNode {
  return (
    <>
      <ChangedNotice />
      {part}
    </>
  );
}

/** The words of that notice. */
export const changedWords =
  /^Someone else has just changed this, so your action was not carried out\. You are now looking at the latest version: please review it and decide again\./;

/** Presses a button outside of dialogs, or in the one that is open. */
export async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(button(name));
}

function button(name: string): HTMLElement {
  const open = document.querySelector<HTMLElement>('dialog[open]');
  const found = (open === null ? screen : within(open)).getAllByRole('button', { name });
  const [shown] = open === null ? found.filter((one) => one.closest('dialog') === null) : found;
  if (shown === undefined) throw new Error(`There is no button “${name}” to press`);
  return shown;
}

/** What the person is asked before an act that binds; null while nothing is asked. */
export function question(): string | null {
  return document.querySelector('dialog[open] .confirm-question')?.textContent ?? null;
}

/** The names of the buttons that can be pressed now, in order. */
export function buttons(): string[] {
  return screen
    .queryAllByRole('button')
    .filter((one) => one.closest('dialog') === null)
    .map(({ textContent }) => textContent ?? '');
}

/** What was sent to change something: not what was only read. */
export function commandsOf(sent: readonly Sent[]): Sent[] {
  return sent.filter(({ method }) => method !== 'GET');
}

const settleMs = 50;

/** Once what was read has come and is drawn: for what must not be there. */
export async function settled(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, settleMs)));
}

const hourMs = 3_600_000;

/** A moment so many hours from now. */
export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * hourMs).toISOString();
}
