import '../../app/dom.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PushBrowser } from './push.fixture.js';
import { endPush, keepAddress, keptAddress, mayBeAsked } from './push-here.js';

const storageKey = 'gongxiang.push-address';
const kept = { id: 'address-1', endpoint: 'https://push.example/1' };

beforeEach(() => localStorage.removeItem(storageKey));
afterEach(() => PushBrowser.remove());

describe('the address of this browser', () => {
  it('is kept, and gone with its subscription', async () => {
    const browser = new PushBrowser('granted', kept.endpoint);
    browser.install();
    keepAddress(kept);
    expect(keptAddress()).toEqual(kept);
    await endPush();
    expect(keptAddress()).toBeNull();
    expect(browser.acts).toEqual(['unsubscribe']);
  });

  it('is forgotten also where the browser cannot be subscribed any more', async () => {
    keepAddress(kept);
    await endPush();
    expect(keptAddress()).toBeNull();
  });

  it.each([[''], ['address-1'], ['address-1 '], [' https://push.example/1']])(
    'is none where “%s” is kept',
    (text) => {
      localStorage.setItem(storageKey, text);
      expect(keptAddress()).toBeNull();
    },
  );
});

describe('a browser may be asked', () => {
  it.each([
    ['default', true],
    ['granted', false],
    ['denied', false],
  ] as const)('whose permission is %s: %s', (permission, expected) => {
    new PushBrowser(permission).install();
    expect(mayBeAsked()).toBe(expected);
  });

  it('only where it can', () => {
    expect(mayBeAsked()).toBe(false);
  });
});
