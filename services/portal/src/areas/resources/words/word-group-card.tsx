import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WordGroup } from './words.model.js';

interface WordGroupCardProps {
  readonly group: WordGroup;
  /** Absent: the reader may not. */
  readonly onEdit?: () => void;
}

export function WordGroupCard({ group, onEdit }: WordGroupCardProps) {
  const { t } = useTranslation();
  const { word, same, hints, wider, kind, origin, reason } = group;
  return (
    <article className="card">
      <h2>{word}</h2>
      <p className="tags">
        <span className="tag is-kind">{t(`words.kind.${kind}`)}</span>
        <span className="tag">{t(`words.origin.${origin}`)}</span>
      </p>
      <dl className="facts">
        <Fact name={t('words.same')} text={same.join('、')} />
        <Fact name={t('words.hints')} text={hints.join('、')} />
        <Fact name={t('words.wider')} text={wider ?? ''} />
      </dl>
      {reason !== null && <p className="hint">{t('words.lastReason', { reason })}</p>}
      {onEdit !== undefined && (
        <div className="actions">
          <Button onClick={onEdit}>{t('words.change')}</Button>
        </div>
      )}
    </article>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
