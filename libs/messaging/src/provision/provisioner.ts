import type { NatsConnection } from '@nats-io/transport-node';
import type { Manifest } from './manifest.js';
import { missingOf, provision } from './provision.js';

const defaultLookMs = 1_000;

/** Provisions once, and again whenever something is missing: a server that lost its store knows nothing of it. */
export class Provisioner {
  private stopped = false;
  private endPause: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private lastReason = '';

  constructor(
    /** Of the administrator. */
    private readonly nats: NatsConnection,
    private readonly manifest: Manifest,
    /** Told in one sentence of what was made again, and why it could not be. */
    private readonly say: (text: string) => void,
    private readonly lookMs = defaultLookMs,
  ) {}

  /** @throws what NATS says where it is refused the first time */
  async start(): Promise<void> {
    await this.provide();
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
      await this.look();
      if (!this.stopped) await this.pause();
    }
  }

  /** Never throws: a server that is away is looked at again. */
  private async look(): Promise<void> {
    try {
      const missing = await missingOf(this.nats, this.manifest);
      if (missing.length > 0) {
        await this.provide();
        this.say(`NATS had lost ${missing.join(', ')}: made again`);
      }
      this.lastReason = '';
    } catch (error) {
      const reason = String(error);
      if (!this.stopped && reason !== this.lastReason)
        this.say(`NATS could not be looked through: ${reason}`);
      this.lastReason = reason;
    }
  }

  private async provide(): Promise<void> {
    const unbounded = await provision(this.nats, this.manifest);
    if (unbounded.length === 0) return;
    this.say(
      `NATS has no room left to bound ${unbounded.join(', ')}: files may take what events need. Raise NATS_MAX_FILE_STORE.`,
    );
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.lookMs);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
