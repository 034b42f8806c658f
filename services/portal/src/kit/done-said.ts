/** What was just done, and the page on which it was: a page that the act leads on to says itself what there is to say. */
export interface DoneSaid {
  readonly text: string;
  readonly pathname: string;
}

const shownMs = 6_000;

/** The last command that succeeded, in words, for a few seconds. The frame of the page shows it. */
class LastDone {
  private said: DoneSaid | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  readonly current = (): DoneSaid | null => this.said;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  say(said: DoneSaid): void {
    clearTimeout(this.timer);
    this.set(said);
    this.timer = setTimeout(() => this.set(null), shownMs);
  }

  private set(said: DoneSaid | null): void {
    this.said = said;
    for (const listener of this.listeners) listener();
  }
}

export const lastDone = new LastDone();
