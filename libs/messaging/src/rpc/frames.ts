/**
 * What one message may hold: beyond this, a frame goes before the turn is over. As a whole frame goes to one copy of a
 * service, there are few in it, so that several copies share a burst.
 */
const piecesMax = 32;
const bytesMax = 256_000;
/** JSON has none of its own. */
const lineFeed = 10;

interface Frame {
  readonly ids: number[];
  readonly heads: string[];
  readonly contents: Uint8Array[];
  bytes: number;
}

/**
 * Puts together what arises in one turn of the event loop and goes to the same place: a message of its own costs more than
 * most of what it is about. A frame is a line with the list of its pieces' heads in JSON, and after it their contents as they
 * are, one behind the other: whoever only passes them on need not read them. Nothing waits for anything but the end of the
 * turn; a piece that is larger than a frame goes alone.
 */
export class Frames {
  private readonly open = new Map<string, Frame>();
  private isScheduled = false;

  /** @param send takes a whole frame, with the ids of what is in it; nobody hears what it throws, so it must not */
  constructor(private readonly send: (to: string, frame: Uint8Array, ids: readonly number[]) => void) {}

  /** @param head in JSON; says how long the content is, where there is one */
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
    // After everything that the sockets have brought in this turn has been looked at.
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

/** A frame as it came. */
export interface Unpacked {
  readonly heads: readonly unknown[];
  /** Of all pieces, one behind the other. */
  readonly contents: Uint8Array;
}

/** @throws SyntaxError where the first line is no list in JSON */
export function unpack(frame: Uint8Array): Unpacked {
  const end = frame.indexOf(lineFeed);
  const line = Buffer.from(frame.buffer, frame.byteOffset, end);
  return { heads: JSON.parse(line.toString()) as unknown[], contents: frame.subarray(end + 1) };
}
