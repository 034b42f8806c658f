import type { PublicUnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { PublicActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { escapeHtml, type Locale } from '@gongxiang/domain';

/** The card that a chat shows for a link; chats read the page's head, and run no scripts. */
export interface ShareCard {
  readonly title: string;
  readonly description: string;
  /** The path of its own picture, which is as wide as chats show it; absent where the common one stands for it. */
  readonly picture?: string;
}

/** The page that a card describes. */
type SharedPage =
  { readonly kind: 'union'; readonly id: string } | { readonly kind: 'activity'; readonly id: string };

const sharedPage =
  /^\/(?:(public\/unions)|(?:public\/)?activities)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

/** The page of a union or an activity at a path; null for any other. @param path without its query */
export function sharedPageAt(path: string): SharedPage | null {
  const match = sharedPage.exec(path);
  const id = match?.[2];
  if (id === undefined) return null;
  return { kind: match?.[1] === undefined ? 'activity' : 'union', id };
}

export const defaultCards: Readonly<Record<Locale, ShareCard>> = {
  'zh-CN': {
    title: '工享 · 企业工会共享平台',
    description: '企业工会共享活动、场地、师资、经验与经费的网络：看活动，报名，一步到位。',
  },
  en: {
    title: 'Gongxiang · what enterprise unions share',
    description: 'Activities, halls, trainers, know-how and money, shared by enterprise unions.',
  },
};

/** How many activities the card of a union names. */
export const activitiesShown = 3;

/** The card of a union with its next few activities, each with its free seats. */
export function unionCard(
  union: Pick<PublicUnionView, 'name' | 'parentName'>,
  activities: readonly PublicActivityView[],
  locale: Locale,
): ShareCard {
  const isEnglish = locale === 'en';
  const next = activities.slice(0, activitiesShown).map((activity) => {
    const seats = isEnglish ? `${activity.seatsFree} free seats` : `余${activity.seatsFree}个名额`;
    const when = dayOf(activity, locale);
    return isEnglish ? `${when} ${activity.title} (${seats})` : `${when} ${activity.title}（${seats}）`;
  });
  const title = `${union.name} · ${isEnglish ? 'Gongxiang' : '工享'}`;
  if (next.length > 0) return { title, description: next.join(isEnglish ? '; ' : '；') };
  if (isEnglish) return { title, description: `Activities and resources that ${union.name} shares.` };
  const above = union.parentName === null ? '' : `（${union.parentName}）`;
  return { title, description: `${union.name}${above}的活动与共享资源，欢迎来看看。` };
}

export function activityCard(activity: PublicActivityView, locale: Locale): ShareCard {
  const isEnglish = locale === 'en';
  const seats = isEnglish ? `${activity.seatsFree} free seats` : `余${activity.seatsFree}个名额`;
  const parts = [dayOf(activity, locale), activity.venue, activity.organiserName, seats];
  return {
    title: `${activity.title} · ${isEnglish ? 'Gongxiang' : '工享'}`,
    description: parts.filter((part) => part !== null).join(isEnglish ? ', ' : '，'),
    ...(activity.cover === null
      ? {}
      : { picture: `/api/v1/public/activities/${activity.id}/pictures/${activity.cover.id}/800` }),
  };
}

/** The day and hour in the activity's own zone: `11月21日 09:00`. */
function dayOf({ startsAt, timeZone }: PublicActivityView, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(startsAt));
}

interface CardContext {
  /** The absolute URL of the page. */
  readonly url: string;
  /** Where the portal is, such as `https://gx.example`: a chat loads pictures from its own servers. */
  readonly origin: string;
  /** The absolute URL of the common square picture. */
  readonly imageUrl: string;
  readonly locale: Locale;
}

/** Replaces the title and description of the built page by the card. */
export function pageWithCard(html: string, card: ShareCard, context: CardContext): string {
  const head = [
    `<title>${escapeHtml(card.title)}</title>`,
    meta('name', 'description', card.description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', defaultCards[context.locale].title),
    meta('property', 'og:title', card.title),
    meta('property', 'og:description', card.description),
    meta('property', 'og:url', context.url),
    ...imageOf(card, context),
  ].join('\n    ');
  const bare = html
    .replace(/\s*<title>[^<]*<\/title>/i, '')
    .replace(/\s*<meta\s[^>]*name="description"[^>]*>/i, '');
  // A replacer function, as `$&` in a name would otherwise be interpreted.
  return bare.replace(/<\/head>/i, () => `  ${head}\n  </head>`);
}

/** Only the size of the common picture is known. */
function imageOf({ picture }: ShareCard, { origin, imageUrl }: CardContext): string[] {
  if (picture !== undefined) return [meta('property', 'og:image', `${origin}${picture}`)];
  return [
    meta('property', 'og:image', imageUrl),
    meta('property', 'og:image:width', '300'),
    meta('property', 'og:image:height', '300'),
  ];
}

function meta(attribute: 'name' | 'property', name: string, content: string): string {
  return `<meta ${attribute}="${name}" content="${escapeHtml(content)}" />`;
}
