import './matter.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { FollowUp } from './follow-up.js';
import { Limitation } from './limitation.js';
import { dueTextOf, hasMoney, type MatterStatus } from './matter.model.js';
import { MatterAnswers } from './matter-answers.js';
import { MatterHistory } from './matter-history.js';
import { MatterTags } from './matter-tags.js';
import { RateForm } from './rate-form.js';
import { stepsShown } from './step.model.js';
import { WordsAct } from './words-act.js';

/** Both stand on the receipt. They live in this page alone: no address and no store of the browser has them. */
export interface MatterKey {
  readonly number: string;
  readonly code: string;
}

export interface Known {
  readonly key: MatterKey;
  readonly status: MatterStatus;
}

const StepList = lazyPart('StepList', () => import('./matter-steps.js'));
const MatterMoney = lazyPart('MatterMoney', () => import('./matter-money.js'), {
  rows: 3,
  texts: ['matterMoney'],
});

interface StatusProps {
  readonly known: Known;
  readonly onChange: (status: MatterStatus) => void;
  readonly onLeave: () => void;
}

/** Where a matter stands, for whoever has its number and code. */
export function StatusByCode({ known: { key, status }, onChange, onLeave }: StatusProps) {
  const { t } = useTranslation();
  const { outcome } = status;
  return (
    <>
      <article className="card">
        <h2>{status.serviceName}</h2>
        <MatterTags matter={status} />
        {outcome !== null && (
          <div className="matter-outcome">
            <h3>{t('matter.outcomeIs', { outcome })}</h3>
            <p className="prose">{status.reasons}</p>
          </div>
        )}
        <StatusFacts status={status} />
        <Limitation limitation={status.limitation} />
        <FollowUp followUp={status.followUp} />
        <MatterAnswers questions={status.questions} answers={status.answers} />
      </article>
      {status.steps.length > 0 && (
        <section className="card" aria-labelledby="steps-title">
          <h2 id="steps-title">{t('matterStep.title')}</h2>
          <StepList steps={stepsShown(status.state, status.steps)} />
        </section>
      )}
      {hasMoney(status) && <MatterMoney money={status} />}
      <CodeActs own={key} status={status} onChange={onChange} />
      <MatterHistory entries={status.entries} />
      <Button onClick={onLeave}>{t('matter.leave')}</Button>
    </>
  );
}

function StatusFacts({ status }: { readonly status: MatterStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{t('matter.number')}</dt>
      <dd>{status.number}</dd>
      <dt>{t('matter.union')}</dt>
      <dd>{status.unionName}</dd>
      <dt>{t('matter.sentAt')}</dt>
      <dd>{format.instant(status.sentAt)}</dd>
      {status.dueAt !== null && (
        <>
          <dt>{t(dueTextOf(status.state))}</dt>
          <dd>{format.instant(status.dueAt)}</dd>
        </>
      )}
    </dl>
  );
}

interface CodeActsProps {
  readonly own: MatterKey;
  readonly status: MatterStatus;
  readonly onChange: (status: MatterStatus) => void;
}

/** The same as whoever is signed in can do, but for taking it back. */
function CodeActs({ own, status, onChange }: CodeActsProps) {
  const { t } = useTranslation();
  const reply = useCommand('matterStatus', 'post', '/matters/status/reply');
  const rate = useCommand('matterStatus', 'post', '/matters/status/rate');
  const reopen = useCommand('matterStatus', 'post', '/matters/status/reopen');
  const isOpen = ['sent', 'inWork', 'asked', 'held'].includes(status.state);
  return (
    <>
      {status.state === 'decided' && (
        <section className="card" aria-labelledby="rate-title">
          <h2 id="rate-title">{t('matter.rate')}</h2>
          <RateForm
            command={rate}
            onDone={onChange}
            input={({ stars, text }) => ({ body: { ...own, stars, text: text?.trim() || null } })}
          />
        </section>
      )}
      {status.reopenUntil !== null && (
        <details className="card">
          <summary>{t('matter.reopen')}</summary>
          <WordsAct
            command={reopen}
            onDone={onChange}
            input={(reason) => ({ body: { ...own, reason } })}
            act="reopen"
            draft={own.number}
          />
        </details>
      )}
      {isOpen && (
        <section className="card" aria-labelledby="reply-title">
          <h2 id="reply-title">{t(status.state === 'asked' ? 'matter.replyAsked' : 'matter.replyMore')}</h2>
          <WordsAct
            command={reply}
            onDone={onChange}
            input={(text) => ({ body: { ...own, text } })}
            act="reply"
            draft={own.number}
          />
        </section>
      )}
    </>
  );
}
