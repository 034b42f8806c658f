import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useDebounced } from '../../../kit/use-debounced.js';

type Found = components['schemas']['SearchGroupView'];
type Item = Found['items'][number];

/** Something that can be opened. */
export interface Choice {
  readonly to: string;
  readonly name: string;
  readonly detail?: string;
}

export interface ChoiceGroup {
  readonly key: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}

const restMs = 250;

const folders: Readonly<Record<Found['kind'], string>> = {
  activity: '/activities',
  resource: '/resources',
  need: '/needs',
  brand: '/brands',
  union: '/unions',
  enterprise: '/parties/enterprises',
  organisation: '/parties/organisations',
  club: '/parties/clubs',
  member: '/members',
  costPool: '/cost-pools',
  survey: '/surveys',
  vote: '/votes',
  ranking: '/rankings',
  indicatorSystem: '/indicator-systems',
  serviceItem: '/services',
  bulletin: '/bulletins',
  circle: '/circles',
  worksCall: '/works-calls',
  course: '/courses',
  vacancy: '/vacancies',
  benefit: '/benefits',
};

/** The things whose names hold what was typed, by kind, and what there is to say of the search itself. */
export function useFoundThings(text: string) {
  const { t } = useTranslation();
  const detailOf = useDetail();
  const q = useDebounced(text, restMs);
  const { data, error, isFetching, refetch } = useRead('search', '/search', q === '' ? undefined : { q });
  const isOnItsWay = q !== text || isFetching;
  const groups = (text === '' || data === undefined ? [] : data.groups).map(
    ({ kind, items }): ChoiceGroup => ({
      key: kind,
      title: t(`finder.kind.${kind}`),
      choices: items.map((item) => {
        const detail = detailOf(item);
        const choice = { to: `${folders[kind]}/${item.id}`, name: item.title };
        return detail === '' ? choice : { ...choice, detail };
      }),
    }),
  );
  const missing = data?.unanswered ?? [];
  useAskOnceMore(q, missing.length > 0, refetch);
  const incomplete =
    missing.length === 0
      ? ''
      : t('finder.incomplete', {
          services: missing.map((service) => t(`finder.service.${service}`)).join(t('common.separator')),
        });
  return { groups, isOnItsWay, status: error === null ? incomplete : t('finder.failed') };
}

const patienceMs = 1_000;

/** A service that was late the first time is mostly there the second time. */
function useAskOnceMore(q: string, isIncomplete: boolean, ask: () => unknown): void {
  const askedAgain = useRef<string>(undefined);
  useEffect(() => {
    if (!isIncomplete || askedAgain.current === q) return undefined;
    const timer = setTimeout(() => {
      askedAgain.current = q;
      ask();
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [q, isIncomplete, ask]);
}

/** To which union it belongs, and when it is. */
function useDetail(): (item: Item) => string {
  const format = useFormat();
  return ({ unionName, at }) =>
    [unionName, at === null ? null : format.instant(at)].filter((part) => part !== null).join(' · ');
}
