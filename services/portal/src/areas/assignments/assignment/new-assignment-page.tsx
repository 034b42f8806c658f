import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import { AssignmentDesigner } from './assignment-designer.js';
import { type AssignmentPart, type AssignmentTemplate, contentFrom, newContent } from './assignment.model.js';
import { todayIn } from './month.js';
import { TemplateChoice } from './template-choice.js';

/** A new assignment, or a part that is handed on. It is a draft until it is given. */
export function NewAssignmentPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const partId = search.get('part');
  return (
    <>
      <PageHead
        title={t(partId === null ? 'assignment.new' : 'assignment.handOn')}
        back="/assignments/given"
      />
      {partId === null ? <NewAssignment /> : <HandedOn partId={partId} />}
    </>
  );
}

function NewAssignment() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const own = useOffices().unionIdsOf('officer');
  const [unionId, setUnionId] = useState<string>();
  const create = useCommand('assignment', 'post', '/assignments');
  const [only] = own;
  useEffect(() => {
    if (own.length === 1) setUnionId(only);
  }, [own.length, only]);
  const [template, setTemplate] = useState<AssignmentTemplate>();
  return (
    <>
      <TemplateChoice value={template?.id ?? ''} onChoose={setTemplate} />
      <AssignmentDesigner
        key={template?.id ?? ''}
        content={template === undefined ? newContent : contentFrom(template, todayIn(new Date()))}
        unionId={unionId}
        command={create}
        input={(content) => (unionId === undefined ? null : { body: { ...content, unionId } })}
        submit={t('assignment.saveDraft')}
        onDone={({ id }) => void navigate(`/assignments/${id}`, { replace: true })}
      >
        <PlainField label={t('assignment.giver')} pointer="/unionId">
          {(ids) => (
            <UnionPicker
              {...ids}
              roles={['officer']}
              none={t('common.choose')}
              onChange={setUnionId}
              {...(unionId === undefined ? {} : { value: unionId })}
            />
          )}
        </PlainField>
      </AssignmentDesigner>
    </>
  );
}

function HandedOn({ partId }: { readonly partId: string }) {
  const query = useRead('assignment', '/assignment-parts/{partId}', { partId });
  return <Loaded query={query}>{(part) => <HandOn key={part.id} part={part} />}</Loaded>;
}

/** The same form, so that what comes back can be offered as a sum. */
function HandOn({ part }: { readonly part: AssignmentPart }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('assignment', 'post', '/assignments');
  const { id: parentPartId, unionId, title, text, kind, questions, dueOn, attachments, counted } = part;
  const figures = counted.map(({ questionId, figure }) => ({ questionId, figure }));
  return (
    <AssignmentDesigner
      content={{ ...newContent, title, text, kind, questions, dueOn, figures }}
      attachments={attachments}
      unionId={unionId}
      command={create}
      input={(content) => ({ body: { ...content, unionId, parentPartId } })}
      submit={t('assignment.saveDraft')}
      onDone={({ id }) => void navigate(`/assignments/${id}`, { replace: true })}
    >
      <p className="hint">{t('assignment.handOnHint')}</p>
    </AssignmentDesigner>
  );
}
