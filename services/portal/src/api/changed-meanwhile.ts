/** Whether the last decision was refused because somebody else had changed what it was about. */
class ChangedMeanwhile {
  private isKnown = false;
  private readonly listeners = new Set<() => void>();

  readonly isTold = (): boolean => this.isKnown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tell(): void {
    this.set(true);
  }

  forget(): void {
    this.set(false);
  }

  private set(isKnown: boolean): void {
    this.isKnown = isKnown;
    for (const listener of this.listeners) listener();
  }
}

export const changedMeanwhile = new ChangedMeanwhile();
