import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { useSignedIn } from '../../../session/use-session.js';
import { decidesOnWorks, deskId, may, phaseOf, type WorksCall } from './call.model.js';
import { CallFacts } from './call-facts.js';
import { CallTags } from './call-list.js';
import { CancelCall, CloseCall, PublishCall } from './officer-acts.js';
import { Jury } from './jury.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'), { rows: 6 });
const SendWork = lazyPart('SendWork', () => import('./send-work.js'), { rows: 6 });
const WorksDesk = lazyPart('WorksDesk', () => import('./works-desk.js'), { rows: 6 });
const Ballot = lazyPart('Ballot', () => import('./ballot.js'), { rows: 6 });
const ShownWorks = lazyPart('ShownWorks', () => import('./shown-works.js'), { rows: 6 });
const Gallery = lazyPart('Gallery', () => import('./gallery.js'), { rows: 8 });
const Count = lazyPart('Count', () => import('./gallery.js'), { rows: 6 });

/** One call: for whom it is, for its jury, for the officers of its union, and where it is for anybody for them. What can be done follows its state. */
export function CallPage() {
  const { worksCallId = '' } = useParams();
  const isSignedIn = useSignedIn();
  const own = useRead('worksCall', '/works-calls/{worksCallId}', isSignedIn ? { worksCallId } : undefined);
  const open = useRead(
    'worksCall',
    '/public/works-calls/{worksCallId}',
    isSignedIn ? undefined : { worksCallId },
  );
  const query = isSignedIn ? own : open;
  return <Loaded query={query}>{(call) => <OneCall key={call.id} call={call} />}</Loaded>;
}

interface Props {
  readonly call: WorksCall;
}

function OneCall({ call }: Props) {
  const { t } = useTranslation();
  const { id, title, text } = call;
  const acts = actsOf(call);
  const isSignedIn = useSignedIn();
  return (
    <DetailPage
      title={title}
      back={isSignedIn ? '/works-calls' : '/public/works-calls'}
      state={<CallTags call={call} />}
      primary={<Next call={call} />}
      secondary={
        may(call, 'change') && (
          <ButtonLink to={`/works-calls/${id}/edit`} isPlain>
            {t('works.edit')}
          </ButtonLink>
        )
      }
      notices={<Notice call={call} />}
      aside={acts.length > 0 && acts}
      below={<Works call={call} />}
    >
      <article className="card">
        <MarkdownText text={text} />
      </article>
      <section className="card" aria-label={t('works.facts')}>
        <CallFacts call={call} />
      </section>
    </DetailPage>
  );
}

/** Jurors go to their works, officers to those that wait for them, which on a phone are further down. */
function Next({ call }: Props) {
  const { t } = useTranslation();
  const { id, toAdmitCount } = call;
  if (may(call, 'judge')) return <ButtonLink to={`/judging/${id}`}>{t('works.judge')}</ButtonLink>;
  if (!decidesOnWorks(call) || toAdmitCount === null || toAdmitCount === 0) return null;
  return (
    <a className="button-link" href={`#${deskId}`}>
      {t('works.toAdmit', { count: toAdmitCount })}
    </a>
  );
}

/** What the reader can do with it now. */
function actsOf(call: WorksCall): ReactNode[] {
  return [
    decidesOnWorks(call) && <WorksDesk key="desk" call={call} />,
    may(call, 'send') && <SendWork key="send" call={call} />,
    may(call, 'publish') && <PublishCall key="publish" call={call} />,
    may(call, 'close') && <CloseCall key="close" call={call} />,
    (may(call, 'nameJurors') || call.jurors.length > 0) && <Jury key="jury" call={call} />,
    may(call, 'cancel') && <CancelCall key="cancel" call={call} />,
  ].filter((part) => part !== false);
}

/** What a reader must know of how it stands. */
function Notice({ call }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isSignedIn = useSignedIn();
  const { cancelReason, submitFrom, judgeFrom } = call;
  if (cancelReason !== null)
    return (
      <Alert
        type="warning"
        showIcon
        className="notice"
        title={t('works.isCancelled', { reason: cancelReason })}
      />
    );
  const words = {
    draft: t('works.isDraft'),
    soon: t('works.isSoon', { at: format.instant(submitFrom) }),
    taking: isSignedIn ? null : t('works.signInToSend'),
    taken: t('works.isTaken', { at: format.instant(judgeFrom) }),
    judging: isSignedIn ? null : t('works.signInToVote'),
    closing: t('works.isClosing'),
    awarded: null,
    cancelled: null,
  }[phaseOf(call, Date.now())];
  return words === null ? null : <Alert type="info" showIcon className="notice" title={words} />;
}

/** The works, as far as the reader may see them: to choose from, to look at, or with their places. */
function Works({ call }: Props) {
  const isOfficer = may(call, 'cancel');
  const isVoting = may(call, 'vote');
  if (call.state === 'awarded') return <Gallery call={call} />;
  return (
    <>
      {isOfficer && may(call, 'seeResult') && <Count call={call} />}
      {isVoting && <Ballot call={call} />}
      {!isOfficer && !isVoting && may(call, 'seeWorks') && <ShownWorks call={call} />}
    </>
  );
}
