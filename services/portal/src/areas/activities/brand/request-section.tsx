import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useOwnParties } from '../../../session/use-own-parties.js';
import {
  type AdoptionRequest,
  type Brand,
  useAdoptionRequests,
  useAskAdoption,
  useDecideAdoption,
} from './use-brands.js';

interface RequestSectionProps {
  readonly brand: Brand;
  readonly keeps: boolean;
}

/** Who has asked to hold editions; the founder decides, others ask for their unions. */
export function RequestSection({ brand, keeps }: RequestSectionProps) {
  const { t } = useTranslation();
  const list = useAdoptionRequests(brand.id);
  return (
    <section className="card" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('brand.requests.title')}</h2>
      <PagedList list={list} empty={{ text: t('brand.requests.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((request) => (
              <li key={request.id}>
                <Line request={request} keeps={keeps} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {!keeps && brand.state === 'published' && <AskForm brandId={brand.id} />}
    </section>
  );
}

function Line({ request, keeps }: { readonly request: AdoptionRequest; readonly keeps: boolean }) {
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
      {keeps && state === 'requested' && <Decision request={request} />}
    </article>
  );
}

function Decision({ request }: { readonly request: AdoptionRequest }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason?: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const decide = useDecideAdoption(request);
  const refuse = (): void =>
    decide.mutate(reason, { onError: (error) => showErrors(form, error, ['reason']) });
  return (
    <Form form={form} name={`decide-${request.id}`} layout="vertical" requiredMark={false}>
      <Form.Item name="reason" label={t('brand.requests.reason')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {decide.isError && <Refusal title={t('brand.keep.notDone')} error={decide.error} fields={['reason']} />}
      <div className="actions">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(null)}>
          {t('brand.requests.approve')}
        </Button>
        <ConfirmButton
          danger
          disabled={reason === ''}
          question={t('brand.requests.refuseQuestion')}
          confirmText={t('brand.requests.refuse')}
          onConfirm={refuse}
        >
          {t('brand.requests.refuse')}
        </ConfirmButton>
      </div>
    </Form>
  );
}

const askFields = ['unionId', 'note'];

function AskForm({ brandId }: { readonly brandId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly unionId?: string; readonly note?: string }>();
  const [isOpen, setIsOpen] = useState(false);
  const { parties } = useOwnParties();
  const unions = parties.filter(({ kind }) => kind === 'union');
  const ask = useAskAdoption(brandId);
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('brand.requests.ask')}</Button>;
  return (
    <Form
      form={form}
      name="ask-adoption"
      layout="vertical"
      requiredMark={false}
      disabled={ask.isPending}
      onFinish={({ unionId, note }) =>
        ask.mutate(
          { unionId: unionId ?? unions[0]?.id ?? '', note: (note ?? '').trim() || null },
          { onSuccess: () => setIsOpen(false), onError: (error) => showErrors(form, error, askFields) },
        )
      }
    >
      <Form.Item name="unionId" label={t('brand.adopt.organiser')} initialValue={unions[0]?.id}>
        <Choice options={unions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="note" label={t('brand.requests.note')}>
        <TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {ask.isError && <Refusal title={t('brand.keep.notDone')} error={ask.error} fields={askFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('brand.requests.send')}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
