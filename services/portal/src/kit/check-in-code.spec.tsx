import { pageTests } from '../app/page.fixture.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { CheckInCode } from './check-in-code.js';

const show = pageTests();
const part = <CheckInCode code="ABCD2345" title="Repairing bicycles" time="Today, 18:00" />;
const open = 'Show check-in code full screen';

function withWakeLock(value: unknown): void {
  Object.defineProperty(navigator, 'wakeLock', { value, configurable: true });
}

afterEach(() => withWakeLock(undefined));

describe('the check-in code on the whole screen', () => {
  it('is opened and closed by a tap, and names the activity and its time', async () => {
    const { user } = await show(part, { texts: ['activity'] });
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: open }));
    const dialog = within(screen.getByRole('dialog', { name: 'Check-in code' }));
    expect(dialog.getByText('Repairing bicycles')).toBeTruthy();
    expect(dialog.getByText('Today, 18:00')).toBeTruthy();
    expect(dialog.getByText('ABCD2345')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Tap anywhere to close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getAllByText('ABCD2345')).toHaveLength(1);
  });

  it('keeps the screen on as long as it is open', async () => {
    const asked: string[] = [];
    withWakeLock({
      request: (kind: string) => {
        asked.push(kind);
        return Promise.resolve({ release: () => Promise.resolve(void asked.push('released')) });
      },
    });
    const { user } = await show(part, { texts: ['activity'] });
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: open }));
    await waitFor(() => expect(asked).toEqual(['screen']));
    await user.click(screen.getByRole('button', { name: 'Tap anywhere to close' }));
    await waitFor(() => expect(asked).toEqual(['screen', 'released']));
  });

  it('opens just the same where the browser refuses to keep the screen on', async () => {
    withWakeLock({ request: () => Promise.reject(new DOMException('low battery', 'NotAllowedError')) });
    const { user } = await show(part, { texts: ['activity'] });
    await user.click(screen.getByRole('button', { name: open }));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
