import type { NatsConnection } from '@nats-io/transport-node';
import type { Manifest } from './manifest.js';
import { missingOf, provision } from './provision.js';

const defaultIntervalMs = 1_000;

/** Provisions once, and again whenever something is missing: a server that lost its store has lost everything. */
export class Provisioner {
  private stopped = false;
  private endPause: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private lastReason = '';

  constructor(
    /** A connection of the administrator. */
    private readonly nats: NatsConnection,
    private readonly manifest: Manifest,
    /** Receives one sentence on what was created again, or why it could not be. */
    private readonly report: (text: string) => void,
    private readonly intervalMs = defaultIntervalMs,
  ) {}

  /** @throws the error of NATS if the first attempt is refused */
  async start(): Promise<void> {
    await this.apply();
    this.running = this.loop();
  }

  /** The connection is left open. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      await this.check();
      if (!this.stopped) await this.pause();
    }
  }

  /** Never throws: a server that is away is checked again. */
  private async check(): Promise<void> {
    try {
      const missing = await missingOf(this.nats, this.manifest);
      if (missing.length > 0) {
        await this.apply();
        this.report(`NATS had lost ${missing.join(', ')}: made again`);
      }
      this.lastReason = '';
    } catch (error) {
      const reason = String(error);
      if (!this.stopped && reason !== this.lastReason)
        this.report(`NATS could not be looked through: ${reason}`);
      this.lastReason = reason;
    }
  }

  private async apply(): Promise<void> {
    const unbounded = await provision(this.nats, this.manifest);
    if (unbounded.length === 0) return;
    this.report(
      `NATS has no room left to bound ${unbounded.join(', ')}: files may take what events need. Raise NATS_MAX_FILE_STORE.`,
    );
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.intervalMs);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
