// What the platform's relay and inbox are compared with: the same tables and the same server, everything one by one.
import { headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import pg from 'pg';
import type { SideConfig } from './side.js';
import { thingChanged, type ThingChanged } from './thing.js';

const batchMax = 500;
const pollMs = 100;
const replyWithinMs = 5_000;
const nanosecondsPerMs = 1_000_000;

interface Row {
  readonly position: string;
  readonly id: string;
  readonly subject: string;
  readonly envelope: string;
}

interface Envelope {
  readonly id: string;
  readonly data: ThingChanged;
}

/** Publishes what was recorded, each when the one before has been acknowledged; marks what it has read in one statement. */
export class BareRelay {
  private isStopped = false;
  private isWoken = false;
  private idle: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly sql: pg.Client,
    private readonly nats: NatsConnection,
  ) {}

  static async connect({ databaseUrl, kind }: SideConfig, nats: NatsConnection): Promise<BareRelay> {
    const stream = {
      name: streamOf(kind),
      subjects: [`evt.${kind}.>`],
      storage: 'file',
      retention: 'limits',
    };
    const duplicates = { duplicate_window: 120_000 * nanosecondsPerMs };
    await askStreams(nats, `STREAM.CREATE.${streamOf(kind)}`, { ...stream, ...duplicates, num_replicas: 1 });
    return new BareRelay(await connectTo(databaseUrl), nats);
  }

  start(): void {
    this.running = this.loop();
  }

  wake(): void {
    this.isWoken = true;
    this.idle();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    await this.running;
    await this.sql.end();
  }

  private async loop(): Promise<void> {
    while (!this.isStopped) {
      this.isWoken = false;
      if ((await this.publishRead()) === batchMax || this.isWoken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        this.idle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  private async publishRead(): Promise<number> {
    const { rows } = await this.sql.query<Row>(
      `SELECT position, id, subject, envelope::text AS envelope FROM outbox
       WHERE published_at IS NULL ORDER BY position LIMIT ${batchMax}`,
    );
    for (const { id, subject, envelope } of rows) {
      const named = headers();
      named.set('Nats-Msg-Id', id);
      refuse(await this.nats.request(subject, envelope, { timeout: replyWithinMs, headers: named }));
    }
    const positions = rows.map(({ position }) => position);
    if (rows.length > 0)
      await this.sql.query('UPDATE outbox SET published_at = now() WHERE position = ANY($1::bigint[])', [
        positions,
      ]);
    return rows.length;
  }
}

/** Hears one event after the other: a transaction with its mark and its effect, then its acknowledgement. */
export class BareConsumer {
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly sql: pg.Client,
    private readonly messages: Subscription,
    private readonly note: (number: number) => void,
  ) {}

  static async connect(
    { databaseUrl, kind }: SideConfig,
    nats: NatsConnection,
    note: (number: number) => void,
  ): Promise<BareConsumer> {
    const sql = await connectTo(databaseUrl);
    const deliver = `deliver.${kind}`;
    const messages = nats.subscribe(deliver);
    await askStreams(nats, `CONSUMER.CREATE.${streamOf(kind)}.bare`, {
      stream_name: streamOf(kind),
      config: {
        durable_name: 'bare',
        deliver_subject: deliver,
        filter_subject: thingChanged(kind).subject,
        ack_policy: 'explicit',
        deliver_policy: 'all',
        max_ack_pending: 1_000,
        ack_wait: 30_000 * nanosecondsPerMs,
      },
    });
    return new BareConsumer(sql, messages, note);
  }

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.messages.unsubscribe();
    await this.running;
    await this.sql.end();
  }

  private async loop(): Promise<void> {
    for await (const message of this.messages) {
      const { id, data } = message.json<Envelope>();
      if (await this.handle(id, data)) this.note(data.number);
      message.respond('+ACK');
    }
  }

  /** @returns whether it was new */
  private async handle(id: string, data: ThingChanged): Promise<boolean> {
    await this.sql.query('BEGIN');
    const { rowCount } = await this.sql.query({
      name: 'mark',
      text: `INSERT INTO inbox (consumer, message_id, received_at) VALUES ('bare', $1, now()) ON CONFLICT DO NOTHING`,
      values: [id],
    });
    if (rowCount === 1)
      await this.sql.query({
        name: 'effect',
        text: 'INSERT INTO heard (event_id, thing_id, version) VALUES ($1, $2, $3)',
        values: [id, data.id, data.version],
      });
    await this.sql.query('COMMIT');
    return rowCount === 1;
  }
}

async function connectTo(connectionString: string): Promise<pg.Client> {
  const sql = new pg.Client({ connectionString });
  await sql.connect();
  return sql;
}

const streamOf = (owner: string): string => `evt_${owner}`;

async function askStreams(nats: NatsConnection, what: string, question: object): Promise<void> {
  refuse(await nats.request(`$JS.API.${what}`, JSON.stringify(question), { timeout: replyWithinMs }));
}

/** @throws Error what the server says where it refuses */
function refuse(reply: Msg): void {
  const { error } = reply.json<{ error?: { description: string } }>();
  if (error !== undefined) throw new Error(error.description);
}
