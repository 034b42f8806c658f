import { describe, expect, it } from '@jest/globals';
import { provisionSettingsOf } from './keep-provided.js';
import { storeBytesOf, withStoreSize } from './store-size.js';

describe('the size of NATS’s store', () => {
  it.each([
    ['500MB', 524_288_000], // 500 × 1024²
    ['20GB', 21_474_836_480], // 20 × 1024³
    ['2TB', 2_199_023_255_552], // 2 × 1024⁴
  ])('%s is %i bytes, as for nats-server', (size, bytes) => {
    expect(storeBytesOf(size)).toBe(bytes);
  });

  it.each(['', '0GB', '20', '20 GB', '20gb', '-1GB', '1PB', 'plenty'])(
    '%j is none: one sentence says so',
    (size) => {
      expect(() => storeBytesOf(size)).toThrow(/^NATS_MAX_FILE_STORE is .*: give a size such as 500MB/);
    },
  );

  it('is 20 GB where nobody says it, and what is said otherwise', () => {
    expect(withStoreSize({}).NATS_MAX_FILE_STORE).toBe('20GB');
    expect(withStoreSize({ NATS_MAX_FILE_STORE: '' }).NATS_MAX_FILE_STORE).toBe('20GB');
    expect(withStoreSize({ NATS_MAX_FILE_STORE: '3GB' }).NATS_MAX_FILE_STORE).toBe('3GB');
  });

  it('is unknown of a NATS of one’s own, unless it is said: its buckets have no bound', () => {
    expect(provisionSettingsOf({})).not.toHaveProperty('storeBytes');
    expect(provisionSettingsOf({ NATS_MAX_FILE_STORE: '1GB' }).storeBytes).toBe(1_073_741_824);
  });
});
