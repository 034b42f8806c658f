import './letter.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnList } from '../../../kit/own-list.js';
import { FileButtons } from './file-buttons.js';

type MyLetter = components['schemas']['MyLetterView'];

/** My certificates and letters: the platform makes the file with my name on request. */
export function MyLetters() {
  const { t } = useTranslation();
  const letters = useList('letter', '/me/letters', {});
  return (
    <OwnList
      id="my-letters"
      title={t('letter.mine')}
      list={letters}
      empty={{
        text: t('letter.mineNone'),
        action: <Link to="/my-records">{t('letter.courseCertificates')}</Link>,
      }}
    >
      {(items) => (
        <ul className="plain-list letter-lines">
          {items.map((letter) => (
            <OneLetter key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
    </OwnList>
  );
}

function OneLetter({ letter }: { readonly letter: MyLetter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, kind, number, activityId, activityTitle, issuerName, issuedOn } = letter;
  const labelOf = (action: string) => ({ text: action, spoken: t('letter.downloadOf', { action, number }) });
  return (
    <li>
      <div>
        <p>
          <Link to={`/activities/${activityId}`}>{activityTitle}</Link>
        </p>
        <p className="hint">
          {t(`letter.kind.${kind}`)} {number},{' '}
          {t('letter.issuedOn', { issuer: issuerName, day: format.date(issuedOn) })}
        </p>
      </div>
      <div className="actions">
        <FileButtons
          path={`/api/v1/letters/${id}/file`}
          name={`${t(`letter.kind.${kind}`)} ${number}`}
          labels={{ pdf: labelOf(t('letter.pdf')), docx: labelOf(t('letter.docx')) }}
        />
      </div>
    </li>
  );
}
