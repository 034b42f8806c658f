import { describe, expect, it } from '@jest/globals';
import { pushStanding } from './push-standing.model.js';

const kept = { id: 'address-1', endpoint: 'https://push.example/1' };
const told = {
  pushKey: 'key',
  canPush: true,
  needsHomeScreen: false,
  permission: 'granted',
  endpoint: kept.endpoint,
  kept,
  addressIds: ['address-1'],
} as const;

describe('this browser', () => {
  it.each([
    ['is told', {}, 'here'],
    ['was never turned on', { permission: 'default', endpoint: null, kept: null, addressIds: [] }, 'off'],
    ['has a subscription of which it knows no address', { kept: null }, 'off'],
    ['has another subscription than that which was sent', { endpoint: 'https://push.example/2' }, 'off'],
    ['has lost its subscription', { endpoint: null }, 'off'],
    ['was removed on another device, or tells somebody else', { addressIds: ['address-2'] }, 'off'],
    ['may show nothing', { permission: 'denied' }, 'denied'],
    ['cannot', { canPush: false, permission: 'denied' }, 'unsupported'],
    ['cannot before it is on the home screen', { canPush: false, needsHomeScreen: true }, 'homeScreenFirst'],
    ['is on the home screen', { needsHomeScreen: true }, 'here'],
    ['is told by no platform', { pushKey: null, canPush: false }, 'notSetUp'],
  ] as const)('%s', (_what, changed, standing) => {
    expect(pushStanding({ ...told, ...changed })).toBe(standing);
  });
});
