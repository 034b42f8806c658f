import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { localTimeOf } from '../../i18n/format.js';
import { useFormat } from '../../i18n/use-format.js';
import { Choice } from '../../kit/choice.js';
import { CommandForm } from '../../kit/command-form.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { DateInput } from '../../kit/date-input.js';
import { FoldedAct } from '../../kit/folded-act.js';
import { Input } from '../../kit/input.js';
import { Refusal } from '../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../kit/whole-number.js';

type OutsideCount = components['schemas']['OutsideCountView'];
type Channel = OutsideCount['channel'];

const channels = [
  'officialAccount',
  'chatGroup',
  'website',
  'shortVideo',
  'press',
  'other',
] as const satisfies readonly Channel[];
const figures = ['readers', 'likes', 'shares'] as const;
const figureMax = 999_999_999;

/** How far a bulletin has come on other channels: the sums, and what was entered by hand. */
export function OutsideCounts({ bulletinId }: { readonly bulletinId: string }) {
  const { t } = useTranslation();
  const { data } = useRead('bulletin', '/bulletins/{bulletinId}/outside-counts', { bulletinId });
  if (data === undefined) return null;
  const { readers, likes, shares, counts } = data;
  return (
    <section className="card" aria-labelledby="outside-title">
      <h2 id="outside-title">{t('bulletin.outside.title')}</h2>
      <p>
        {counts.length === 0
          ? t('bulletin.outside.none')
          : t('bulletin.outside.sum', { readers, likes, shares })}
      </p>
      {counts.length > 0 && <Entered bulletinId={bulletinId} counts={counts} />}
      <FoldedAct title={t('bulletin.outside.enter')} hint={t('bulletin.outside.hint')}>
        <EnterForm bulletinId={bulletinId} />
      </FoldedAct>
    </section>
  );
}

interface EnteredProps {
  readonly bulletinId: string;
  readonly counts: readonly OutsideCount[];
}

/** Beside the bulletin there is no room for a table. */
function Entered({ bulletinId, counts }: EnteredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useCommand('bulletin', 'delete', '/bulletins/{bulletinId}/outside-counts/{countId}');
  const nameOf = ({ channel, name }: OutsideCount): string =>
    name === null ? t(`bulletin.outside.channel.${channel}`) : name;
  const figuresOf = (one: OutsideCount): string =>
    figures
      .flatMap((figure) => {
        const value = one[figure];
        return value === null ? [] : [`${t(`bulletin.outside.${figure}`)} ${format.number(value)}`];
      })
      .join(t('common.separator'));
  return (
    <>
      {remove.isError && <Refusal title={t('bulletin.outside.notRemoved')} error={remove.error} />}
      <ul className="plain-list outside-counts">
        {counts.map((one) => (
          <li key={one.id}>
            <strong>{nameOf(one)}</strong> <time dateTime={one.day}>{format.date(one.day)}</time>
            <p>{figuresOf(one)}</p>
            <ConfirmButton
              aria-label={t('bulletin.outside.removeOne', { name: nameOf(one), day: format.date(one.day) })}
              loading={remove.isPending && remove.variables?.countId === one.id}
              question={t('bulletin.outside.removeQuestion')}
              confirmText={t('bulletin.outside.remove')}
              onConfirm={() => remove.mutate({ bulletinId, countId: one.id })}
            >
              {t('bulletin.outside.remove')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CountValues {
  readonly channel: Channel;
  readonly name?: string;
  readonly day: string;
  readonly readers: string;
  readonly likes?: string;
  readonly shares?: string;
}

function EnterForm({ bulletinId }: { readonly bulletinId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CountValues>();
  const record = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/outside-counts');
  const figureOf = (text: string | undefined): number | null => wholeNumberOf(text, 0, figureMax);
  const rule = wholeNumberRule(0, figureMax, t('bulletin.outside.figure'));
  const optional = {
    validator: (_rule: unknown, text: unknown): Promise<void> =>
      text === undefined || text === '' ? Promise.resolve() : rule.validator(_rule, text),
  };
  return (
    <CommandForm
      form={form}
      name="outside-count"
      command={record}
      secondary
      initialValues={{ channel: 'officialAccount', day: localTimeOf(new Date().toISOString()).slice(0, 10) }}
      input={({ channel, name, day, ...figures }: CountValues) => {
        const readers = figureOf(figures.readers);
        const named = name?.trim() ?? '';
        if (readers === null) return null;
        const body = {
          channel,
          name: named === '' ? null : named,
          day,
          readers,
          likes: figureOf(figures.likes),
          shares: figureOf(figures.shares),
        };
        return { bulletinId, body };
      }}
      submit={t('bulletin.outside.save')}
      refused={t('bulletin.outside.notSaved')}
      onDone={() => form.resetFields(['readers', 'likes', 'shares'])}
    >
      <div className="two-columns">
        <Form.Item name="channel" label={t('bulletin.outside.channelLabel')}>
          <Choice<Channel>
            options={channels.map((value) => ({ value, label: t(`bulletin.outside.channel.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('bulletin.outside.name')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        name="day"
        label={t('bulletin.outside.day')}
        rules={[{ required: true, message: t('bulletin.outside.dayRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="readers" label={t('bulletin.outside.readers')} rules={[rule]}>
        <Input inputMode="numeric" maxLength={9} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="likes" label={t('bulletin.outside.likesOptional')} rules={[optional]}>
          <Input inputMode="numeric" maxLength={9} />
        </Form.Item>
        <Form.Item name="shares" label={t('bulletin.outside.sharesOptional')} rules={[optional]}>
          <Input inputMode="numeric" maxLength={9} />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
