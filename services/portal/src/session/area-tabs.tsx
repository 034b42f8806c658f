import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { type Area, areaGroups } from './navigation.js';

/** The tabs of an area, above each of its pages; on a phone they are one row that scrolls sideways. */
export function AreaTabs({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={row} className="area-tabs" aria-label={t(`app.area.${area}`)}>
      {areaGroups(area).map((pages) => {
        const group = pages[0]?.group;
        const name = group === undefined ? {} : { role: 'group', 'aria-label': t(`app.group.${group}`) };
        return (
          <div key={group ?? area} {...name}>
            {group !== undefined && <small aria-hidden>{t(`app.group.${group}`)}</small>}
            {pages.map(({ to, key }) => (
              <NavLink key={to} to={to} end>
                {t(`app.page.${key}`)}
              </NavLink>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
