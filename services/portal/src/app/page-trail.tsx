import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useKeptList } from '../kit/kept-list.js';
import { navigationPages, standingOf } from '../session/navigation.js';

/** Where an officer is: the group and the list that the page belongs to, its star, and the pages beside it. */
export function PageTrail() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const standing = standingOf(pathname);
  if (standing === null || pathname === '/') return null;
  const { group, page } = standing;
  const tabs = [page, ...(page.beside ?? [])];
  const isOnTab = tabs.some(({ to }) => to === pathname);
  return (
    <div className="page-trail">
      <nav aria-label={t('app.trail')}>
        <ol>
          {/* A group that is called as its first page says nothing more. */}
          {t(`app.group.${group.key}`) !== t(`app.page.${page.key}`) && (
            <li>{t(`app.group.${group.key}`)}</li>
          )}
          <li>
            {pathname === page.to ? (
              t(`app.page.${page.key}`)
            ) : (
              <Link to={page.to}>{t(`app.page.${page.key}`)}</Link>
            )}
          </li>
        </ol>
      </nav>
      <Star pathname={pathname} />
      {isOnTab && tabs.length > 1 && (
        <nav className="page-tabs" aria-label={t(`app.page.${page.key}`)}>
          {tabs.map(({ to, key }) => (
            <NavLink key={to} to={to} end>
              {t(`app.page.${key}`)}
            </NavLink>
          ))}
        </nav>
      )}
    </div>
  );
}

/** Puts the page among the starred ones, at the top of the navigation, or takes it away again. */
function Star({ pathname }: { readonly pathname: string }) {
  const { t } = useTranslation();
  const [starred, keep] = useKeptList('starred');
  if (!navigationPages.some(({ to }) => to === pathname)) return null;
  const isStarred = starred.includes(pathname);
  return (
    <Button
      type="text"
      className="star"
      aria-pressed={isStarred}
      icon={<StarIcon />}
      title={t('app.star')}
      aria-label={t('app.star')}
      onClick={() => keep(isStarred ? starred.filter((to) => to !== pathname) : [...starred, pathname])}
    />
  );
}

/** Its outline; the style fills it. */
function StarIcon() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
        d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z"
      />
    </svg>
  );
}
