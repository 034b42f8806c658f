import './efficacy-survey.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { useMe } from '../../../session/use-session.js';
import { TokenTaken } from './token-taken.js';
import { isSentFromHere, waitsHere } from './use-season-token.js';
import { type MyInvitation, useMyInvitations } from './use-efficacy-surveys.js';

/** What I may answer for the parties of my unions, and what is answered. */
export function MyInvitations() {
  const { t } = useTranslation();
  const { data: mine = [] } = useMyInvitations();
  if (mine.length === 0) return null;
  return (
    <section className="card" aria-labelledby="season-mine-title">
      <h2 id="season-mine-title">{t('efficacySurvey.toAnswer')}</h2>
      <ul className="plain-list season-mine">
        {mine.map((one) => (
          <li key={one.id}>
            <OneInvitation invitation={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneInvitation({ invitation }: { readonly invitation: MyInvitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useMe();
  const { id, efficacySurveyId, kind, party, manner, closesAt, name } = invitation;
  const isOwn = party.kind === 'person';
  const names = {
    kind: t(`efficacySurvey.kind.${kind}`),
    party: isOwn ? t('efficacySurvey.yourself') : party.name,
  };
  const isHere = me !== undefined && waitsHere(me.personId, invitation);
  const isSent = me !== undefined && isSentFromHere(me.personId, invitation);
  if (manner === 'pooled' && !isHere && !isSent) return <TokenTaken invitation={invitation} />;
  if (manner !== null && !isHere)
    return <p>{t('efficacySurvey.answered', { ...names, manner: t(`efficacySurvey.manner.${manner}`) })}</p>;
  return (
    <>
      <p>
        <Link
          to={`/efficacy-surveys/${efficacySurveyId}/answer?as=${encodeURIComponent(id)}`}
          className="back"
        >
          {t(isHere ? 'efficacySurvey.goOn' : 'efficacySurvey.answerAs', names)}
        </Link>
      </p>
      <p className="hint">
        {name} · {t('efficacySurvey.until', { time: format.instant(closesAt) })}
      </p>
    </>
  );
}
