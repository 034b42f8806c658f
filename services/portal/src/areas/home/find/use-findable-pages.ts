import { useTranslation } from 'react-i18next';
import { navigationPages } from '../../../session/navigation.js';
import { useOffices } from '../../../session/use-offices.js';
import { serviceSyllables } from '../services/service-syllables.js';
import { services } from '../services/services.js';
import type { FindablePage } from './found-pages.model.js';
import { pageSyllables } from './page-syllables.js';

/** The pages that the reader works with: those of the navigation for an officer, the services for a worker. */
export function useFindablePages(): readonly FindablePage[] {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  if (holdsOffice) {
    return navigationPages.map(({ to, key }) => ({
      to,
      name: t(`app.page.${key}`),
      syllables: pageSyllables[key],
    }));
  }
  return services.flatMap((group) =>
    group.services.map(({ to, key }) => ({
      to,
      name: t(`services.name.${key}`),
      syllables: serviceSyllables[key],
    })),
  );
}
