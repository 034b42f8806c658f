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
}

interface RemarkHeadProps {
  readonly remark: Omit<ShownRemark, 'text' | 'reason'>;
  /** Beside the name. */
  readonly tags?: ReactNode;
  /** Beside the time. */
  readonly note?: string | null;
}

/** Who has written it, when, and how it stands. */
export function RemarkHead({ remark, tags, note = null }: RemarkHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { authorName, isMine, state, writtenAt } = remark;
  return (
    <div className="remark-head">
      <strong>{authorName ?? t('remark.erased')}</strong>
      {isMine && <span className="tag">{t('remark.mine')}</span>}
      {tags}
      {state === 'waiting' && <span className="tag is-waiting">{t('remark.waiting')}</span>}
      {state === 'hidden' && <span className="tag is-cancelled">{t('remark.hidden')}</span>}
      <span className="hint">
        {format.instant(writtenAt)}
        {note !== null && ` · ${note}`}
      </span>
    </div>
  );
}

interface RemarkWordsProps {
  readonly remark: Pick<ShownRemark, 'text' | 'reason'>;
  /** How its text is shown; as it was typed where nothing is said. */
  readonly show?: (text: string) => ReactNode;
}

/** What it says, and why it was hidden. */
export function RemarkWords({ remark: { text, reason }, show = plain }: RemarkWordsProps) {
  const { t } = useTranslation();
  return (
    <>
      {text === null ? <p className="hint">{t('remark.noWords')}</p> : show(text)}
      {reason !== null && <p className="hint">{t('remark.hiddenFor', { reason })}</p>}
    </>
  );
}

function plain(text: string): ReactNode {
  return <p className="remark-words">{text}</p>;
}
