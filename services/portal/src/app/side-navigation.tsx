import {
  AccountBookOutlined,
  ApartmentOutlined,
  BarChartOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DownOutlined,
  FundOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  ShopOutlined,
  StarFilled,
  TeamOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ComponentType, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePageStands } from '../kit/use-page-stands.js';
import { useKeptList } from '../kit/kept-list.js';
import {
  type GroupKey,
  groups,
  type NavigationGroup,
  navigationPages,
  type PageKey,
  standingOf,
} from '../session/navigation.js';
import { useWaiting } from '../session/use-waiting.js';
import { waitingAt } from '../session/waiting-counts.js';

const icons: Readonly<Record<GroupKey, ComponentType>> = {
  work: CarryOutOutlined,
  activities: CalendarOutlined,
  resources: ShopOutlined,
  settling: CalculatorOutlined,
  books: AccountBookOutlined,
  plans: FundOutlined,
  evaluation: BarChartOutlined,
  members: TeamOutlined,
  unions: ApartmentOutlined,
};

interface SideNavigationProps {
  /** Only the icons of the groups; one of them widens it again. */
  readonly isNarrow?: boolean;
  /** Narrows it, or widens it again; absent where it is always wide. */
  readonly onNarrow?: (isNarrow: boolean) => void;
}

/** Everything that an officer works with: the starred pages, and the groups with what waits in them. */
export function SideNavigation({ isNarrow = false, onNarrow }: SideNavigationProps) {
  const { t } = useTranslation();
  const here = standingOf(useLocation().pathname)?.group.key;
  const [opened, keepOpened] = useKeptList('navigation');
  const waiting = useWaitingCounts();
  const toggle = (key: GroupKey, isOpen: boolean): void =>
    keepOpened(isOpen ? opened.filter((one) => one !== key) : [...opened, key]);
  return (
    <nav aria-label={t('app.mainNavigation')} className="side-navigation">
      {!isNarrow && <Starred waiting={waiting} />}
      <ul>
        {groups.map((group) => {
          const isOpen = !isNarrow && (opened.includes(group.key) || group.key === here);
          return (
            <GroupOfPages
              key={group.key}
              group={group}
              isOpen={isOpen}
              isHere={group.key === here}
              waiting={waiting}
              onToggle={() => {
                if (isNarrow) onNarrow?.(false);
                toggle(group.key, isOpen);
              }}
            />
          );
        })}
      </ul>
      {onNarrow !== undefined && (
        <Button
          type="text"
          icon={isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={t(isNarrow ? 'app.widen' : 'app.narrow')}
          title={t(isNarrow ? 'app.widen' : 'app.narrow')}
          onClick={() => onNarrow(!isNarrow)}
        />
      )}
    </nav>
  );
}

function useWaitingCounts(): ReadonlyMap<PageKey, number> {
  const { data } = useWaiting(usePageStands());
  return data === undefined
    ? new Map()
    : new Map([...waitingAt(data.items, data.counts), ['waiting', data.total]]);
}

/** The pages that the reader starred, in the order in which they did. */
function Starred({ waiting }: { readonly waiting: ReadonlyMap<PageKey, number> }) {
  const { t } = useTranslation();
  const [starred] = useKeptList('starred');
  const pages = starred.flatMap((to) => navigationPages.filter((page) => page.to === to));
  if (pages.length === 0) return null;
  return (
    <section aria-label={t('app.starred')} className="starred">
      <h2>
        <StarFilled aria-hidden /> {t('app.starred')}
      </h2>
      <ul>
        {pages.map(({ to, key }) => (
          <PageLink key={to} to={to} page={key} count={waiting.get(key)} />
        ))}
      </ul>
    </section>
  );
}

interface GroupOfPagesProps {
  readonly group: NavigationGroup;
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly waiting: ReadonlyMap<PageKey, number>;
  readonly onToggle: () => void;
}

function GroupOfPages({ group: { key, pages }, isOpen, isHere, waiting, onToggle }: GroupOfPagesProps) {
  const { t } = useTranslation();
  const id = useId();
  const Icon = icons[key];
  const count = pages.reduce((sum, page) => sum + (waiting.get(page.key) ?? 0), 0);
  return (
    <li>
      <button
        type="button"
        className={isHere ? 'group is-here' : 'group'}
        aria-expanded={isOpen}
        aria-controls={id}
        title={t(`app.group.${key}`)}
        onClick={onToggle}
      >
        <Icon aria-hidden />
        <span>{t(`app.group.${key}`)}</span>
        {!isOpen && <Count count={count} />}
        <DownOutlined className="chevron" aria-hidden />
      </button>
      <ul id={id} hidden={!isOpen}>
        {isOpen &&
          pages.map((page) => (
            <PageLink key={page.to} to={page.to} page={page.key} count={waiting.get(page.key)} />
          ))}
      </ul>
    </li>
  );
}

interface PageLinkProps {
  readonly to: string;
  readonly page: PageKey;
  readonly count: number | undefined;
}

function PageLink({ to, page, count = 0 }: PageLinkProps) {
  const { t } = useTranslation();
  const isHere = standingOf(useLocation().pathname)?.page.key === page;
  return (
    <li>
      <Link to={to} aria-current={isHere ? 'page' : undefined}>
        <span>{t(`app.page.${page}`)}</span>
        <Count count={count} />
      </Link>
    </li>
  );
}

const shownMax = 99;

/** How much waits there. */
function Count({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className="count">
      <span aria-hidden>{count > shownMax ? `${shownMax}+` : count}</span>
      <span className="visually-hidden">{t('app.waitHere', { count })}</span>
    </span>
  );
}
