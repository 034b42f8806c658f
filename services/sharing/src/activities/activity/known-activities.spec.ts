import { describe, expect, it } from '@jest/globals';
import type { ShownActivity } from './activity.entity.js';
import { KnownActivities, type Written } from './known-activities.js';

/** A fake database of titles that counts what is read. */
function database() {
  const rows = new Map<string, Written & { title: string }>();
  const asked: (readonly string[])[] = [];
  return {
    asked,
    write: (id: string, title: string, writtenBy: string) => rows.set(id, { id, title, writtenBy }),
    listed: (...ids: string[]): Written[] =>
      ids.map((id) => ({ id, writtenBy: rows.get(id)?.writtenBy ?? 'gone' })),
    read: (ids: readonly string[]) => {
      asked.push(ids);
      const found = ids.flatMap((id) => rows.get(id) ?? []);
      return Promise.resolve(found.reverse() as unknown as (ShownActivity & Written)[]);
    },
  };
}

describe('activities that were listed of late', () => {
  it('are read once, in the order of the list, until somebody writes them', async () => {
    const known = new KnownActivities();
    const { write, listed, read, asked } = database();
    const titles = async (...ids: string[]) =>
      (await known.all(listed(...ids), read)).map((row) => row.title);
    write('a', '登山', '1');
    write('b', '羽毛球', '1');
    expect(await titles('b', 'a')).toEqual(['羽毛球', '登山']);
    expect(await titles('a', 'b')).toEqual(['登山', '羽毛球']);
    expect(asked).toEqual([['b', 'a']]);
    write('a', '登山（改期）', '2');
    expect(await titles('a', 'b')).toEqual(['登山（改期）', '羽毛球']);
    expect(asked).toEqual([['b', 'a'], ['a']]);
  });

  it('are left out where they are no longer what was looked for when they are read', async () => {
    const { listed, read, write } = database();
    write('a', '登山', '1');
    const rows = await new KnownActivities().all(listed('gone', 'a'), read);
    expect(rows.map(({ id }) => id)).toEqual(['a']);
  });
});
