import { pageTests, personId } from './page.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import { session } from '../api/platform.js';
import { HintSource, Locks } from '../api/tabs.fixture.js';
import { useLiveHints } from './use-live-hints.js';

pageTests();

const eventually = (check: () => void): Promise<void> => waitFor(check, { timeout: 30_000 });
let source: HintSource;
/** How often the page has read what it shows. */
let reads: number;

/** A page that shows one list. */
function Page() {
  useLiveHints();
  useQuery({ queryKey: ['registration'], queryFn: () => (reads += 1) });
  return null;
}

const tokenOf = (sub: string, sid: string): string =>
  `e30.${Buffer.from(JSON.stringify({ sub, sid })).toString('base64url')}.x`;
const signIn = (sub: string, sid: string): void =>
  act(() => session.begin({ accessToken: tokenOf(sub, sid), refreshToken: `${sid}.1.mac` }));
const fire = (type: string): void => act(() => void window.dispatchEvent(new Event(type)));
const show = (): void => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
};

/** Another tab of this browser, in which the stream is: this one only follows. */
function tabThatLeads(): { readonly passOn: (hint: object | null) => void; readonly close: () => void } {
  const name = `gongxiang.hints.${personId}.s1`;
  const channel = new BroadcastChannel(name);
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  void navigator.locks.request(name, {}, () => closed);
  return { passOn: (hint) => channel.postMessage(hint), close: () => (channel.close(), close()) };
}

beforeEach(() => {
  source = new HintSource();
  reads = 0;
  new Locks().install();
  globalThis.fetch = (input) => source.transport(input as Request);
  signIn(personId, 's1');
});

afterEach(() => {
  act(() => session.end());
  Locks.remove();
});

describe('a page', () => {
  it('reads anew what a hint is about', async () => {
    show();
    await eventually(() => expect([source.open.length, reads]).toEqual([1, 1]));
    source.hint('activity-picture', 'a');
    source.hint('registration', 'a');
    await eventually(() => expect(reads).toBe(2));
  });

  it('does so by what another tab passes on, and opens no stream of its own until that one is closed', async () => {
    const other = tabThatLeads();
    show();
    await eventually(() => expect(reads).toBe(1));
    other.passOn({ resource: 'registration', id: 'a' });
    await eventually(() => expect(reads).toBe(2));
    other.passOn(null);
    await eventually(() => expect(reads).toBe(3));
    expect(source.asked).toBe(0);
    other.close();
    await eventually(() => expect([source.open.length, reads]).toEqual([1, 4]));
  });

  it('lets go of the stream when it is left, also where the browser keeps it, and reads all anew when it comes back', async () => {
    show();
    await eventually(() => expect([source.open.length, reads]).toEqual([1, 1]));
    fire('pagehide');
    expect(source.open).toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve));
    fire('pageshow');
    await eventually(() => expect([source.open.length, reads]).toEqual([1, 2]));
    expect(source.asked).toBe(2);
  });

  it('keeps its stream through a renewal of the session', async () => {
    show();
    await eventually(() => expect(source.open).toHaveLength(1));
    act(() => session.begin({ accessToken: tokenOf(personId, 's1'), refreshToken: 's1.2.mac' }));
    expect([source.open.length, source.asked]).toEqual([1, 1]);
  });

  it('hears nothing once nobody is signed in, and nothing of whoever was before', async () => {
    const other = tabThatLeads();
    show();
    await eventually(() => expect(reads).toBe(1));
    signIn('somebody-else', 's2');
    await eventually(() => expect(source.open).toHaveLength(1));
    other.passOn({ resource: 'registration', id: 'a' });
    act(() => session.end());
    expect(source.open).toHaveLength(0);
    other.passOn({ resource: 'registration', id: 'a' });
    // Messages arrive in the order in which they were sent, to all who listen.
    const last = new BroadcastChannel(`gongxiang.hints.${personId}.s1`);
    const heard = new Promise<void>((resolve) => (last.onmessage = () => resolve()));
    other.passOn(null);
    await heard;
    last.close();
    other.close();
    expect([reads, source.asked]).toEqual([1, 1]);
  });
});
