import '../../../kit/styles/check-in.css';
import '../../../kit/styles/narrow.css';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isMissing, ProblemError } from '../../../api/problem.js';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { newRosterKey } from '../../../session/vault/keyed-hash.js';
import { vaultOf } from '../../../session/vault/vault-of.js';
import { DoorOf } from './check-in-page.js';
import { CheckInQueue } from './check-in-queue.js';
import { DoorAccessContext, helperAccess, ownerOfLink } from './door-access.js';
import { keepDoorLink, keptDoorLink } from './kept-door-link.js';

type DoorDevice = components['schemas']['DoorDeviceView'];
type OpenedLink = components['schemas']['OpenedDoorLinkView'];

/** How often the phone asks whether its link was revoked, while it has a network. */
const lookMs = 30_000;

/** The door of one activity, for a helper without an account: the first phone that says so works there. */
export function DoorHelperPage() {
  const { linkToken = '' } = useParams();
  const [kept, setKept] = useState(() => keptDoorLink(linkToken));
  const link = useQuery(
    readOf('doorLink', '/public/door-links/{linkToken}', { linkToken }, { refetchInterval: lookMs }),
  );
  const begun = (door: DoorDevice, deviceKey: string): void => {
    keepDoorLink(linkToken, { deviceKey, door });
    setKept({ deviceKey, door });
  };
  const over = whyOver(link);
  if (over !== null) return <Over why={over} door={kept?.door ?? null} />;
  // Without a network the phone goes on with what it has kept.
  if (kept?.door) return <AtTheDoor door={kept.door} deviceKey={kept.deviceKey} />;
  return (
    <Loaded query={link}>{(data) => <Begin linkToken={linkToken} link={data} onBegun={begun} />}</Loaded>
  );
}

/** Null as long as the link works, as far as this phone knows. */
function whyOver({ data, error }: UseQueryResult<OpenedLink>): WhyOver | null {
  if (isMissing(error)) return 'unknown';
  return data?.state === 'ended' || data?.state === 'revoked' ? data.state : null;
}

interface AtTheDoorProps {
  readonly door: DoorDevice;
  readonly deviceKey: string;
}

function AtTheDoor({ door: { linkId, activityId, name, expiresAt }, deviceKey }: AtTheDoorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const access = useMemo(() => helperAccess(linkId, deviceKey), [linkId, deviceKey]);
  return (
    <DoorAccessContext value={access}>
      <p className="hint no-print">{t('doorLink.workingAs', { name, until: format.instant(expiresAt) })}</p>
      <DoorOf activityId={activityId} />
    </DoorAccessContext>
  );
}

interface BeginProps {
  readonly linkToken: string;
  readonly link: OpenedLink;
  readonly onBegun: (door: DoorDevice, deviceKey: string) => void;
}

/** Only a press of the button binds the phone: chats open links to show what is behind them. */
function Begin({ linkToken, link, onBegun }: BeginProps) {
  const { t } = useTranslation();
  const format = useFormat(link.timeZone);
  const bind = useSubmit({
    touches: ['doorLink'],
    send: async () => {
      const deviceKey = keptDoorLink(linkToken)?.deviceKey ?? newRosterKey();
      keepDoorLink(linkToken, { deviceKey, door: null });
      const door = await request('post', '/doors', { body: { linkToken, deviceKey } }, {});
      return { door, deviceKey };
    },
  });
  const isTaken =
    (link.state === 'bound' && keptDoorLink(linkToken) === null) ||
    (bind.error instanceof ProblemError && bind.error.problem.code === 'DOOR_LINK_BOUND');
  return (
    <>
      <PageHead title={t('doorLink.helperTitle', { title: link.activityTitle })} />
      <section className="card narrow">
        <p>{t('doorLink.invited', { name: link.name, until: format.instant(link.expiresAt) })}</p>
        {isTaken ? (
          <Alert type="warning" showIcon role="alert" title={t('doorLink.otherPhone')} />
        ) : (
          <>
            <p className="hint">{t('doorLink.thisPhone')}</p>
            {bind.isError && <Refusal title={t('doorLink.notBegun')} error={bind.error} />}
            <Button
              type="primary"
              block
              loading={bind.isPending}
              onClick={() =>
                bind.mutate(undefined, { onSuccess: ({ door, deviceKey }) => onBegun(door, deviceKey) })
              }
            >
              {t('doorLink.begin')}
            </Button>
          </>
        )}
      </section>
    </>
  );
}

type WhyOver = 'ended' | 'revoked' | 'unknown';

interface OverProps {
  readonly why: WhyOver;
  readonly door: DoorDevice | null;
}

/** What is kept of the people leaves this phone; scans that were not sent stay, for a new link on the same phone. */
function Over({ why, door }: OverProps) {
  const { t } = useTranslation();
  const activityId = door?.activityId ?? null;
  const linkId = door?.linkId ?? null;
  useEffect(() => {
    // A browser that stores nothing has nothing to delete.
    if (activityId !== null && linkId !== null)
      vaultOf(activityId, ownerOfLink(linkId))
        .forget()
        .catch(() => undefined);
  }, [activityId, linkId]);
  const waiting = activityId === null ? 0 : new CheckInQueue(localStorage, activityId).waiting().length;
  return (
    <>
      <PageHead title={t('doorLink.overTitle')} />
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t(`doorLink.over.${why}`)}
        description={waiting > 0 ? t('doorLink.unsent', { count: waiting }) : t('doorLink.askForAnother')}
      />
    </>
  );
}
