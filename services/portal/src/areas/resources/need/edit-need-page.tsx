import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { changesBetween } from '../../../kit/changes.model.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { ChangedMeanwhile } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { Loaded } from '../../../kit/loaded.js';
import { NeedFields } from './need-fields.js';
import { editOf, formOf, type Need, type NeedForm } from './need-form.js';
import { useNeed } from './use-need.js';

export function EditNeedPage() {
  const { t } = useTranslation();
  const { needId = '' } = useParams();
  const need = useNeed(needId);
  return (
    <div className="form-page">
      <PageHead title={t('need.form.editTitle')} back={`/needs/${needId}`} />
      <p className="hint">{t('need.form.editHint')}</p>
      <Loaded query={need}>{(data) => <EditForm key={data.id} need={data} />}</Loaded>
    </div>
  );
}

interface Kept {
  readonly base: Need;
  readonly values: NeedForm;
}

/** Sends the changed fields only, so that two people who edit different fields do not undo each other's changes. */
function EditForm({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft<Kept>(`need.${need.id}`);
  const [base] = useState(() => draft.initial?.base ?? need);
  const edit = useCommand('need', 'patch', '/needs/{needId}', { onStale: 'refuse' });
  const done = (): void => {
    draft.drop();
    void navigate(`/needs/${need.id}`);
  };
  return (
    <CommandForm
      command={edit}
      input={(values: NeedForm) => {
        const body = changesBetween(editOf(formOf(base)), editOf(values));
        if (Object.keys(body).length > 0) return { needId: need.id, version: need.version, body };
        // Nothing was changed, so that there is nothing to send.
        done();
        return null;
      }}
      submit={t('common.save')}
      refused={t('need.notSaved')}
      onDone={done}
      onChange={(values) => draft.keep(null, { base, values })}
      initialValues={draft.initial?.values ?? formOf(base)}
      className="card"
    >
      {need.version !== base.version && <ChangedMeanwhile />}
      <NeedFields />
    </CommandForm>
  );
}
