import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { AddHandoverPicture } from './add-handover-picture.js';
import { AnswerHandover } from './answer-handover.js';
import { type Handover, picturesMax } from './handover.js';
import { HandoverPicture } from './handover-picture.js';

interface HandoverLineProps {
  readonly handover: Handover;
  /** The loan is closed: nothing can be added. */
  readonly isClosed: boolean;
}

/** One handover: the record of one side, and the answer of the other. */
export function HandoverLine({ handover, isClosed }: HandoverLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { direction, at, state, grade, condition, quantity, pictures } = handover;
  return (
    <article className="handover">
      <p>
        <strong>
          {t('handover.happened', { direction: t(`handover.${direction}`), at: format.instant(at) })}
        </strong>{' '}
        <span className={`tag ${tones[state]}`}>{t(`handover.state.${state}`)}</span>
      </p>
      <Hands handover={handover} />
      {quantity > 1 && <p>{t('handover.quantity', { count: quantity })}</p>}
      {handover.pieces.length > 0 && <p className="hint">{handover.pieces.join(' ')}</p>}
      {grade !== null && <p>{t('handover.gradeIs', { grade: t(`handover.gradeOf.${grade}`) })}</p>}
      {condition !== null && <p className="prose">{condition}</p>}
      {handover.dispute !== null && (
        <p className="field-error">{t('handover.disputed', { words: handover.dispute })}</p>
      )}
      {pictures.length > 0 && (
        <ul className="plain-list handover-pictures">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <HandoverPicture handover={handover} picture={picture} />
            </li>
          ))}
        </ul>
      )}
      {handover.mayAnswer && <AnswerHandover handover={handover} />}
      {!isClosed && pictures.length < picturesMax && <AddHandoverPicture handover={handover} />}
    </article>
  );
}

const tones = { waiting: 'is-closing', confirmed: 'is-published', disputed: 'is-cancelled' } as const;

function Hands({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recordedBy, answeredBy, state, counts } = handover;
  const recorder = useMemberName(handover.recorderId, handover.recordedByName ?? '');
  const answerer = useMemberName(handover.answererId, handover.answeredByName ?? '');
  const side = t(`handover.recordedBy.${recordedBy}`);
  return (
    <>
      <p className="hint">
        {handover.recordedByName === null ? side : t('handover.byName', { side, name: recorder })}
      </p>
      {answeredBy !== null && <p className="hint">{t(`handover.answeredBy.${answeredBy}`)}</p>}
      {handover.answeredByName !== null && (
        <p className="hint">{t('handover.answeredByName', { name: answerer })}</p>
      )}
      {state === 'waiting' && (
        <p className="hint">{t('handover.answerBy', { at: format.instant(handover.answerBy) })}</p>
      )}
      {!counts && <p className="hint">{t('handover.notCounted')}</p>}
    </>
  );
}
