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
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call } from '../http/endpoint.js';
import { NATS } from '../config/tokens.js';

const heartbeatMs = 15_000;
/** Open pages per process, and of one person; beyond that a page asks again by itself. */
const connectionsMax = 10_000;
const personsConnectionsMax = 20;
/** A key's stream ends after so long at the latest, so that it is looked at anew; a session's ends with its token. */
const keysStreamMs = 3_600_000;
/** What a page that reads nothing may leave unread: it has lost its hints then, and begins anew. */
const unreadBytesMax = 64_000;

/** Hints to open pages: that something changed, never what. Read by `fetch`, as EventSource cannot send a token. */
@ApiTags('operations')
@Controller()
export class EventsController implements OnModuleInit, BeforeApplicationShutdown {
  /** How to end each stream, and whose it is. */
  private readonly open = new Map<() => void, string>();

  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  /** Whoever may have been signed out has to come again, and is looked at anew. */
  onModuleInit(): void {
    this.nats.subscribe(authChangedSubject, {
      callback: (error, message) => {
        if (error === null) this.closeOf(message.json<{ personId: string }>().personId);
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
    this.requirePlace(call.actor.personId);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      // Its end is the end of its connection, which would else hold up a server that closes.
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
    const end = setTimeout(() => close(), lastsMs(identity));
    const write = (text: string): void => {
      raw.write(text);
      if (raw.writableLength > unreadBytesMax) close();
    };
    const close = (): void => {
      clearInterval(heartbeat);
      clearTimeout(end);
      subscription.unsubscribe();
      this.open.delete(close);
      raw.end();
    };
    this.open.set(close, personId);
    raw.on('close', close);
    // The first line is a promise that hints are heard from now on, so that it waits until NATS has the subscription.
    void this.nats.flush().then(() => this.open.has(close) && raw.write('retry: 2000\n\n'), close);
  }

  /** Before the server closes, as it waits for every connection, and these end by no other way. */
  beforeApplicationShutdown(): void {
    for (const close of [...this.open.keys()]) close();
  }

  /** @throws DomainError `BUSY` where the process holds as many as it may; `STREAMS_TOO_MANY` where the person does */
  private requirePlace(personId: string): void {
    if (this.open.size >= connectionsMax) throw new DomainError('BUSY', { retryAfterSeconds: 30 });
    let own = 0;
    for (const owner of this.open.values()) if (owner === personId) own += 1;
    if (own >= personsConnectionsMax)
      throw new DomainError('STREAMS_TOO_MANY', {
        params: { max: personsConnectionsMax },
        retryAfterSeconds: 60,
      });
  }

  private closeOf(personId: string): void {
    for (const [close, owner] of [...this.open]) if (owner === personId) close();
  }
}

/** The page that is still open then comes again with the token that it has by then. */
function lastsMs(identity: EdgeRequest['identity']): number {
  return identity.kind === 'session' ? Math.max(0, identity.endsAt - Date.now()) : keysStreamMs;
}
