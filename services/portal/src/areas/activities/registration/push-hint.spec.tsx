import { press, settled } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { PushBrowser } from '../../../session/push/push.fixture.js';
import { PushHintPlace } from './push-hint-place.js';
import type { RegistrationView } from './registration.model.js';

const show = pageTests();
const line = (state: RegistrationView['state'], addresses: object = {}) =>
  show(<PushHintPlace state={state} />, {
    answers: {
      'GET /me/notice-addresses': { items: [], pushKey: 'BKey', channels: ['push'], ...addresses },
    },
  });

beforeEach(() => localStorage.removeItem('gongxiang.push-hint'));
afterEach(() => PushBrowser.remove());

describe('whoever has signed up', () => {
  it.each([
    ['waitlisted', 'Get told here when a seat is free'],
    ['confirmed', 'Get told here when something changes'],
  ] as const)('(%s) is led to where this browser is turned on', async (state, name) => {
    new PushBrowser().install();
    await line(state);
    const link = await screen.findByRole('link', { name });
    expect(link.getAttribute('href')).toBe('/account/notices');
  });

  it('is not asked again after a no', async () => {
    new PushBrowser().install();
    const { sent, unmount, user } = await line('waitlisted');
    await screen.findByRole('link');
    await press(user, 'No, thanks');
    expect(screen.queryByRole('link')).toBeNull();
    unmount();
    sent.length = 0;
    await line('waitlisted');
    await settled();
    expect(screen.queryByRole('link')).toBeNull();
    expect(sent).toEqual([]);
  });

  it.each([
    ['is told somewhere already', { items: [{ id: 'mail' }] }],
    ['can be told by no platform', { pushKey: null }],
  ])('is asked nothing where they %s', async (_why, addresses) => {
    new PushBrowser().install();
    await line('waitlisted', addresses);
    await settled();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each([
    ['has said no to it', 'waitlisted', 'denied'],
    ['allows it already', 'waitlisted', 'granted'],
    ['could, for an offer that has its own words', 'held', 'default'],
  ] as const)('is asked nothing where the browser %s', async (_why, state, permission) => {
    new PushBrowser(permission).install();
    const { sent } = await line(state);
    await settled();
    expect(sent).toEqual([]);
  });

  it('is asked nothing where the browser cannot', async () => {
    const { sent } = await line('waitlisted');
    await settled();
    expect(sent).toEqual([]);
  });
});
