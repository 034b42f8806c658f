import type { BulletinSummary } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { escapeHtml } from '@gongxiang/domain';

/** How many of the newest a feed has. */
export const feedEntries = 50;

export const feedPath = '/public/bulletins.atom';

/** What XML has no place for, however it is written. */
// eslint-disable-next-line no-control-regex -- these characters are what it removes
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escaped = (text: string): string => escapeHtml(text.replace(forbidden, ''));

/**
 * An Atom feed (RFC 4287) of bulletins that are for anybody. An entry has the first words and leads to the page.
 * @param origin of the platform, such as `https://union.example`
 */
export function atomOf(bulletins: readonly BulletinSummary[], origin: string): string {
  const dates = bulletins.flatMap(({ shownFrom }) => shownFrom ?? []).sort();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${escaped(origin + feedPath)}</id>`,
    '<title>工会信息</title>',
    `<updated>${dates.at(-1) ?? new Date(0).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(origin + feedPath)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(`${origin}/public/bulletins`)}"/>`,
    ...bulletins.map((bulletin) => entryOf(bulletin, origin)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(bulletin: BulletinSummary, origin: string): string {
  const { id, title, excerpt, unionName, sourceName, shownFrom, cover } = bulletin;
  const at = shownFrom ?? new Date(0).toISOString();
  return [
    '<entry>',
    `<id>urn:uuid:${id}</id>`,
    `<title>${escaped(title)}</title>`,
    `<published>${at}</published>`,
    `<updated>${at}</updated>`,
    `<author><name>${escaped(unionName)}</name></author>`,
    ...(sourceName === null ? [] : [`<contributor><name>${escaped(sourceName)}</name></contributor>`]),
    ...categoriesOf(bulletin).map((term) => `<category term="${term}"/>`),
    `<link rel="alternate" type="text/html" href="${escaped(`${origin}/bulletins/${id}`)}"/>`,
    ...(cover === null
      ? []
      : [coverOf(`${origin}/api/v1/public/bulletins/${id}/pictures/${cover.fileId}/800`)]),
    `<summary>${escaped(excerpt)}</summary>`,
    '</entry>',
  ].join('\n');
}

/** Business and function have a word in common, and are told apart. */
function categoriesOf({ kind, business, function: about }: BulletinSummary): string[] {
  return [
    kind,
    ...(business === null ? [] : [`business/${business}`]),
    ...(about === null ? [] : [`function/${about}`]),
  ];
}

function coverOf(address: string): string {
  return `<link rel="enclosure" type="image/webp" href="${escaped(address)}"/>`;
}
