import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { LoadingState } from '../../../kit/states.js';
import { PageHead } from '../../../kit/page-head.js';
import { useMe } from '../../../session/use-session.js';
import { useOffices } from '../../../session/use-offices.js';
import { AnnouncementForm } from './announcement-form.js';
import type { AnnouncementValues } from './announcement-values.js';
import { audienceKinds } from './announcement.model.js';

/** Where a new announcement is written; the address may name a part of those who took part in an activity. */
export function NewAnnouncementPage() {
  const { t } = useTranslation();
  const { isPending } = useMe();
  return (
    <>
      <PageHead title={t('announcement.new')} back="/announcements" />
      <p className="hint">{t('announcement.newHint')}</p>
      {/* The first union at which the person is an officer stands in the form. */}
      {isPending ? <LoadingState rows={8} /> : <NewAnnouncement />}
    </>
  );
}

function NewAnnouncement() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { unionIdsOf } = useOffices();
  const create = useCommand('announcement', 'post', '/announcements');
  const [unionId] = unionIdsOf('officer');
  return (
    <AnnouncementForm
      command={create}
      input={(body) => ({ body })}
      isNew
      initial={{ ...startOf(search), ...(unionId === undefined ? {} : { unionId }) }}
      onDone={({ id }) => void navigate(`/announcements/${id}`)}
      onCancel={() => void navigate('/announcements')}
    />
  );
}

function startOf(search: URLSearchParams): AnnouncementValues {
  const kind = audienceKinds.find((one) => one === search.get('to')) ?? 'union';
  const [id, name] = [search.get('id'), search.get('name')];
  return {
    audience: { kind, ...(id !== null && name !== null ? { id: { id, name } } : {}) },
    urgency: 'soon',
    release: 'now',
  };
}
