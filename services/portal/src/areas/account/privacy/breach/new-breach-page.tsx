import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../../api/use-command.js';
import { useRead } from '../../../../api/use-read.js';
import { CommandForm } from '../../../../kit/command-form.js';
import { TextArea } from '../../../../kit/input.js';
import { Loaded } from '../../../../kit/loaded.js';
import { PageHead } from '../../../../kit/page-head.js';
import { type Breach, textMax } from './breach.model.js';
import { BreachFacts, BreachPeople } from './breach-fields.js';
import { type BreachForm, breachOf, formOf } from './breach-form.js';

/** Records a breach, or corrects the one that the address names. */
export function NewBreachPage() {
  const [search] = useSearchParams();
  const corrects = search.get('corrects');
  return corrects === null ? <Recording corrected={null} /> : <Correcting dataBreachId={corrects} />;
}

function Correcting({ dataBreachId }: { readonly dataBreachId: string }) {
  const breach = useRead('dataBreach', '/data-breaches/{dataBreachId}', { dataBreachId });
  return <Loaded query={breach}>{(corrected) => <Recording corrected={corrected} />}</Loaded>;
}

function Recording({ corrected }: { readonly corrected: Breach | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const record = useCommand('dataBreach', 'post', '/data-breaches');
  const back = corrected === null ? '/data-breaches' : `/data-breaches/${corrected.id}`;
  return (
    <>
      <PageHead title={t(corrected === null ? 'breach.new' : 'breach.correctTitle')} back={back} />
      {corrected !== null && <p className="hint">{t('breach.correctHint')}</p>}
      <CommandForm
        command={record}
        input={(values: BreachForm) => ({ body: breachOf(values, corrected?.id ?? null) })}
        submit={t('breach.send')}
        refused={t('breach.refused')}
        confirm={{ question: t('breach.sendQuestion'), text: t('breach.send') }}
        onDone={({ id }) => void navigate(`/data-breaches/${id}`, { replace: true })}
        className="card"
        initialValues={formOf(corrected)}
        draft={`breach.${corrected?.id ?? 'new'}`}
      >
        {corrected !== null && (
          <Form.Item
            name="changes"
            label={t('breach.changes')}
            extra={t('breach.changesHint')}
            rules={[{ required: true, whitespace: true, message: t('breach.required') }]}
          >
            <TextArea rows={3} maxLength={textMax} />
          </Form.Item>
        )}
        <BreachFacts />
        <BreachPeople />
      </CommandForm>
    </>
  );
}
