import { type Hint, listen, type LiveOptions } from './live.js';

/**
 * Hears hints until the signal ends it. Of all tabs that do so by the same name one holds the stream and passes on what it hears: over
 * HTTP/1.1 a browser holds six connections to one address, and with a stream in each of six tabs the seventh would wait for ever. When that
 * one ends, another goes on. Browsers without locks, which offer none over plain http, have a stream in each tab.
 * @param name of the session and its person: nobody else's tab may hear
 */
export async function hearHints(name: string, options: LiveOptions): Promise<void> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined || !('BroadcastChannel' in globalThis)) return listen(options);
  const { signal, onHint, onGap } = options;
  // Null says that hints may have been missed.
  const hear = (hint: Hint | null): void => (hint === null ? onGap() : onHint(hint));
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Hint | null>) => hear(data);
  const passOn = (hint: Hint | null): void => {
    channel.postMessage(hint);
    hear(hint);
  };
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      channel.close();
      resolve();
    });
  });
  const lead = (isLate: boolean): Promise<void> => {
    void listen({ ...options, isLate, onHint: passOn, onGap: () => passOn(null) });
    return ended;
  };
  try {
    await locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : lead(false)));
    await locks.request(name, { signal }, () => lead(true));
  } catch {
    // Ended while it waited. Or the browser refuses its locks: to some pages, and to each that it stops just as its turn comes.
    channel.close();
    await listen({ ...options, isLate: true });
  }
}
