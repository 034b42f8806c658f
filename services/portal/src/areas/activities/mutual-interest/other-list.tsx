import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';
import { Refusal } from '../../../kit/states.js';

interface OtherListProps {
  readonly activityId: string;
  readonly interest: components['schemas']['MutualInterestView'];
}

/** The others, each with a button that chooses them in secret or takes the choice back. */
export function OtherList({ activityId, interest }: OtherListProps) {
  const { t } = useTranslation();
  const choice = useChoice(activityId);
  const { participants, choicesLeft, choicesMax } = interest;
  return (
    <section className="card" aria-labelledby="others-title">
      <h2 id="others-title">{t('mutualInterest.others')}</h2>
      <p role="status">{t('mutualInterest.left', { count: choicesLeft, max: choicesMax })}</p>
      {choice.isError && <Refusal title={t('mutualInterest.notDone')} error={choice.error} />}
      {participants.length === 0 && <p className="hint">{t('mutualInterest.nobody')}</p>}
      <ul className="plain-list interest-lines">
        {participants.map((other) => (
          <li key={other.id}>
            <OneOther
              other={other}
              isFull={choicesLeft === 0}
              isPending={choice.isPending && choice.variables.participantId === other.id}
              onSay={(yes) => choice.mutate({ participantId: other.id, yes })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SecretChoice {
  readonly participantId: string;
  readonly yes: boolean;
}

function useChoice(activityId: string) {
  return useSubmit({
    touches: ['mutualInterest'],
    send: ({ participantId, yes }: SecretChoice, key) =>
      request(
        yes ? 'put' : 'delete',
        '/activities/{activityId}/mutual-interest/choices/{participantId}',
        { activityId, participantId },
        { key },
      ),
  });
}

interface OneOtherProps {
  readonly other: components['schemas']['InterestParticipantView'];
  readonly isFull: boolean;
  readonly isPending: boolean;
  readonly onSay: (yes: boolean) => void;
}

function OneOther({ other, isFull, isPending, onSay }: OneOtherProps) {
  const { t } = useTranslation();
  const { tag, introduction, chosen } = other;
  return (
    <>
      <p>
        <strong>{tag}</strong>
        {chosen && <span className="tag is-published">{t('mutualInterest.chosen')}</span>}
      </p>
      {introduction !== null && <p className="prose">{introduction}</p>}
      <Button
        type={chosen ? 'default' : 'primary'}
        disabled={!chosen && isFull}
        loading={isPending}
        aria-label={t(chosen ? 'mutualInterest.withdraw' : 'mutualInterest.choose', { tag })}
        onClick={() => onSay(!chosen)}
      >
        {t(chosen ? 'mutualInterest.withdrawShort' : 'mutualInterest.chooseShort')}
      </Button>
    </>
  );
}
