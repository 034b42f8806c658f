/** A decision that was refused, because somebody else had changed what it was about. */
export interface Refused {
  /** Has the page read it anew; settles once it has. */
  readonly readAnew: () => Promise<unknown>;
}

/** The last decision, where it was refused because somebody else had changed what it was about. */
class ChangedMeanwhile {
  private refused: Refused | null = null;
  private readonly listeners = new Set<() => void>();

  readonly current = (): Refused | null => this.refused;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tell(refused: Refused): void {
    this.set(refused);
  }

  forget(): void {
    this.set(null);
  }

  private set(refused: Refused | null): void {
    this.refused = refused;
    for (const listener of this.listeners) listener();
  }
}

export const changedMeanwhile = new ChangedMeanwhile();
