/**
 * Limits of one message: a frame that reaches them is sent before the turn is over. As a whole frame goes to one
 * replica, it holds few calls, so that several replicas share a burst.
 */
const piecesMax = 32;
const bytesMax = 256_000;
/** The separator: JSON contains no raw line feed. */
const lineFeed = 10;

interface Frame {
  readonly ids: number[];
  readonly heads: string[];
  readonly contents: Uint8Array[];
  bytes: number;
}

/**
 * Batches messages to the same destination within one turn of the event loop: a message of its own costs more than
 * most calls do. A frame is one line with the JSON list of its pieces' heads, followed by their contents one after
 * the other, so that a proxy need not parse them. Nothing waits for more than the end of the turn; a piece larger
 * than a frame is sent alone.
 */
export class Frames {
  private readonly open = new Map<string, Frame>();
  private isScheduled = false;

  /** @param send sends a whole frame with the ids of its pieces; it must not throw, as nobody would catch it */
  constructor(private readonly send: (to: string, frame: Uint8Array, ids: readonly number[]) => void) {}

  /** @param head JSON; includes the length of the content, if there is any */
  add(to: string, id: number, head: string, content?: Uint8Array): void {
    const bytes = Buffer.byteLength(head) + (content?.length ?? 0);
    let frame = this.open.get(to);
    if (frame !== undefined && frame.bytes + bytes > bytesMax) {
      this.close(to, frame);
      frame = undefined;
    }
    if (frame === undefined) this.open.set(to, (frame = { ids: [], heads: [], contents: [], bytes: 0 }));
    frame.ids.push(id);
    frame.heads.push(head);
    if (content !== undefined) frame.contents.push(content);
    frame.bytes += bytes;
    if (frame.heads.length === piecesMax) this.close(to, frame);
    else this.schedule();
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    // After all data that the sockets have received in this turn has been processed.
    setImmediate(() => {
      this.isScheduled = false;
      for (const [to, frame] of [...this.open]) this.close(to, frame);
    });
  }

  private close(to: string, { ids, heads, contents }: Frame): void {
    this.open.delete(to);
    this.send(to, Buffer.concat([Buffer.from(`[${heads.join(',')}]\n`), ...contents]), ids);
  }
}

/** A received frame. */
interface Unpacked {
  readonly heads: readonly unknown[];
  /** The contents of all pieces, one after the other. */
  readonly contents: Uint8Array;
}

/** @throws SyntaxError if the first line is not JSON */
export function unpack(frame: Uint8Array): Unpacked {
  const end = frame.indexOf(lineFeed);
  const line = Buffer.from(frame.buffer, frame.byteOffset, end);
  return { heads: JSON.parse(line.toString()) as unknown[], contents: frame.subarray(end + 1) };
}
