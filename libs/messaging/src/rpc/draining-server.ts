import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { type NatsOptions, ServerNats } from '@nestjs/microservices';

/** Less than whoever asked for the end waits before he ends the process by force, which is ten seconds almost everywhere. */
const drainedWithinMs = 8_000;
const lookAgainMs = 20;

type Publisher = ReturnType<ServerNats['getPublisher']>;

/**
 * Nest's server for NATS, but for its end. Nest drops the subscriptions and waits a fixed time: what was on its way from
 * NATS at that moment is never answered, nor what takes longer than that time. Here each subscription is drained, so that
 * other copies get what comes from now on, and the connection ends when every request that came has its answer.
 */
export class DrainingNatsServer extends ServerNats {
  private client: NatsConnection | null = null;
  private readonly drainable: Subscription[] = [];
  private unanswered = 0;

  constructor(options: Required<NatsOptions>['options']) {
    super(options);
  }

  override bindEvents(client: NatsConnection): void {
    this.client = client;
    const subscribe: NatsConnection['subscribe'] = (subject, options) => {
      const subscription = client.subscribe(subject, options);
      this.drainable.push(subscription);
      return subscription;
    };
    super.bindEvents({ subscribe });
  }

  override getPublisher(...request: Parameters<ServerNats['getPublisher']>): Publisher {
    const publish = super.getPublisher(...request);
    this.unanswered += 1;
    return (packet: { readonly isDisposed?: boolean }) => {
      publish(packet);
      // The last packet of an answer says that it is the last.
      if (packet.isDisposed) this.unanswered -= 1;
    };
  }

  override async close(): Promise<void> {
    const deadline = Date.now() + drainedWithinMs;
    await endsBy(deadline, Promise.all(this.drainable.map((subscription) => subscription.drain())));
    while (this.unanswered > 0 && Date.now() < deadline) await pause(lookAgainMs);
    if (this.client !== null) await endsBy(deadline, this.client.flush());
    await super.close();
  }
}

/** Waits for work, but no longer than that, and takes its failure as its end: the connection may be gone already. */
async function endsBy(deadline: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - Date.now()));
  });
  const ended = work.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([ended, timeUp]);
  clearTimeout(timer);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
