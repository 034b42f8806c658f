import './letter.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useMemberName } from '../../../session/use-member-name.js';
import type { Activity } from '../activity/activity-form.js';
import { mayIssue } from './letter.model.js';

type Letter = components['schemas']['LetterView'];

/** Issues certificates and letters of one activity, and lists the issued ones. */
export function LetterSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const letters = useList('letter', '/activities/{activityId}/letters', { activityId: activity.id });
  return (
    <section className="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{t('letter.section')}</h2>
      <p className="hint">
        {t(activity.state === 'closed' ? 'letter.sectionAfter' : 'letter.sectionBefore')}
      </p>
      <Issue activity={activity} />
      <PagedList list={letters} empty={{ text: t('letter.noLetters') }}>
        {(items) => (
          <ul className="plain-list letter-lines">
            {items.map((letter) => (
              <LetterLine key={letter.id} letter={letter} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Issue({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const templates = useList('letterTemplate', '/letter-templates', {
    unionId: activity.unionId,
    retired: false,
  });
  const issue = useCommand('letter', 'post', '/activities/{activityId}/letters');
  const [templateId, setTemplateId] = useState<string>();
  const fitting = (templates.items ?? []).filter(({ kind }) => mayIssue(kind, activity, new Date()));
  const chosen = fitting.find(({ id }) => id === templateId) ?? fitting[0];
  const options = fitting.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {templates.items !== undefined && fitting.length === 0 && <p>{t('letter.noTemplate')}</p>}
      <div className="actions letter-issue">
        {chosen !== undefined && (
          <>
            <Choice
              label={t('letter.template')}
              value={chosen.id}
              options={options}
              onChange={setTemplateId}
            />
            <ConfirmButton
              type="primary"
              loading={issue.isPending}
              question={t('letter.issueQuestion', { name: chosen.name })}
              confirmText={t('letter.issueYes')}
              onConfirm={() => issue.mutate({ activityId: activity.id, body: { templateId: chosen.id } })}
            >
              {t('letter.issue')}
            </ConfirmButton>
          </>
        )}
        <Link to={`/letter-templates?union=${activity.unionId}`}>{t('letter.toTemplates')}</Link>
      </div>
      {issue.isError && <Refusal title={t('letter.notIssued')} error={issue.error} />}
      <p role="status" aria-live="polite">
        {issue.data !== undefined && t('letter.issued', { count: issue.data.issued })}
        {issue.data !== undefined &&
          issue.data.alreadyHad > 0 &&
          ` · ${t('letter.alreadyHad', { count: issue.data.alreadyHad })}`}
      </p>
    </>
  );
}

function LetterLine({ letter }: { readonly letter: Letter }) {
  const { t } = useTranslation();
  const revoke = useCommand('letter', 'post', '/activities/{activityId}/letters/{letterId}/revoke');
  const { activityId, id: letterId, version, number, templateName, revokedAt } = letter;
  const name = useMemberName(letter.personId, letter.maskedName);
  return (
    <li>
      <div>
        <p>
          {number} · {name}
        </p>
        <p className="hint">{templateName}</p>
        {revoke.isError && <Refusal title={t('letter.notRevoked')} error={revoke.error} />}
      </div>
      {revokedAt === null ? (
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={t('letter.revokeQuestion', { number, name })}
          confirmText={t('letter.revokeYes')}
          aria-label={t('letter.revokeOf', { number })}
          onConfirm={() =>
            revoke.mutate({ activityId, letterId, version, body: { reason: t('letter.revokeReason') } })
          }
        >
          {t('letter.revoke')}
        </ConfirmButton>
      ) : (
        <span className="tag is-cancelled">{t('letter.revoked')}</span>
      )}
    </li>
  );
}
