import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { type Area, areaPages } from './navigation.js';

/** The pages of one area, above each of them. */
export function AreaTabs({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  return (
    <nav className="area-tabs" aria-label={t(`app.area.${area}`)}>
      {areaPages[area].map(({ to, key }) => (
        <NavLink key={to} to={to} end>
          {t(`app.page.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}
