import '../../../../kit/styles/resource.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../../api/use-command.js';
import { instantOf } from '../../../../i18n/format.js';
import { useFormat } from '../../../../i18n/use-format.js';
import { CommandForm } from '../../../../kit/command-form.js';
import { Input, TextArea } from '../../../../kit/input.js';
import { type Breach, nameMax, textMax } from './breach.model.js';

type Handover = Breach['handovers'][number];

interface HandoverForm {
  /** Of the wall in Beijing. */
  readonly handedOverAt: string;
  readonly authority: string;
  readonly handedOverBy: string;
  readonly reference?: string;
  readonly changes?: string;
}

/** That the report is with the authority: what was recorded of it, and a form for it, or for what corrects it. */
export function BreachHandovers({ breach }: { readonly breach: Breach }) {
  const { t } = useTranslation();
  const { handovers, acts } = breach;
  const mayRecord = acts.includes('handOver');
  if (handovers.length === 0 && !mayRecord) return null;
  return (
    <section className="card" aria-labelledby="handovers-title">
      <h2 id="handovers-title">{t('breach.handovers')}</h2>
      {handovers.length === 0 ? (
        <p className="hint">{t('breach.notHandedOver')}</p>
      ) : (
        <ol className="plain-list" aria-labelledby="handovers-title">
          {handovers.toReversed().map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
        </ol>
      )}
      {mayRecord && <HandOver key={breach.version} breach={breach} />}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Handover }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { handedOverAt, authority, handedOverBy, reference, changes, recordedAt } = entry;
  return (
    <li>
      <p>{t('breach.handedOver', { when: instant(handedOverAt), authority, by: handedOverBy })}</p>
      {reference !== null && <p>{t('breach.referenceIs', { reference })}</p>}
      {changes !== null && <p className="prose">{t('breach.handoverChanged', { changes })}</p>}
      <p className="hint">{t('breach.handoverRecorded', { when: instant(recordedAt) })}</p>
    </li>
  );
}

function HandOver({ breach: { id: dataBreachId, version, handovers } }: { readonly breach: Breach }) {
  const { t } = useTranslation();
  const handOver = useCommand('dataBreach', 'post', '/data-breaches/{dataBreachId}/handovers');
  const required = [{ required: true, whitespace: true, message: t('breach.required') }];
  const isFirst = handovers.length === 0;
  return (
    <CommandForm
      command={handOver}
      input={({ handedOverAt, authority, handedOverBy, reference, changes }: HandoverForm) => ({
        dataBreachId,
        version,
        body: {
          handedOverAt: instantOf(handedOverAt),
          authority: authority.trim(),
          handedOverBy: handedOverBy.trim(),
          reference: reference?.trim() || null,
          changes: isFirst ? null : (changes?.trim() ?? null),
        },
      })}
      submit={t(isFirst ? 'breach.handOver' : 'breach.correctHandover')}
      refused={t('breach.refused')}
      label={t(isFirst ? 'breach.handOver' : 'breach.correctHandover')}
      className="inner-form"
      secondary
    >
      <div className="two-columns">
        <Form.Item
          name="handedOverAt"
          label={t('breach.handedOverAt')}
          extra={t('common.dateTimeHint')}
          rules={required}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="authority" label={t('breach.authority')} rules={required}>
          <Input maxLength={nameMax} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="handedOverBy"
          label={t('breach.handedOverBy')}
          extra={t('breach.handedOverByHint')}
          rules={required}
        >
          <Input maxLength={nameMax} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reference" label={t('breach.reference')} extra={t('breach.referenceHint')}>
          <Input maxLength={nameMax} autoComplete="off" />
        </Form.Item>
      </div>
      {!isFirst && (
        <Form.Item name="changes" label={t('breach.handoverChanges')} rules={required}>
          <TextArea rows={2} maxLength={textMax} />
        </Form.Item>
      )}
    </CommandForm>
  );
}
