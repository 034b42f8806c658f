import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { AssignmentDesigner } from './assignment-designer.js';
import { type Assignment, contentOf } from './assignment.model.js';
import { AudienceCount } from './audience-count.js';

/** An assignment that is not given yet: it is written on, and given. */
export function AssignmentDraft({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation();
  const { id: assignmentId, version } = assignment;
  const change = useCommand('assignment', 'put', '/assignments/{assignmentId}', { onStale: 'refuse' });
  const give = useCommand('assignment', 'post', '/assignments/{assignmentId}/give');
  return (
    <>
      <PageHead title={assignment.title} back="/assignments/given" />
      <section className="card" aria-label={t('assignment.give')}>
        <p>{t('assignment.giveHint')}</p>
        <AudienceCount unionId={assignment.unionId} audience={assignment} />
        {give.isError && <Refusal title={t('assignment.giveRefused')} error={give.error} />}
        <ConfirmButton
          type="primary"
          loading={give.isPending}
          question={t('assignment.giveQuestion')}
          confirmText={t('assignment.give')}
          onConfirm={() => give.mutate({ assignmentId, version })}
        >
          {t('assignment.give')}
        </ConfirmButton>
      </section>
      <AssignmentDesigner
        content={contentOf(assignment)}
        attachments={assignment.attachments}
        unionId={assignment.unionId}
        command={change}
        input={(body) => ({ assignmentId, version, body })}
        submit={t('assignment.saveDraft')}
      />
    </>
  );
}
