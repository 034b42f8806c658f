import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { bulletinContract } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { systemCall } from '@gongxiang/domain';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Open } from '../http/endpoint.js';
import { isMatch } from '../http/entity-tag.js';
import { originOf } from '../http/origin.js';
import { PublicReads } from '../http/public-reads.js';
import { atomOf, feedEntries } from './bulletin-feed.model.js';

const maxAgeSeconds = 300;

/** What is for anybody, as a feed, outside `/api/v1`: people enter its address into programs that read feeds. */
@Open()
@ApiExcludeController()
@Controller('public')
export class BulletinFeedController {
  constructor(private readonly reads: PublicReads) {}

  @Get('bulletins.atom')
  async get(@Req() request: EdgeRequest, @Res() reply: FastifyReply): Promise<void> {
    const call = { ...systemCall(request.traceparent), from: request.ip };
    const { body } = await this.reads.ask(bulletinContract.listPublic, { limit: feedEntries }, call);
    const feed = atomOf(body.items, originOf(request));
    const tag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
    void reply.header('Cache-Control', `public, max-age=${maxAgeSeconds}`).header('ETag', tag);
    if (isMatch(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    void reply.type('application/atom+xml; charset=utf-8').send(feed);
  }
}
