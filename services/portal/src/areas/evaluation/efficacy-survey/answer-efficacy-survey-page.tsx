import '../../../kit/styles/survey.css';
import './efficacy-survey.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { askingIdOf } from '../survey/asking-id.js';
import { TokenFromAnotherDevice, useMovedToken } from '../survey/moving.js';
import { useMe } from '../../../session/use-session.js';
import { PartyAnswerForm } from './party-answer-form.js';
import { TokenTaken } from './token-taken.js';
import { isSentFromHere, waitsHere } from './use-season-token.js';
import {
  type EfficacySurvey,
  type MyInvitation,
  useEfficacySurvey,
  useMyInvitations,
} from './use-efficacy-surveys.js';

/** Answers for one party after the other: phones first. */
export function AnswerEfficacySurveyPage() {
  const { efficacySurveyId = '' } = useParams();
  const survey = useEfficacySurvey(efficacySurveyId);
  const mine = useMyInvitations();
  const me = useMe();
  return (
    <Loaded query={survey}>
      {(found) => (
        <Loaded query={mine}>
          {(all) => (
            <Loaded query={me}>
              {({ personId }) => <Answering personId={personId} survey={found} mine={all} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface AnsweringProps {
  readonly personId: string;
  readonly survey: EfficacySurvey;
  readonly mine: readonly MyInvitation[];
}

function Answering({ personId, survey, mine }: AnsweringProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sentFor, setSentFor] = useState<string | null>(null);
  const moved = useMovedToken();
  const invited = mine.filter(({ efficacySurveyId }) => efficacySurveyId === survey.id);
  const open = invited.filter((one) => !one.answered || waitsHere(personId, one));
  const movedFor = invited.find((one) => askingIdOf(one) === moved?.askingId);
  return (
    <div className="survey">
      <PageHead
        title={t('efficacySurvey.answerTitle', { name: survey.name })}
        back={`/efficacy-surveys/${survey.id}`}
      />
      <div role="status" aria-live="polite">
        {sentFor !== null && (
          <Alert
            type="success"
            showIcon
            title={t('efficacySurvey.sent', { party: sentFor })}
            className="notice"
          />
        )}
      </div>
      {moved !== null && movedFor !== undefined && movedFor.pool !== null && (
        <TokenFromAnotherDevice personId={personId} publicKey={movedFor.pool.publicKey} moved={moved} />
      )}
      {open.length === 0 ? (
        <NothingLeft personId={personId} invited={invited} />
      ) : (
        <>
          <p className="hint">{t('efficacySurvey.until', { time: format.instant(survey.closesAt) })}</p>
          <OneAfterTheOther personId={personId} survey={survey} open={open} onSent={setSentFor} />
        </>
      )}
    </div>
  );
}

/** Of a token that was taken on another device nobody can say whether it was used. */
function NothingLeft({
  personId,
  invited,
}: {
  readonly personId: string;
  readonly invited: readonly MyInvitation[];
}) {
  const { t } = useTranslation();
  const elsewhere = invited.filter((one) => one.manner === 'pooled' && !isSentFromHere(personId, one));
  if (invited.length === 0) return <p>{t('efficacySurvey.nothingToAnswer')}</p>;
  if (elsewhere.length === 0) return <p>{t('efficacySurvey.allAnswered')}</p>;
  return elsewhere.map((one) => <TokenTaken key={one.id} invitation={one} />);
}

interface OneAfterTheOtherProps {
  readonly personId: string;
  readonly survey: EfficacySurvey;
  readonly open: readonly MyInvitation[];
  readonly onSent: (party: string) => void;
}

function OneAfterTheOther({ personId, survey, open, onSent }: OneAfterTheOtherProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const present = open.find(({ id }) => id === search.get('as')) ?? open[0];
  if (present === undefined) return null;
  const nameOf = ({ kind, party }: MyInvitation): string =>
    t('efficacySurvey.answerAs', {
      kind: t(`efficacySurvey.kind.${kind}`),
      party: party.kind === 'person' ? t('efficacySurvey.yourself') : party.name,
    });
  return (
    <>
      <section className="card" aria-labelledby="which-title">
        <h2 id="which-title">{t('efficacySurvey.whichParty')}</h2>
        {open.length === 1 ? (
          <p>{nameOf(present)}</p>
        ) : (
          <Choice<string>
            label={t('efficacySurvey.whichParty')}
            value={present.id}
            options={open.map((one) => ({ value: one.id, label: nameOf(one) }))}
            onChange={(as) => setSearch(as === undefined ? {} : { as })}
          />
        )}
      </section>
      <PartyAnswerForm
        key={present.id}
        personId={personId}
        survey={survey}
        invitation={present}
        onSent={onSent}
      />
    </>
  );
}
