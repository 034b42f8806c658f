import { Injectable } from '@nestjs/common';
import { DomainError, networkOf } from '@gongxiang/domain';

/**
 * Concurrent password comparisons: each uses a CPU core for tens of milliseconds, and every request of the platform
 * needs this service.
 */
const concurrencyMax = 2;
/** Waiting comparisons per network: thousands of people who sign in behind one address take turns. */
const waitingPerNetworkMax = 30;

/** Limits concurrent password comparisons, so that trying hundreds of made-up accounts costs no more than that. */
@Injectable()
export class PasswordGate {
  private running = 0;
  private readonly pendingOf = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];

  /**
   * @param from the caller's address
   * @throws DomainError `TOO_MANY_REQUESTS` if too many of its network wait already; then nothing was compared
   */
  async run<T>(from: string, compare: () => Promise<T>): Promise<T> {
    const network = networkOf(from);
    const pending = this.pendingOf.get(network) ?? 0;
    if (pending >= waitingPerNetworkMax)
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: 1, params: { seconds: 1 } });
    this.pendingOf.set(network, pending + 1);
    try {
      await this.waitForSlot();
      return await compare();
    } finally {
      this.releaseSlot();
      const left = (this.pendingOf.get(network) ?? 1) - 1;
      if (left === 0) this.pendingOf.delete(network);
      else this.pendingOf.set(network, left);
    }
  }

  private async waitForSlot(): Promise<void> {
    if (this.running < concurrencyMax) this.running += 1;
    else await new Promise<void>((resume) => this.waiting.push(resume));
  }

  /** Passes the slot directly to the longest waiting, so that no newcomer takes it. */
  private releaseSlot(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
