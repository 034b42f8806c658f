import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The name of the page in the browser's tab. */
export function usePageTitle(page: string | undefined): void {
  const { t } = useTranslation();
  const title = page === undefined ? t('app.name') : t('app.titleOf', { page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
