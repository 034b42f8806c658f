import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAppearance } from './appearance.js';
import { isBackGood } from './came-from.js';
import { lazyPart } from './lazy-part.js';
import { usePageTitle } from './use-page-title.js';

const ReadAloud = lazyPart('ReadAloud', () => import('./read-aloud.js'), { rows: 0 });

interface PageHeadProps {
  readonly title: string;
  /** The list or the thing that this page belongs to. */
  readonly back?: string;
  /** Beside the title: how it stands. */
  readonly state?: ReactNode;
  /** What can be done here: buttons, links. */
  readonly children?: ReactNode;
}

/** The name of the page, in its tab too, the way back and what can be done here. */
export function PageHead({ title, back, state, children }: PageHeadProps) {
  usePageTitle(title);
  const { appearance } = useAppearance();
  return (
    <div className={back === undefined ? 'page-head' : 'page-head has-back'}>
      {back !== undefined && <BackLink to={back} />}
      {state === undefined ? (
        <h1>{title}</h1>
      ) : (
        <div className="page-title">
          <h1>{title}</h1>
          {state}
        </div>
      )}
      {appearance === 'large' && <ReadAloud />}
      {children !== undefined && <div className="actions">{children}</div>}
    </div>
  );
}

/** Back to where one came from, with its filters and its place; to the list where that is not known. */
function BackLink({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const goBack = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || !isBackGood()) return;
    event.preventDefault();
    void navigate(-1);
  };
  return (
    <Link to={to} className="back" onClick={goBack}>
      <span aria-hidden>‹</span>
      <span>{t('common.back')}</span>
    </Link>
  );
}
