import './assignment.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { Answers } from './answers.js';
import { type AssignmentPart, mayDo } from './assignment.model.js';
import { GiverActs } from './giver-acts.js';
import { PartTags } from './part-tags.js';
import { ReceiverActs } from './receiver-acts.js';
import { ToCalendar } from './to-calendar.js';

const AttachmentList = lazyPart('AttachmentList', () => import('../../../kit/attachment-list.js'), {
  rows: 2,
  texts: ['attachment'],
});

/** The part of one union: for its officers, who do it, and for those who gave it. */
export function AssignmentPartPage() {
  const { partId = '' } = useParams();
  const query = useRead('assignment', '/assignment-parts/{partId}', { partId });
  return <Loaded query={query}>{(part) => <OnePart key={part.id} part={part} />}</Loaded>;
}

interface Props {
  readonly part: AssignmentPart;
}

function OnePart({ part }: Props) {
  const { t } = useTranslation();
  return (
    <DetailPage
      title={part.title}
      back="/assignments"
      state={<PartTags part={part} />}
      primary={mayDo(part, 'receive') && <Receive part={part} />}
      notices={
        part.sentBackReason !== null && (
          <Alert
            type="warning"
            showIcon
            className="notice"
            title={t('assignment.sentBackBecause', { reason: part.sentBackReason })}
          />
        )
      }
      aside={
        <>
          <ReceiverActs part={part} />
          <GiverActs part={part} />
          {part.acts.length === 0 && <p className="hint">{t('assignment.nothingToDo')}</p>}
        </>
      }
    >
      <Facts part={part} />
    </DetailPage>
  );
}

function Receive({ part: { id: partId, version } }: Props) {
  const { t } = useTranslation();
  const receive = useCommand('assignment', 'post', '/assignment-parts/{partId}/receive');
  return (
    <>
      <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate({ partId, version })}>
        {t('assignment.receive')}
      </Button>
      {receive.isError && <Refusal title={t('assignment.receiveRefused')} error={receive.error} />}
    </>
  );
}

function Facts({ part }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const { text, giverName, unionName, dueOn, returnedAt, questions, answers } = part;
  return (
    <article className="card">
      <p className="prose">{text}</p>
      {part.attachments.length > 0 && (
        <AttachmentList
          attachments={part.attachments}
          pathOf={(fileId) => `/api/v1/assignment-parts/${part.id}/attachments/${fileId}`}
        />
      )}
      <dl className="facts">
        <dt>{t('assignment.giver')}</dt>
        <dd>{giverName}</dd>
        <dt>{t('assignment.receiver')}</dt>
        <dd>{unionName}</dd>
        <dt>{t('assignment.dueOn')}</dt>
        <dd>{format.date(dueOn)}</dd>
        {returnedAt !== null && (
          <>
            <dt>{t('assignment.returnedAt')}</dt>
            <dd>
              {format.instant(returnedAt)} {nameOf(part.returnedBy, part.returnedByName)}
            </dd>
          </>
        )}
        {part.delayState !== null && part.delayUntil !== null && (
          <>
            <dt>{t(`assignment.delay.${part.delayState}`)}</dt>
            <dd>
              {format.date(part.delayUntil)} {part.delayReason}
            </dd>
          </>
        )}
      </dl>
      <div className="actions">
        <ToCalendar
          uid={`assignment-part-${part.id}`}
          version={part.version}
          title={part.title}
          dueOn={dueOn}
          path={`/assignment-parts/${part.id}`}
        />
      </div>
      {part.handedOn && <p className="hint">{t('assignment.isHandedOn')}</p>}
      {answers !== null && <Answers questions={questions} answers={answers} />}
    </article>
  );
}
