/**
 * What one message may hold: beyond this, a frame goes before the turn is over. As a whole frame goes to one copy of a
 * service, there are few in it, so that several copies share a burst.
 */
const piecesMax = 32;
const bytesMax = 256_000;

interface Frame {
  readonly ids: number[];
  readonly pieces: string[];
  bytes: number;
}

/**
 * Puts together what arises in one turn of the event loop and goes to the same place, as a list in JSON: a message of its
 * own costs more than most of what it is about. Nothing waits for anything but the end of the turn; a piece that is
 * larger than a frame goes alone.
 */
export class Frames {
  private readonly open = new Map<string, Frame>();
  private isScheduled = false;

  /** @param send takes a whole frame, with the ids of what is in it */
  constructor(private readonly send: (to: string, text: string, ids: readonly number[]) => void) {}

  /** @param piece in JSON */
  add(to: string, id: number, piece: string): void {
    const bytes = Buffer.byteLength(piece);
    let frame = this.open.get(to);
    if (frame !== undefined && frame.bytes + bytes > bytesMax) {
      this.close(to, frame);
      frame = undefined;
    }
    if (frame === undefined) this.open.set(to, (frame = { ids: [], pieces: [], bytes: 0 }));
    frame.ids.push(id);
    frame.pieces.push(piece);
    frame.bytes += bytes;
    if (frame.pieces.length === piecesMax) this.close(to, frame);
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

  private close(to: string, { ids, pieces }: Frame): void {
    this.open.delete(to);
    this.send(to, `[${pieces.join(',')}]`, ids);
  }
}
