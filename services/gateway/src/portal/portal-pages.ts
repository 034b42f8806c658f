import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@gongxiang/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../http/authentication-guard.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { originOf } from '../http/origin.js';
import { pageWithCard } from './share-card.model.js';
import { ShareCards } from './share-cards.js';

/** The square picture of every card, from the portal's own files. */
const cardPicture = 'share.png';

/** Lets the page show that its people and unions are invented. */
const demoMark = '<meta name="gongxiang-demo" content="true" />';

/**
 * The portal is a single page: every path that is neither a file nor the API serves it, and its router reads the
 * path. Its head is rendered here, as chats that show link cards run no scripts.
 */
export async function installPortal(
  app: NestFastifyApplication,
  directory: string,
  isDemo: boolean,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(statics as never, {
    root: directory,
    wildcard: false,
    index: false,
    // The build has compressed each file as .br and .gz. They are found beside it, and need no route of their own: two
    // thirds of the files, and of the time to name them all at the start.
    preCompressed: true,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) => {
      const isHashed = path.startsWith(join(directory, 'assets'));
      reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const cards = app.get(ShareCards);
  // With the list of its files, which is made at the start as well: another build is served after another start.
  const built = await readFile(join(directory, 'index.html'), 'utf8');
  const html = isDemo ? built.replace('</head>', `${demoMark}</head>`) : built;
  fastify.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?');
    if (/^\/(api|assets)\//.test(path)) throw new DomainError('NOT_FOUND');
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
