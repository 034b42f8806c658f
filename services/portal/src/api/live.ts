import { pause, type Transport } from './transport.js';

/** That something changed; what it is now has to be asked. */
export interface Hint {
  readonly resource: string;
  readonly id: string;
}

export interface LiveOptions {
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly onHint: (hint: Hint) => void;
  /** The stream was broken for a while: hints may have been missed. */
  readonly onGap: () => void;
  /** Nobody listened right before: also the first stream comes after a gap. */
  readonly isLate?: boolean;
  readonly signal: AbortSignal;
}

const waitMsFirst = 2_000;
const waitMsMax = 60_000;
/** The platform says something every 15 seconds; three silences in a row mean that the line is dead. */
const silenceMsMax = 45_000;

/** Listens until the signal ends it. Comes back after each break, ever later while it stays broken. */
export async function listen(options: LiveOptions): Promise<void> {
  let waitMs = waitMsFirst;
  let isFirst = options.isLate !== true;
  while (!options.signal.aborted) {
    try {
      await stream(options, () => {
        if (!isFirst) options.onGap();
        isFirst = false;
        waitMs = waitMsFirst;
      });
    } catch {
      // Whatever broke it, the remedy is the same: try again later.
    }
    if (options.signal.aborted) return;
    await pause(waitMs, options.signal).catch(() => undefined);
    waitMs = Math.min(waitMs * 2, waitMsMax);
  }
}

async function stream(options: LiveOptions, onOpen: () => void): Promise<void> {
  const line = new AbortController();
  options.signal.addEventListener('abort', () => line.abort(), { once: true, signal: line.signal });
  const response = await options.transport(
    new Request(`${options.baseUrl}/api/v1/events`, {
      headers: { Accept: 'text/event-stream' },
      signal: line.signal,
    }),
  );
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let isOpen = false; ; isOpen = true) {
    const timer = setTimeout(() => line.abort(), silenceMsMax);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    // Its first line promises that nothing is missed any more: what is read anew sooner may be old again.
    if (!isOpen) onOpen();
    const parsed = parseEvents(rest + value);
    rest = parsed.rest;
    for (const hint of parsed.hints) options.onHint(hint);
  }
}

/** Takes whole events off the front of the text. `rest` is what has not yet arrived in full. */
export function parseEvents(text: string): { readonly hints: readonly Hint[]; readonly rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { hints: blocks.flatMap(hintOf), rest };
}

function hintOf(block: string): Hint[] {
  const lines = block.split('\n');
  if (!lines.includes('event: hint')) return [];
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim());
  try {
    const { resource, id } = JSON.parse(data.join('\n')) as Partial<Record<keyof Hint, unknown>>;
    return typeof resource === 'string' && typeof id === 'string' ? [{ resource, id }] : [];
  } catch {
    return []; // a hint that cannot be read is a hint lost, which a reload mends
  }
}
