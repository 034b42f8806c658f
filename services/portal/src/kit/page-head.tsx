import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from './use-page-title.js';

interface PageHeadProps {
  readonly title: string;
  /** The list or the thing that this page belongs to. */
  readonly back?: string;
  /** What can be done here: buttons, links. */
  readonly children?: ReactNode;
}

/** The name of the page, in its tab too, the way back and what can be done here. */
export function PageHead({ title, back, children }: PageHeadProps) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <>
      {back !== undefined && (
        <Link to={back} className="back">
          {t('common.back')}
        </Link>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {children !== undefined && <div className="actions">{children}</div>}
      </div>
    </>
  );
}
