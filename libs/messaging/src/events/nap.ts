/** The sleep of a loop between two looks, which ends early when somebody wakes it. */
export class Nap {
  private isWoken = false;
  private end: () => void = () => undefined;

  /** Lets the sleep end, or the next one not begin. */
  wake(): void {
    this.isWoken = true;
    this.end();
  }

  /** @returns whether it was woken since this was asked last */
  takeWake(): boolean {
    const { isWoken } = this;
    this.isWoken = false;
    return isWoken;
  }

  async sleep(ms: number): Promise<void> {
    if (this.isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
