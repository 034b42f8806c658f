import '../app/dom.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/dom';
import { hearHints } from './shared-hints.js';
import { HintSource, Locks } from './tabs.fixture.js';

class Tab {
  readonly heard: string[] = [];
  gaps = 0;
  private readonly ended = new AbortController();
  readonly over: Promise<void>;

  constructor(source: HintSource, name: string) {
    this.over = hearHints(name, {
      baseUrl: 'https://portal.example',
      transport: source.transport,
      signal: this.ended.signal,
      onHint: ({ resource, id }) => this.heard.push(`${resource} ${id}`),
      onGap: () => (this.gaps += 1),
    });
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.over;
  }
}

const tabsOpen = 7;
const patienceMs = 30_000;
let source: HintSource;
let tabs: Tab[];

const eventually = (check: () => void): Promise<void> => waitFor(check, { timeout: patienceMs });
const openTab = (name = 'alice.1', at = source): Tab => {
  const tab = new Tab(at, name);
  tabs.push(tab);
  return tab;
};
const openTabs = (): Tab[] => Array.from({ length: tabsOpen }, () => openTab());
const heardBy = (some: readonly Tab[]): readonly string[][] => some.map(({ heard }) => heard);
const inEach = <Value>(some: readonly Tab[], value: Value): Value[] => some.map(() => value);

beforeEach(() => {
  source = new HintSource();
  tabs = [];
});

afterEach(async () => {
  await Promise.all(tabs.map((tab) => tab.close()));
  Locks.remove();
});

describe('the tabs of one browser', () => {
  beforeEach(() => new Locks().install());

  it('have one stream, and each hears each hint once', async () => {
    const all = openTabs();
    await eventually(() => expect(source.open).toHaveLength(1));
    source.hint('registration', 'a');
    await eventually(() => expect(heardBy(all)).toEqual(inEach(all, ['registration a'])));
    expect(source.asked).toBe(1);
    expect(all.map(({ gaps }) => gaps)).toEqual(inEach(all, 0));
  });

  it('go on with another one when the first is closed, and read anew what was missed meanwhile', async () => {
    const [first, ...others] = openTabs();
    await eventually(() => expect(source.open).toHaveLength(1));
    await first?.close();
    await eventually(() => expect(others.map(({ gaps }) => gaps)).toEqual(inEach(others, 1)));
    expect([source.open.length, source.asked]).toEqual([1, 2]);
    source.hint('activity', 'b');
    await eventually(() => expect(heardBy(others)).toEqual(inEach(others, ['activity b'])));
    expect([first?.heard, first?.gaps]).toEqual([[], 0]);
  });

  it('close one after the other, and the last one leaves nothing open', async () => {
    for (const tab of openTabs()) {
      await eventually(() => expect(source.open).toHaveLength(1));
      await tab.close();
    }
    expect(source.open).toEqual([]);
    expect(source.asked).toBe(tabsOpen);
  });

  it('never open a stream in a tab that was closed while it waited', async () => {
    const [first, second, third] = [openTab(), openTab(), openTab()];
    await eventually(() => expect(source.open).toHaveLength(1));
    await second.close();
    await first.close();
    await eventually(() => expect(third.gaps).toBe(1));
    expect([source.open.length, source.asked, second.gaps]).toEqual([1, 2, 0]);
  });

  it('all read anew when the stream comes back after a break', async () => {
    const all = openTabs();
    await eventually(() => expect(source.open).toHaveLength(1));
    source.end();
    await eventually(() => expect(all.map(({ gaps }) => gaps)).toEqual(inEach(all, 1)));
    expect(source.asked).toBe(2);
  });

  it('hear nothing of another person, nor of another session', async () => {
    const theirs = new HintSource();
    const [mine, other, again] = [openTab(), openTab('bob.1', theirs), openTab('alice.2', theirs)];
    await eventually(() => expect([source.open.length, theirs.open.length]).toEqual([1, 2]));
    source.hint('registration', 'a');
    await eventually(() => expect(mine.heard).toEqual(['registration a']));
    theirs.hint('registration', 'b');
    await eventually(() => expect(again.heard).toEqual(['registration b']));
    expect([mine.heard, other.heard]).toEqual([['registration a'], ['registration b']]);
  });
});

describe('the tabs of a browser', () => {
  const { BroadcastChannel } = globalThis;

  afterEach(() => {
    globalThis.BroadcastChannel = BroadcastChannel;
  });

  it.each([
    ['locks', () => undefined],
    ['locks that work', () => new Locks(new DOMException('denied', 'SecurityError')).install()],
    [
      'channels',
      () => {
        new Locks().install();
        Reflect.deleteProperty(globalThis, 'BroadcastChannel');
      },
    ],
  ])('without %s have a stream each, and hear each hint once', async (_lacking, prepare) => {
    prepare();
    const all = [openTab(), openTab()];
    await eventually(() => expect(source.open).toHaveLength(2));
    source.hint('registration', 'a');
    await eventually(() => expect(heardBy(all)).toEqual(inEach(all, ['registration a'])));
  });
});
