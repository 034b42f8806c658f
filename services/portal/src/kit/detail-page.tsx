import './detail-page.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuFold } from './menu-fold.js';
import { PageHead } from './page-head.js';

interface DetailPageProps {
  readonly title: string;
  /** The list that it belongs to, for whoever came from nowhere. */
  readonly back: string;
  /** Beside the title: how it stands. */
  readonly state?: ReactNode;
  /** The one thing that comes next for this reader. */
  readonly primary?: ReactNode;
  /** What else can be done, and where else one goes from here. */
  readonly secondary?: ReactNode;
  /** What destroys, ends or moves it: behind a menu, after all else. Nothing, where the reader may do none of it. */
  readonly more?: ReactNode;
  /** What a reader must know before they read on. */
  readonly notices?: ReactNode;
  /** What can be done with it, beside the facts and in sight as they are scrolled. */
  readonly aside?: ReactNode;
  /** What must be read before anything is done: before the acts on a phone, and below them and the facts on a wide screen. */
  readonly judged?: ReactNode;
  /** Its facts. */
  readonly children: ReactNode;
  /** Wide tables and the like, below both. */
  readonly below?: ReactNode;
}

/** One thing with all that is known of it: its state, what comes next, its facts left and its acts right. */
export function DetailPage(props: DetailPageProps) {
  const { title, back, state, primary, secondary, more, notices, aside, judged, children, below } = props;
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={title} back={back} state={state}>
        {primary}
        {secondary}
        {isThere(more) && <MenuFold label={t('common.more')}>{more}</MenuFold>}
      </PageHead>
      {notices}
      {isThere(aside) ? (
        <div className={isThere(judged) ? 'detail has-judged' : 'detail'}>
          <div>{children}</div>
          {isThere(judged) && <div className="detail-judged">{judged}</div>}
          <aside>{aside}</aside>
        </div>
      ) : (
        <>
          {children}
          {judged}
        </>
      )}
      {below}
    </>
  );
}

function isThere(part: ReactNode): boolean {
  return part !== undefined && part !== null && part !== false;
}
