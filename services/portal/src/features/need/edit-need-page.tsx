import '../resource/resource.css';
import '../organising/organising.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { showErrors } from '../../shell/form-errors.js';
import { PageHead } from '../../shell/page-head.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import { Loaded } from '../ledger/loaded.js';
import { NeedFields } from './need-fields.js';
import { editOf, formOf, type Need, needFields, type NeedForm } from './need-form.js';
import { useEditNeed, useNeed } from './use-need.js';

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

function EditForm({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<NeedForm>();
  const draft = useDraft<NeedForm>(`need.${need.id}`);
  // What was typed stays when the need is asked for anew: only its version is taken from there.
  const [initial] = useState(() => ({ ...formOf(need), ...draft.initial }));
  const edit = useEditNeed(need.id);
  const submit = (values: NeedForm): void =>
    edit.mutate(
      { version: need.version, body: editOf(values) },
      {
        onSuccess: () => {
          draft.drop();
          void navigate(`/needs/${need.id}`);
        },
        onError: (error) => showErrors(form, error, needFields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={edit.isPending}
      initialValues={initial}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <NeedFields />
      {edit.isError && <Refusal title={t('need.notSaved')} error={edit.error} fields={needFields} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
