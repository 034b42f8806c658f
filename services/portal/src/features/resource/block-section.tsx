import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../i18n/format.js';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import type { Block, Resource } from './resource-filters.js';
import { useBlock, useUnblock } from './use-resource.js';

/** What was noted here stays in the browser until the person signs out: the calendar tells all that is taken, not why. */
interface Noted {
  readonly blocks: readonly Block[];
}

/** Out of service for a time: no loan can be made for it. */
export function BlockSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const kept = useDraft<Noted>(`blocks.${resource.id}`);
  const [blocks, setBlocks] = useState<readonly Block[]>(kept.initial?.blocks ?? []);
  const [isAdding, setIsAdding] = useState(false);
  const note = (changed: readonly Block[]): void => {
    setBlocks(changed);
    kept.keep(null, { blocks: changed });
  };
  return (
    <section className="card" aria-labelledby="blocks-title">
      <h2 id="blocks-title">{t('resource.block.title')}</h2>
      <p className="hint">{t('resource.block.hint')}</p>
      <ul className="plain-list lines">
        {blocks.map((block) => (
          <BlockLine
            key={block.id}
            block={block}
            onGone={() => note(blocks.filter(({ id }) => id !== block.id))}
          />
        ))}
      </ul>
      {isAdding ? (
        <BlockForm
          resourceId={resource.id}
          onAdded={(block) => {
            note([...blocks, block]);
            setIsAdding(false);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : (
        <Button onClick={() => setIsAdding(true)}>{t('resource.block.add')}</Button>
      )}
    </section>
  );
}

function BlockLine({ block, onGone }: { readonly block: Block; readonly onGone: () => void }) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const unblock = useUnblock(block.resourceId);
  return (
    <li>
      <p>
        <strong>{period(block.from, block.to)}</strong>
      </p>
      <p>{block.reason}</p>
      <ConfirmButton
        loading={unblock.isPending}
        question={t('resource.block.removeQuestion')}
        confirmText={t('resource.block.remove')}
        onConfirm={() => unblock.mutate(block.id, { onSuccess: onGone })}
      >
        {t('resource.block.remove')}
      </ConfirmButton>
      {unblock.isError && <Refusal title={t('resource.notSaved')} error={unblock.error} />}
    </li>
  );
}

interface BlockValues {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const fields = ['from', 'to', 'reason'];

interface BlockFormProps {
  readonly resourceId: string;
  readonly onAdded: (block: Block) => void;
  readonly onClose: () => void;
}

function BlockForm({ resourceId, onAdded, onClose }: BlockFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BlockValues>();
  const block = useBlock(resourceId);
  const submit = ({ from, to, reason }: BlockValues): void =>
    block.mutate(
      { from: instantOf(from), to: instantOf(to), reason: reason.trim() },
      { onSuccess: onAdded, onError: (error) => showErrors(form, error, fields) },
    );
  const required = [{ required: true, whitespace: true, message: t('resource.block.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={block.isPending}
      onFinish={submit}
    >
      <div className="two-columns">
        <Form.Item name="from" label={t('resource.block.from')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={t('resource.block.to')} extra={t('common.dateTimeHint')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('resource.block.reason')} rules={required}>
        <Input maxLength={200} placeholder={t('resource.block.reasonExample')} />
      </Form.Item>
      {block.isError && <Refusal title={t('resource.block.refused')} error={block.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={block.isPending}>
          {t('resource.block.submit')}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
