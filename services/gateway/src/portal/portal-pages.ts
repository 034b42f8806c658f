import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@gongxiang/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../http/authentication-guard.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { originOf } from '../http/origin.js';
import { type PageMarks, pageWithMarks } from './page-marks.model.js';
import { pageWithCard } from './share-card.model.js';
import { ShareCards } from './share-cards.js';

/** The square picture of every card, from the portal's own files. */
const cardPicture = 'share.png';

/**
 * The portal is a single page: every path that is neither a file nor the API serves it, and its router reads the
 * path. Its head is rendered here, as chats that show link cards run no scripts.
 */
export async function installPortal(
  app: NestFastifyApplication,
  directory: string,
  marks: PageMarks,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  // The build has compressed each file as .br and .gz, which are found beside it.
  const found = { index: false, preCompressed: true } as const;
  // More than a thousand files whose names change with what is in them: one route, as to name each at the start would
  // take a fifth of it.
  await app.register(statics as never, {
    ...found,
    root: join(directory, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  // A route each, so that every other path is the page.
  await app.register(statics as never, {
    ...found,
    root: directory,
    wildcard: false,
    globIgnore: ['index.html', 'assets/**', '**/*.br', '**/*.gz'],
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply: { header(name: string, value: string): unknown }) => {
      reply.header('Cache-Control', 'no-cache');
    },
  });
  const cards = app.get(ShareCards);
  // As it was at the start: another build is served after another one.
  const built = await readFile(join(directory, 'index.html'), 'utf8');
  const html = pageWithMarks(built, marks);
  fastify.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/')) throw new DomainError('NOT_FOUND');
    const locale = localeOf(request as EdgeRequest);
    const card = await cards.cardOf(path, locale);
    const origin = originOf(request as EdgeRequest);
    const context = { url: `${origin}${path}`, origin, imageUrl: `${origin}/${cardPicture}`, locale };
    return reply
      .header('Cache-Control', 'no-cache')
      .header('Vary', 'Accept-Language')
      .type('text/html; charset=utf-8')
      .send(pageWithCard(html, card, context));
  });
}
