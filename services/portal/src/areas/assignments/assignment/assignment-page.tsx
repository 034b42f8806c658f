import '../../../kit/styles/fold.css';
import './assignment.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { type Assignment, partStates, toneOfAssignment } from './assignment.model.js';
import { PartList } from './part-list.js';
import { ToCalendar } from './to-calendar.js';

const list = '/assignments/given';

const AttachmentList = lazyPart('AttachmentList', () => import('../../../kit/attachment-list.js'), {
  rows: 2,
  texts: ['attachment'],
});

/** What it is given with is written only before that. */
const AssignmentDraft = lazyPart('AssignmentDraft', () => import('./assignment-draft.js'), { rows: 8 });

/** One assignment for those who give it: a draft to work on, or the board of what came back. */
export function AssignmentPage() {
  const { assignmentId = '' } = useParams();
  const query = useRead('assignment', '/assignments/{assignmentId}', { assignmentId });
  return (
    <Loaded query={query}>
      {(assignment) =>
        assignment.state === 'draft' ? (
          <AssignmentDraft key={assignment.version} assignment={assignment} />
        ) : (
          <Board assignment={assignment} />
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly assignment: Assignment;
}

function Board({ assignment }: Props) {
  const { t } = useTranslation();
  const { state, title } = assignment;
  return (
    <DetailPage
      title={title}
      back={list}
      state={
        <div className="tags">
          <span className={`tag ${toneOfAssignment(state)}`}>{t(`assignment.state.${state}`)}</span>
          <span className="tag">{t(`assignment.kind.${assignment.kind}`)}</span>
        </div>
      }
      primary={state === 'given' && assignment.late > 0 && <Remind assignment={assignment} />}
      more={state === 'given' && <Close assignment={assignment} />}
      below={<PartList assignment={assignment} />}
    >
      <Progress assignment={assignment} />
      <Facts assignment={assignment} />
    </DetailPage>
  );
}

/** How many have done it, in a bar and by state. */
function Progress({ assignment }: Props) {
  const { t } = useTranslation();
  const { unions, counts, done, late, delaysAsked, remindedOn } = assignment;
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('assignment.progress', { done: String(done), unions: String(unions) })}</h2>
      <progress className="assignment-bar" max={unions} value={done} aria-labelledby="progress-title" />
      <div className="tags">
        {partStates.map((state) => {
          const count = counts.find((one) => one.state === state)?.count ?? 0;
          return count === 0 ? null : (
            <span key={state} className="tag">
              {t('assignment.stateCount', { state: t(`assignment.partState.${state}`), count })}
            </span>
          );
        })}
        {late > 0 && <span className="tag is-cancelled">{t('assignment.lateCount', { count: late })}</span>}
        {delaysAsked > 0 && (
          <span className="tag is-closing">{t('assignment.delayCount', { count: delaysAsked })}</span>
        )}
      </div>
      {remindedOn !== null && (
        <p className="hint">{t('assignment.remindedOn', { day: format.date(remindedOn) })}</p>
      )}
    </section>
  );
}

function Facts({ assignment }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const { text, unionName, dueOn, givenAt, closeReason, questions, totals, attachments } = assignment;
  return (
    <article className="card">
      <p className="prose">{text}</p>
      {attachments.length > 0 && (
        <AttachmentList
          attachments={attachments}
          pathOf={(fileId) => `/api/v1/assignments/${assignment.id}/attachments/${fileId}`}
        />
      )}
      <dl className="facts">
        <dt>{t('assignment.giver')}</dt>
        <dd>{unionName}</dd>
        <dt>{t('assignment.dueOn')}</dt>
        <dd>{format.date(dueOn)}</dd>
        {givenAt !== null && (
          <>
            <dt>{t('assignment.givenAt')}</dt>
            <dd>
              {format.instant(givenAt)} {nameOf(assignment.givenBy, assignment.givenByName)}
            </dd>
          </>
        )}
        {closeReason !== null && (
          <>
            <dt>{t('assignment.closeReason')}</dt>
            <dd>{closeReason}</dd>
          </>
        )}
      </dl>
      <div className="actions">
        <ToCalendar
          uid={`assignment-${assignment.id}`}
          version={assignment.version}
          title={assignment.title}
          dueOn={dueOn}
          path={`/assignments/${assignment.id}`}
        />
      </div>
      {totals.length > 0 && (
        <>
          <h2>{t('assignment.totals')}</h2>
          <dl className="facts">
            {totals.map(({ questionId, sum, unions }) => {
              const question = questions.find(({ id }) => id === questionId);
              return (
                <div key={questionId} className="assignment-total">
                  <dt>{question?.title ?? questionId}</dt>
                  <dd>
                    {t('assignment.total', { sum: String(sum), unit: question?.unit ?? '', count: unions })}
                  </dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </article>
  );
}

/** Asks those who are late once a day; that it was done today is said at the bar. */
function Remind({ assignment: { id: assignmentId, version, late } }: Props) {
  const { t } = useTranslation();
  const remind = useCommand('assignment', 'post', '/assignments/{assignmentId}/remind');
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={remind.isPending}
        question={t('assignment.remindQuestion', { count: late })}
        confirmText={t('assignment.remind')}
        onConfirm={() => remind.mutate({ assignmentId, version })}
      >
        {t('assignment.remind')}
      </ConfirmButton>
      {remind.isError && <Refusal title={t('assignment.remindRefused')} error={remind.error} />}
    </>
  );
}

function Close({ assignment: { id: assignmentId, version } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const close = useCommand('assignment', 'post', '/assignments/{assignmentId}/close');
  return (
    <>
      <p className="hint">{t('assignment.closeHint')}</p>
      <ReasonField
        reason={reason}
        label={t('assignment.closeReason')}
        required={t('assignment.reasonRequired')}
      />
      {close.isError && <Refusal title={t('assignment.closeRefused')} error={close.error} />}
      <ConfirmButton
        danger
        loading={close.isPending}
        question={t('assignment.closeQuestion')}
        confirmText={t('assignment.close')}
        onConfirm={() =>
          reason.take((text) => close.mutate({ assignmentId, version, body: { reason: text } }))
        }
      >
        {t('assignment.close')}
      </ConfirmButton>
    </>
  );
}
