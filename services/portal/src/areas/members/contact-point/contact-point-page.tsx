import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { ContactPointFacts } from './contact-point-facts.js';
import { type ContactPoint, ContactPointForm } from './contact-point-form.js';

export function ContactPointPage() {
  const { contactPointId = '' } = useParams();
  const point = useRead('contactPoint', '/contact-points/{contactPointId}', { contactPointId });
  return <Loaded query={point}>{(found) => <OnePoint key={found.id} point={found} />}</Loaded>;
}

function OnePoint({ point }: { readonly point: ContactPoint }) {
  const { t } = useTranslation();
  const mayManage = useReaches(point.unionId, ['officer', 'operator']);
  const [isEditing, setIsEditing] = useState(false);
  const change = useCommand('contactPoint', 'put', '/contact-points/{contactPointId}', { onStale: 'refuse' });
  const { id: contactPointId, version, name, about, phone, address, hours, active } = point;
  const fields = { name, about, phone, address, hours };
  const setActive = (wanted: boolean): void =>
    change.mutate({ contactPointId, version, body: { ...fields, active: wanted } });
  return (
    <>
      <PageHead title={name} back="/contact-points">
        {mayManage && (
          <Button aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {t('contactPoint.change')}
          </Button>
        )}
        {mayManage && !active && (
          <Button loading={change.isPending} onClick={() => setActive(true)}>
            {t('contactPoint.reopen')}
          </Button>
        )}
        {mayManage && active && (
          <ConfirmButton
            danger
            loading={change.isPending}
            question={t('contactPoint.closeQuestion', { name })}
            confirmText={t('contactPoint.close')}
            onConfirm={() => setActive(false)}
          >
            {t('contactPoint.close')}
          </ConfirmButton>
        )}
      </PageHead>
      {!active && <p className="hint">{t('contactPoint.closedHint')}</p>}
      {change.isError && !isEditing && <Refusal title={t('contactPoint.refused')} error={change.error} />}
      <section className="card" aria-label={name}>
        {isEditing ? (
          <ContactPointForm
            command={change}
            input={(changed) => ({ contactPointId, version, body: { ...changed, active } })}
            initial={fields}
            onDone={() => setIsEditing(false)}
            onClose={() => setIsEditing(false)}
          />
        ) : (
          <>
            <p>
              <UnionName unionId={point.unionId} />
            </p>
            <ContactPointFacts point={point} />
          </>
        )}
      </section>
    </>
  );
}
