import { Injectable } from '@nestjs/common';
import { DomainError, networkOf } from '@gongxiang/domain';

/** So many passwords are compared at a time: each takes a processor for tens of milliseconds, and every request needs this service. */
const atOnceMax = 2;
/** So many of one network may wait for it. Thousands who sign in behind one address come one after the other. */
const perNetworkMax = 30;

/** Lets passwords be compared a few at a time, so that whoever tries made-up accounts by the hundred costs no more than that. */
@Injectable()
export class PasswordGate {
  private running = 0;
  private readonly pendingOf = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];

  /**
   * @param from the address that asks
   * @throws DomainError `TOO_MANY_REQUESTS` where too many of its network wait already; then nothing was compared
   */
  async through<T>(from: string, compare: () => Promise<T>): Promise<T> {
    const network = networkOf(from);
    const pending = this.pendingOf.get(network) ?? 0;
    if (pending >= perNetworkMax)
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: 1, params: { seconds: 1 } });
    this.pendingOf.set(network, pending + 1);
    try {
      await this.turn();
      return await compare();
    } finally {
      this.handOver();
      const left = (this.pendingOf.get(network) ?? 1) - 1;
      if (left === 0) this.pendingOf.delete(network);
      else this.pendingOf.set(network, left);
    }
  }

  private async turn(): Promise<void> {
    if (this.running < atOnceMax) this.running += 1;
    else await new Promise<void>((go) => this.waiting.push(go));
  }

  /** The place goes to the first who waits, so that nobody who comes meanwhile takes it. */
  private handOver(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
