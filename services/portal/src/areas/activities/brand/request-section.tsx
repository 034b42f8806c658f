import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ReadAgain } from '../../../kit/read-again.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useOwnParties } from '../../../session/use-own-parties.js';
import type { AdoptionRequest, Brand } from './brand.model.js';

interface RequestSectionProps {
  readonly brand: Brand;
  readonly isFounder: boolean;
}

/** The requests to hold editions: the founder decides on them, others ask for their unions. */
export function RequestSection({ brand, isFounder }: RequestSectionProps) {
  const { t } = useTranslation();
  const list = useList('brand', '/brands/{brandId}/adoption-requests', { brandId: brand.id });
  return (
    <section className="card" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('brand.requests.title')}</h2>
      <PagedList list={list} empty={{ text: t('brand.requests.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((request) => (
              <li key={request.id}>
                <Line request={request} isFounder={isFounder} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {!isFounder && brand.state === 'published' && <AskForm brandId={brand.id} />}
    </section>
  );
}

function Line({ request, isFounder }: { readonly request: AdoptionRequest; readonly isFounder: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { union, state, note, reason, askedAt } = request;
  return (
    <article>
      <p>
        <strong>{union.name}</strong> <span className="tag">{t(`brand.requests.state.${state}`)}</span>{' '}
        <time className="hint" dateTime={askedAt}>
          {format.instant(askedAt)}
        </time>
      </p>
      {note !== null && <p className="prose">{note}</p>}
      {reason !== null && <p>{t('brand.requests.because', { reason })}</p>}
      {isFounder && state === 'requested' && <Decision request={request} />}
    </article>
  );
}

function Decision({ request }: { readonly request: AdoptionRequest }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason?: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const approve = useCommand('brand', 'post', '/brands/{brandId}/adoption-requests/{requestId}/approve');
  const refuse = useCommand('brand', 'post', '/brands/{brandId}/adoption-requests/{requestId}/refuse');
  const decided = { brandId: request.brandId, requestId: request.id, version: request.version };
  const error = approve.error ?? refuse.error;
  const sendApproval = (): void => {
    refuse.reset();
    approve.mutate(decided);
  };
  const sendRefusal = (): void => {
    approve.reset();
    refuse.mutate(
      { ...decided, body: { reason } },
      { onError: (refused) => showErrors(form, refused, ['reason']) },
    );
  };
  return (
    <Form form={form} name={`decide-${request.id}`} layout="vertical" requiredMark={false}>
      <Form.Item name="reason" label={t('brand.requests.reason')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {error !== null && <Refusal title={t('brand.keep.notDone')} error={error} fields={['reason']} />}
      <div className="actions">
        <Button type="primary" loading={approve.isPending} onClick={sendApproval}>
          {t('brand.requests.approve')}
        </Button>
        <ConfirmButton
          danger
          loading={refuse.isPending}
          disabled={reason === ''}
          question={t('brand.requests.refuseQuestion')}
          confirmText={t('brand.requests.refuse')}
          onConfirm={sendRefusal}
        >
          {t('brand.requests.refuse')}
        </ConfirmButton>
      </div>
    </Form>
  );
}

function AskForm({ brandId }: { readonly brandId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { parties, isFailed, readAgain } = useOwnParties();
  const unions = parties.filter(({ kind }) => kind === 'union');
  const ask = useCommand('brand', 'post', '/brands/{brandId}/adoption-requests');
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('brand.requests.ask')}</Button>;
  return (
    <CommandForm
      command={ask}
      name="ask-adoption"
      input={({ unionId, note }: { readonly unionId?: string; readonly note?: string }) => ({
        brandId,
        body: { unionId: unionId ?? unions[0]?.id ?? '', note: (note ?? '').trim() || null },
      })}
      submit={t('brand.requests.send')}
      refused={t('brand.keep.notDone')}
      onDone={() => setIsOpen(false)}
      onCancel={() => setIsOpen(false)}
    >
      <Form.Item name="unionId" label={t('brand.adopt.organiser')} initialValue={unions[0]?.id}>
        <Choice options={unions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <ReadAgain isFailed={isFailed} onRetry={readAgain} />
      <Form.Item name="note" label={t('brand.requests.note')}>
        <TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  );
}
