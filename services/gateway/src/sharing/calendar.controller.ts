import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { assignmentCalendarContract } from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import { secretPattern } from '@gongxiang/contracts/core/fields';
import {
  calendarFeedContract,
  type ReadCalendarRequest,
} from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';
import { type CallContext, DomainError, systemCall } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { GatewayConfig } from '../config/config.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Open } from '../http/endpoint.js';
import { isMatch } from '../http/entity-tag.js';
import { originOf } from '../http/origin.js';
import { CONFIG } from '../config/tokens.js';

const extension = '.ics';
const maxAgeSeconds = 300;

/**
 * Calendar feeds at `/calendars/{feedToken}.ics`, outside `/api/v1`, as people enter the URL into programs that
 * cannot sign in: the URL itself grants access. Every other path below `/calendars` is NOT_FOUND rather than the
 * portal's page.
 */
@Open()
@ApiExcludeController()
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly rpc: RpcClient,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Get('*')
  async get(@Req() request: EdgeRequest, @Res() reply: FastifyReply): Promise<void> {
    const feedToken = tokenIn((request.params as { readonly '*'?: string })['*'] ?? '');
    const query = { feedToken, origin: originOf(request) };
    const text = await this.textOf(query, this.callOf(request));
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply
      .header('Cache-Control', `private, max-age=${maxAgeSeconds}`)
      .header('X-Robots-Tag', 'noindex')
      .header('ETag', tag);
    if (isMatch(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    void reply
      .type('text/calendar; charset=utf-8')
      // Otherwise a browser would name the file after its URL, which is a secret.
      .header('Content-Disposition', 'attachment; filename="gongxiang.ics"')
      .send(text);
  }

  /**
   * Activities and loans are sharing's, and what unions owe is affairs'. If either does not answer, nothing is: a calendar that gets nothing
   * keeps what it has, and one that gets a part removes the rest.
   */
  private async textOf(query: ReadCalendarRequest, call: CallContext): Promise<string> {
    const { body: calendar } = await this.rpc.call(calendarFeedContract.read, query, call);
    const { ownerId: personId, locale, text } = calendar;
    const asked = { personId, locale, origin: query.origin };
    const { body: due } = await this.rpc.call(assignmentCalendarContract.feed, asked, call);
    return withEvents(text, due.text);
  }

  private callOf(request: EdgeRequest): CallContext {
    const deadline = Date.now() + this.config.requestTimeoutMs;
    return { ...systemCall(request.traceparent), deadline, from: request.ip };
  }
}

/** @throws DomainError `NOT_FOUND`, as for a revoked token */
function tokenIn(file: string): string {
  const token = file.endsWith(extension) ? file.slice(0, -extension.length) : '';
  if (!secretPattern.test(token)) throw new DomainError('NOT_FOUND');
  return token;
}

const calendarEnd = 'END:VCALENDAR';

/** A calendar with further events at its end. */
function withEvents(calendar: string, events: string): string {
  const at = calendar.lastIndexOf(calendarEnd);
  return `${calendar.slice(0, at)}${events}${calendar.slice(at)}`;
}
