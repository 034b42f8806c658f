import '../../../kit/styles/organising.css';
import './door-link.css';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { QrCode } from '../../../kit/qr-code.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { DoorLinkForm } from './door-link-form.js';

type DoorLink = components['schemas']['DoorLinkView'];
type MadeLink = components['schemas']['CreatedDoorLinkView'];

export function DoorLinksPage() {
  return <OfActivity>{(activity) => <DoorLinks activity={activity} />}</OfActivity>;
}

/** Who helps at the door of one activity without an account: a link for each phone, shown once. */
function DoorLinks({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { id, title, state } = activity;
  const links = useList('doorLink', '/activities/{activityId}/door-links', { activityId: id });
  const [form] = Form.useForm();
  const make = useCommand('doorLink', 'post', '/activities/{activityId}/door-links');
  return (
    <>
      <PageHead title={t('doorLink.titleOf', { title })} back={`/activities/${id}/organise`}>
        {state === 'published' && <Link to={`/activities/${id}/check-in`}>{t('doorLink.toDoor')}</Link>}
      </PageHead>
      <p className="hint">{t('doorLink.hint')}</p>
      {make.data !== undefined && <NewLink made={make.data} />}
      {state === 'published' ? (
        <section className="card" aria-labelledby="new-door-link-title">
          <h2 id="new-door-link-title">{t('doorLink.make')}</h2>
          <DoorLinkForm activity={activity} command={make} form={form} />
        </section>
      ) : (
        <Alert type="info" showIcon className="notice" title={t('doorLink.notOpen')} />
      )}
      <section className="card" aria-labelledby="door-links-title">
        <h2 id="door-links-title">{t('doorLink.links')}</h2>
        <PagedList list={links} empty={{ text: t('doorLink.none') }}>
          {(items) => (
            <ul className="plain-list door-link-lines">
              {items.map((link) => (
                <LinkLine key={link.id} activity={activity} link={link} />
              ))}
            </ul>
          )}
        </PagedList>
      </section>
    </>
  );
}

interface LinkLineProps {
  readonly activity: Activity;
  readonly link: DoorLink;
}

function LinkLine({ activity, link }: LinkLineProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const revoke = useCommand('doorLink', 'delete', '/activities/{activityId}/door-links/{linkId}');
  const { id, name, state, expiresAt, boundAt, scans } = link;
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong> · {t('doorLink.scans', { count: scans })}
        </p>
        <p className="hint">
          {boundAt === null
            ? t('doorLink.untilUnbound', { until: format.instant(expiresAt) })
            : t('doorLink.untilBound', { since: format.instant(boundAt), until: format.instant(expiresAt) })}
        </p>
        {revoke.isError && <Refusal title={t('doorLink.notRevoked')} error={revoke.error} />}
      </div>
      <span className={`tag is-${stateClass[state]}`}>{t(`doorLink.stateIs.${state}`)}</span>
      {(state === 'open' || state === 'bound') && (
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={t('doorLink.revokeQuestion', { name })}
          confirmText={t('doorLink.revokeYes')}
          aria-label={t('doorLink.revokeOf', { name })}
          onConfirm={() => revoke.mutate({ activityId: activity.id, linkId: id })}
        >
          {t('doorLink.revoke')}
        </ConfirmButton>
      )}
    </li>
  );
}

const stateClass = { open: 'closing', bound: 'published', ended: 'draft', revoked: 'cancelled' } as const;

/** The address is only in the memory of this page, until the page is left. */
function NewLink({ made }: { readonly made: MadeLink }) {
  const { t } = useTranslation();
  const { name, address } = made;
  if (address === null)
    return <Alert type="warning" showIcon role="status" title={t('doorLink.gone')} className="notice" />;
  const url = `${location.origin}${address}`;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="notice"
      title={t('doorLink.once')}
      description={
        <div className="new-door-link">
          <p>{name}</p>
          <QrCode text={url} label={t('doorLink.qr', { name })} />
          <code aria-label={t('doorLink.address')}>{url}</code>
          <div className="actions">
            <CopyButton
              text={url}
              label={t('doorLink.copy')}
              doneText={t('doorLink.copied')}
              failedText={t('doorLink.copyFailed')}
            />
          </div>
        </div>
      }
    />
  );
}
