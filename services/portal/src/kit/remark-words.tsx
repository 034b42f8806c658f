import './styles/remark.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';

/** Something that people write for others to read, as it is shown. */
export interface ShownRemark {
  readonly authorName: string | null;
  readonly isMine: boolean;
  readonly state: 'waiting' | 'shown' | 'hidden' | 'withdrawn';
  readonly writtenAt: string;
  readonly text: string | null;
  readonly reason: string | null;
  readonly appealState: 'none' | 'waiting' | 'refused';
  readonly appeal: string | null;
  readonly refusal: string | null;
}

type Words = 'text' | 'reason' | 'appeal' | 'refusal';

interface RemarkHeadProps {
  readonly remark: Omit<ShownRemark, Words>;
  /** Beside the name. */
  readonly tags?: ReactNode;
  /** Beside the time. */
  readonly note?: string | null;
}

/** Who has written it, when, and how it stands. */
export function RemarkHead({ remark, tags, note = null }: RemarkHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { authorName, isMine, state, appealState, writtenAt } = remark;
  return (
    <div className="remark-head">
      <strong>{authorName ?? t('remark.erased')}</strong>
      {isMine && <span className="tag">{t('remark.mine')}</span>}
      {tags}
      {state === 'waiting' && <span className="tag is-waiting">{t('remark.waiting')}</span>}
      {state === 'hidden' && <span className="tag is-cancelled">{t('remark.hidden')}</span>}
      {appealState === 'waiting' && <span className="tag is-waiting">{t('remark.appealWaits')}</span>}
      {appealState === 'refused' && <span className="tag">{t('remark.appealRefused')}</span>}
      <span className="hint">
        {format.instant(writtenAt)}
        {note !== null && ` · ${note}`}
      </span>
    </div>
  );
}

interface RemarkWordsProps {
  readonly remark: Pick<ShownRemark, Words>;
  /** How its text is shown; as it was typed where nothing is said. */
  readonly show?: (text: string) => ReactNode;
}

/** What it says, why it was hidden, what its author says against that, and the answer. */
export function RemarkWords({ remark, show = plain }: RemarkWordsProps) {
  const { text, reason, appeal, refusal } = remark;
  const { t } = useTranslation();
  return (
    <>
      {text === null ? <p className="hint">{t('remark.noWords')}</p> : show(text)}
      {reason !== null && <p className="hint">{t('remark.hiddenFor', { reason })}</p>}
      {appeal !== null && <p className="remark-words">{t('remark.appealSays', { words: appeal })}</p>}
      {refusal !== null && <p className="hint">{t('remark.refusedFor', { reason: refusal })}</p>}
    </>
  );
}

function plain(text: string): ReactNode {
  return <p className="remark-words">{text}</p>;
}
