import { pageTests } from '../../../app/page.fixture.js';
import { afterEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Shown } from './check-in.model.js';
import { SoundSwitch } from './sound-switch.js';

const show = pageTests();
const scan = (operationId: string, result: 'checkedIn' | 'refused' | null): Shown => ({
  item: { operationId, at: '2026-11-20T12:00:00Z', code: 'ABCD2345' },
  label: 'ABCD2345',
  ...(result === null ? {} : { said: { result, code: null } }),
  answer: null,
});

afterEach(() => localStorage.removeItem('gongxiang.door.muted'));

function shakes(): number[][] {
  const felt: number[][] = [];
  const vibrate = (pattern: number[]): boolean => felt.push(pattern) > 0;
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true });
  return felt;
}

it('tells each scan once, as soon as something is decided', async () => {
  const felt = shakes();
  await show(<SoundSwitch shown={scan('1', null)} />, { texts: ['checkIn'] });
  expect(felt).toEqual([]);
  await show(<SoundSwitch shown={scan('1', 'checkedIn')} />, { texts: ['checkIn'] });
  await show(<SoundSwitch shown={scan('2', 'refused')} />, { texts: ['checkIn'] });
  expect(felt).toEqual([[60], [180, 90, 180]]);
});

it('stays quiet on a device that was muted, also after it is opened again', async () => {
  const felt = shakes();
  const { user, unmount } = await show(<SoundSwitch shown={null} />, { texts: ['checkIn'] });
  await user.click(screen.getByRole('checkbox', { name: 'Sound and vibration on each scan' }));
  unmount();
  await show(<SoundSwitch shown={scan('1', 'checkedIn')} />, { texts: ['checkIn'] });
  expect(felt).toEqual([]);
});
