import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { Input } from '../../../kit/input.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';

type MadePoint = components['schemas']['CreatedRedeemingPointView'];
type RedeemingPoint = components['schemas']['RedeemingPointView'];

/** The counters of the merchant: an address for each, shown once, and what it has redeemed. */
export function PointSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly name: string }>();
  const make = useCommand('coupon', 'post', '/activities/{activityId}/redeeming-points');
  return (
    <section className="card" aria-labelledby="points-title">
      <h2 id="points-title">{t('giveAway.points')}</h2>
      <p className="hint">{t('giveAway.pointsHint')}</p>
      {make.data !== undefined && <NewPoint made={make.data} />}
      <Points activity={activity} />
      <CommandForm
        command={make}
        form={form}
        name="redeemingPoint"
        className="point-form"
        input={({ name }: { readonly name: string }) => ({
          activityId: activity.id,
          body: { name: name.trim() },
        })}
        submit={t('giveAway.makePoint')}
        refused={t('giveAway.notMade')}
        secondary
        onDone={() => form.resetFields()}
      >
        <Form.Item
          name="name"
          label={t('giveAway.pointName')}
          rules={[{ required: true, whitespace: true, message: t('giveAway.pointNameRequired') }]}
        >
          <Input maxLength={60} placeholder={t('giveAway.pointNameHint')} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function Points({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('coupon', '/activities/{activityId}/redeeming-points', {
    activityId: activity.id,
  });
  if (data === undefined)
    return error === null ? (
      <LoadingState rows={2} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  if (data.items.length === 0) return <EmptyState text={t('giveAway.pointsNone')} />;
  return (
    <ul className="plain-list point-lines">
      {data.items.map((point) => (
        <PointLine key={point.id} activity={activity} point={point} />
      ))}
    </ul>
  );
}

interface PointLineProps {
  readonly activity: Activity;
  readonly point: RedeemingPoint;
}

function PointLine({ activity, point }: PointLineProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const revoke = useCommand('coupon', 'post', '/activities/{activityId}/redeeming-points/{pointId}/revoke');
  const { id, name, redeemed, createdAt, revokedAt } = point;
  return (
    <li>
      <div>
        <p>
          {name} · {t('giveAway.redeemedHere', { count: redeemed })}
        </p>
        <p className="hint">{format.instant(createdAt)}</p>
        {revoke.isError && <Refusal title={t('giveAway.notRevoked')} error={revoke.error} />}
      </div>
      {revokedAt === null ? (
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={t('giveAway.revokeQuestion', { name })}
          confirmText={t('giveAway.revokeYes')}
          aria-label={t('giveAway.revokeOf', { name })}
          onConfirm={() => revoke.mutate({ activityId: activity.id, pointId: id })}
        >
          {t('giveAway.revoke')}
        </ConfirmButton>
      ) : (
        <span className="tag is-cancelled">{t('giveAway.revoked')}</span>
      )}
    </li>
  );
}

/** The address is only in the memory of this page, until the page is left. */
function NewPoint({ made }: { readonly made: MadePoint }) {
  const { t } = useTranslation();
  if (made.address === null)
    return <Alert type="warning" showIcon role="status" title={t('giveAway.gone')} className="notice" />;
  const url = `${location.origin}${made.address}`;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="notice"
      title={t('giveAway.once')}
      description={
        <>
          <p>{made.name}</p>
          <code className="point-address" aria-label={t('giveAway.address')}>
            {url}
          </code>
          <div className="actions">
            <CopyButton
              text={url}
              label={t('giveAway.copy')}
              doneText={t('giveAway.copied')}
              failedText={t('giveAway.copyFailed')}
            />
          </div>
        </>
      }
    />
  );
}
