import './occasion.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { type MyOccasions, type ToldKind, toldKinds } from './occasion.model.js';

type Told = MyOccasions['items'][number];

/** What a member tells their union, and for which days of their record they are visited. */
export function MyOccasionsPage() {
  const { t } = useTranslation();
  const query = useRead('occasion', '/me/occasions', {});
  return (
    <>
      <PageHead title={t('occasion.mineTitle')} back="/my-matters" />
      <p className="hint">{t('occasion.mineHint')}</p>
      <Tell />
      <Loaded query={query}>
        {({ items, record }) => (
          <>
            <section aria-labelledby="told-title">
              <h2 id="told-title">{t('occasion.told')}</h2>
              {items.length === 0 && <EmptyState text={t('occasion.noneTold')} />}
              <ul className="card-list occasion-list">
                {items.map((one) => (
                  <ToldItem key={one.id} told={one} />
                ))}
              </ul>
            </section>
            <Record record={record} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface TellValues {
  readonly kind: ToldKind;
  readonly on: string;
}

function Tell() {
  const { t } = useTranslation();
  const [form] = Form.useForm<TellValues>();
  const tell = useCommand('occasion', 'post', '/me/occasions');
  return (
    <section className="card" aria-labelledby="tell-title">
      <h2 id="tell-title">{t('occasion.tellTitle')}</h2>
      <CommandForm
        name="tell"
        form={form}
        command={tell}
        input={({ kind, on }: TellValues) => ({ body: { kind, on } })}
        submit={t('occasion.tell')}
        refused={t('occasion.tellRefused')}
        onDone={() => form.resetFields()}
      >
        <Form.Item
          name="kind"
          label={t('occasion.tellKind')}
          rules={[{ required: true, message: t('occasion.tellKindRequired') }]}
        >
          <Choice<ToldKind>
            options={[
              { value: '', label: t('common.choose') },
              ...toldKinds.map((value) => ({ value, label: t(`occasion.kind.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item
          name="on"
          label={t('occasion.tellOn')}
          rules={[{ required: true, message: t('occasion.tellOnRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function ToldItem({ told: { id: occasionId, kind, on, state, matterId, reason } }: { readonly told: Told }) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeBack = useCommand('occasion', 'delete', '/me/occasions/{occasionId}');
  const name = t(`occasion.kind.${kind}`);
  return (
    <li className="card">
      <h3>{name}</h3>
      <div className="tags">
        <span className={`tag is-${state === 'due' ? 'waitlisted' : 'ended'}`}>
          {t(`occasion.state.${state}`)}
        </span>
      </div>
      <p>{format.date(on)}</p>
      {reason !== null && <p>{t('occasion.reason', { reason })}</p>}
      {takeBack.isError && <Refusal title={t('occasion.takeBackRefused')} error={takeBack.error} />}
      <div className="actions">
        {matterId === null ? (
          <ConfirmButton
            danger
            loading={takeBack.isPending}
            aria-label={t('occasion.takeBackOf', { kind: name, day: format.date(on) })}
            question={t('occasion.takeBackQuestion')}
            confirmText={t('occasion.takeBack')}
            onConfirm={() => takeBack.mutate({ occasionId })}
          >
            {t('occasion.takeBack')}
          </ConfirmButton>
        ) : (
          <ButtonLink to={`/matters/${matterId}`}>{t('occasion.see')}</ButtonLink>
        )}
      </div>
    </li>
  );
}

function Record({ record: { inUse, birthday, retiredOn } }: { readonly record: MyOccasions['record'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="record-title">
      <h2 id="record-title">{t('occasion.record')}</h2>
      <p>
        {birthday === null
          ? t('occasion.noBirthday')
          : t('occasion.birthday', { day: format.monthDay(birthday) })}
      </p>
      {retiredOn !== null && <p>{t('occasion.retiredOn', { day: format.date(retiredOn) })}</p>}
      <p className="hint">{t(inUse ? 'occasion.inUse' : 'occasion.notInUse')}</p>
      <div className="actions">
        <ButtonLink to="/account/data" isPlain>
          {t('occasion.decide')}
        </ButtonLink>
      </div>
    </section>
  );
}
