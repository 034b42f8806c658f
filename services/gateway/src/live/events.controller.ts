import type { NatsConnection } from '@nats-io/transport-node';
import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Inject,
  type OnModuleInit,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { authChangedSubject } from '@gongxiang/contracts/membership/access/session.contract';
import { type CallContext, DomainError, hourMs } from '@gongxiang/domain';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call } from '../http/endpoint.js';
import { NATS } from '../config/tokens.js';

const heartbeatMs = 15_000;
/** Open pages per process and per person; beyond that a page polls. */
const connectionsMax = 10_000;
const connectionsPerPersonMax = 20;
/** Upper bound of an API key's stream, so that the key is checked again; a session's stream ends with its token. */
const apiKeyStreamMs = hourMs;
/** Unread bytes of a page that does not read: beyond this it has lost hints, and reconnects. */
const unreadBytesMax = 64_000;

/** Hints to open pages that something changed, without data. Read by `fetch`, as EventSource cannot send a token. */
@ApiTags('operations')
@Controller()
export class EventsController implements OnModuleInit, BeforeApplicationShutdown {
  /** The close function of each stream, and its person. */
  private readonly streams = new Map<() => void, string>();
  private isEnding = false;

  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  /**
   * When a person's sign-in changes, their streams end: they reconnect and are checked again. Null says that the roles
   * of everybody may reach elsewhere; hints go by person and not by role, so all streams stay.
   */
  onModuleInit(): void {
    this.nats.subscribe(authChangedSubject, {
      callback: (error, message) => {
        if (error !== null) return;
        const { personId } = message.json<{ personId: string | null }>();
        if (personId !== null) this.closeStreamsOf(personId);
      },
    });
  }

  @Get('events')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Hints that something changed, as server-sent events', operationId: 'events' })
  @ApiResponse({
    status: 200,
    description: 'A stream',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  events(
    @Call() call: CallContext,
    @Req() { identity }: Pick<EdgeRequest, 'identity'>,
    @Res() reply: FastifyReply,
  ): void {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    this.requireCapacity(call.actor.personId);
    reply.hijack();
    const { raw } = reply;
    // Gone while it was found out who asks: nothing would report its end any more.
    if (raw.destroyed) return;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      // The connection ends with the stream; otherwise it would delay shutdown.
      Connection: 'close',
    });
    raw.flushHeaders();
    const { personId } = call.actor;
    const subscription = this.nats.subscribe(`push.${personId}`, {
      callback: (error, message) => {
        if (error === null) write(`event: hint\ndata: ${message.string()}\n\n`);
      },
    });
    const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
    const end = setTimeout(() => close(), streamLifetimeMs(identity));
    const write = (text: string): void => {
      raw.write(text);
      if (raw.writableLength > unreadBytesMax) close();
    };
    const close = (): void => {
      if (!this.streams.delete(close)) return;
      clearInterval(heartbeat);
      clearTimeout(end);
      subscription.unsubscribe();
      // An orderly end waits until all is read: a page that does not read would hold its connection, and shutdown, for ever.
      if (raw.writableLength > 0) raw.destroy();
      else raw.end();
    };
    this.streams.set(close, personId);
    raw.on('close', close);
    // The first line promises that hints are received from now on, so it waits until NATS has the subscription.
    void this.nats.flush().then(() => this.streams.has(close) && raw.write('retry: 2000\n\n'), close);
  }

  /** Runs before the server closes, as it waits for every connection, and these end only here. */
  beforeApplicationShutdown(): void {
    this.isEnding = true;
    for (const close of [...this.streams.keys()]) close();
  }

  /**
   * @throws DomainError `BUSY` if the process ends or has as many streams as it may; `STREAMS_TOO_MANY` if the person does
   */
  private requireCapacity(personId: string): void {
    if (this.isEnding || this.streams.size >= connectionsMax)
      throw new DomainError('BUSY', { retryAfterSeconds: 30 });
    let own = 0;
    for (const owner of this.streams.values()) if (owner === personId) own += 1;
    if (own >= connectionsPerPersonMax)
      throw new DomainError('STREAMS_TOO_MANY', {
        params: { max: connectionsPerPersonMax },
        retryAfterSeconds: 60,
      });
  }

  private closeStreamsOf(personId: string): void {
    for (const [close, owner] of [...this.streams]) if (owner === personId) close();
  }
}

/** Streams of a session end with its token: an open page reconnects with a newer one. */
function streamLifetimeMs(identity: EdgeRequest['identity']): number {
  return identity.kind === 'session' ? Math.max(0, identity.endsAt - Date.now()) : apiKeyStreamMs;
}
