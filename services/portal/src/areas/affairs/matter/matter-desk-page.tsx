import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { AssignForm } from './assign-form.js';
import { FollowUpForm } from './follow-up-form.js';
import {
  deskOf,
  deskTopicOf,
  type MatterDesk,
  matterDesks,
  type MatterLine,
  topicChoices,
} from './matter.model.js';
import { useMatterColumns } from './matter-columns.js';

/** Columns in whose order the platform lists matters. */
const served = ['sentAt', 'dueAt'] as const;

/** The desk of those who deal with matters. A line never says what a matter says: it is read by whoever takes it. */
export function MatterDeskPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const desk = deskOf(search);
  const topic = deskTopicOf(search);
  const list = useList('matter', '/matters', { desk, ...topic, ...useServedOrder(served), count: true });
  const topics = topicChoices(list.items ?? []);
  // Whoever is named for a service and holds no office has what they may take, and what they have.
  const isOfficer = useOffices().holds('officer');
  const desks = isOfficer ? matterDesks : (['toTake', 'mine', 'followUps'] as const);
  return (
    <ListPage
      title={t('app.page.matters')}
      actions={
        <>
          {isOfficer && (
            <>
              <ButtonLink to="/matters/enter">{t('matter.enter')}</ButtonLink>
              <ButtonLink to="/service-items" isPlain>
                {t('matter.ourServices')}
              </ButtonLink>
              <ButtonLink to="/occasions" isPlain>
                {t('matter.occasions')}
              </ButtonLink>
              <ButtonLink to="/matters/figures" isPlain>
                {t('matter.figures')}
              </ButtonLink>
            </>
          )}
          <ButtonLink to="/services" isPlain>
            {t('matter.catalogue')}
          </ButtonLink>
        </>
      }
      intro={<p className="hint">{t(`matter.deskHint.${desk}`)}</p>}
      filters={
        <>
          <Choice<MatterDesk>
            label={t('matter.deskLabel')}
            value={desk}
            options={desks.map((value) => ({ value, label: t(`matter.desk.${value}`) }))}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { desk: chosen })}
          />
          {(topics.length > 0 || topic !== undefined) && (
            <Choice<string>
              label={t('matter.topic')}
              value={search.get('topic') ?? ''}
              options={[{ value: '', label: t('matter.anyTopic') }, ...topics]}
              onChange={(chosen) => setSearch({ desk, ...(chosen === undefined ? {} : { topic: chosen }) })}
            />
          )}
        </>
      }
      list={list}
      empty={{ text: t(`matter.deskEmpty.${desk}`) }}
      table={{
        columns: [...useMatterColumns(desk === 'followUps' ? 'followUps' : 'desk'), useActs()],
        served,
        rowKey: ({ id }) => id,
      }}
      exported={{
        name: t('app.page.matters'),
        columns: [
          { title: t('matter.number'), text: ({ number }) => number },
          { title: t('matter.service'), text: ({ serviceName }) => serviceName },
          { title: t('matter.topic'), text: ({ topic: about }) => about?.label ?? '' },
          { title: t('matter.stateLabel'), text: ({ state }) => t(`matter.state.${state}`) },
          { title: t('matter.union'), text: ({ unionName }) => unionName },
          { title: t('matter.sentAt'), text: ({ sentAt }) => sentAt },
          { title: t('matter.dueAt'), text: ({ dueAt }) => dueAt ?? '' },
          { title: t('matter.holdsUntil'), text: ({ followUp }) => followUp?.holdsUntil ?? '' },
          { title: t('matter.nextDueOn'), text: ({ followUp }) => followUp?.nextDueOn ?? '' },
        ],
      }}
    />
  );
}

function useActs(): Column<MatterLine> {
  const { t } = useTranslation();
  return { key: 'acts', title: t('matter.acts'), cell: (line) => <LineActs line={line} /> };
}

/** What can be done from the line: open one's own, take it, give it to somebody, or say how it goes on. */
function LineActs({ line }: { readonly line: MatterLine }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const isOwn = me !== undefined && line.handlerId === me.personId;
  return (
    <>
      {isOwn ? (
        <ButtonLink
          to={`/matters/${line.id}`}
          isPlain
          label={t('matter.openNumber', { number: line.number })}
        >
          {t('matter.openIt')}
        </ButtonLink>
      ) : (
        <OfficeActs line={line} />
      )}
      {line.followable && <FollowUpAct line={line} />}
    </>
  );
}

function FollowUpAct({ line }: { readonly line: MatterLine }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <FollowUpForm matter={line} onClose={() => setIsOpen(false)} />;
  return (
    <Button onClick={() => setIsOpen(true)} aria-label={t('matter.followUpNumber', { number: line.number })}>
      {t('matter.followUp')}
    </Button>
  );
}

/** Of what is not in the caller's hands. */
function OfficeActs({ line }: { readonly line: MatterLine }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAssigning, setIsAssigning] = useState(false);
  const take = useCommand('matter', 'post', '/matters/{matterId}/take');
  return (
    <>
      <div className="actions">
        {line.takeable && (
          <Button
            type="primary"
            loading={take.isPending}
            aria-label={t('matter.takeNumber', { number: line.number })}
            onClick={() =>
              take.mutate(
                { matterId: line.id, version: line.version },
                { onSuccess: ({ id }) => void navigate(`/matters/${id}`) },
              )
            }
          >
            {t('matter.take')}
          </Button>
        )}
        {line.confirmable && (
          <ButtonLink to={`/matters/${line.id}`} label={t('matter.openNumber', { number: line.number })}>
            {t('matter.confirmIt')}
          </ButtonLink>
        )}
        {line.assignable && !isAssigning && (
          <Button
            onClick={() => setIsAssigning(true)}
            aria-label={t('matter.assignNumber', { number: line.number })}
          >
            {t('matter.assign')}
          </Button>
        )}
      </div>
      {take.isError && <Refusal title={t('matter.takeRefused')} error={take.error} />}
      {isAssigning && <AssignForm matter={line} onDone={() => setIsAssigning(false)} />}
    </>
  );
}
