import '../../kit/styles/remark.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { useCommand } from '../../api/use-command.js';
import { useList } from '../../api/use-read.js';
import { MenuFold } from '../../kit/menu-fold.js';
import { PagedList } from '../../kit/paged-list.js';
import {
  AppealForAnother,
  AppealRemark,
  DismissReports,
  HideRemark,
  RefuseAppeal,
  ReportRemark,
  ShowRemark,
  WithdrawRemark,
} from '../../kit/remark-acts.js';
import { RemarkHead, RemarkWords } from '../../kit/remark-words.js';
import { WriteComment } from '../../kit/write-comment.js';
import type { Bulletin } from './bulletin.model.js';

type Comment = components['schemas']['BulletinCommentView'];
type CommentAct = Comment['acts'][number]['act'];

const textMax = 1_000;

interface Props {
  readonly bulletin: Bulletin;
}

/** What readers say about a bulletin, a box for one's own, and for its officers what waits for them. */
export function CommentsCard({ bulletin }: Props) {
  const { t } = useTranslation();
  const { id: bulletinId, commentCount, commenting, commentable, commentsWaiting } = bulletin;
  const list = useList('bulletinComment', '/bulletins/{bulletinId}/comments', { bulletinId });
  const write = useCommand('bulletinComment', 'post', '/bulletins/{bulletinId}/comments');
  return (
    <section className="card" aria-labelledby="comments-title">
      <h2 id="comments-title">{t('bulletinComment.title', { count: commentCount })}</h2>
      {commentsWaiting !== null && commentsWaiting > 0 && <Waiting bulletinId={bulletinId} />}
      {commenting === 'off' && <p className="hint">{t('bulletinComment.isOff')}</p>}
      {commentable && (
        <WriteComment
          command={write}
          input={(text) => ({ bulletinId, body: { text } })}
          name="comment"
          maxLength={textMax}
          hint={t(commenting === 'checked' ? 'bulletinComment.checkedHint' : 'bulletinComment.openHint')}
        />
      )}
      <PagedList list={list} empty={{ text: t('remark.noComments') }}>
        {(comments) => <CommentList comments={comments} />}
      </PagedList>
    </section>
  );
}

/** What its officers decide on. */
function Waiting({ bulletinId }: { readonly bulletinId: string }) {
  const { t } = useTranslation();
  const unchecked = useList('bulletinComment', '/bulletins/{bulletinId}/comments', {
    bulletinId,
    state: 'waiting',
  });
  const reports = useList('bulletinComment', '/bulletins/{bulletinId}/comment-reports', { bulletinId });
  const appeals = useList('bulletinComment', '/bulletins/{bulletinId}/comments', {
    bulletinId,
    state: 'appealed',
  });
  return (
    <>
      <h3>{t('bulletinComment.unchecked')}</h3>
      <PagedList list={unchecked} empty={{ text: t('bulletinComment.noneUnchecked') }}>
        {(comments) => <CommentList comments={comments} />}
      </PagedList>
      <h3>{t('remark.reports')}</h3>
      <PagedList list={reports} empty={{ text: t('remark.noReports') }}>
        {(lines) => (
          <ul className="remark-list">
            {lines.map(({ id, words, about }) => (
              <li key={id}>
                <p className="remark-words">
                  {t('remark.reportSays', { words: words ?? t('remark.noWords') })}
                </p>
                {about.map((comment) => (
                  <OneComment key={comment.id} comment={comment} />
                ))}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <h3>{t('remark.appeals')}</h3>
      <PagedList list={appeals} empty={{ text: t('remark.noAppeals') }}>
        {(comments) => <CommentList comments={comments} />}
      </PagedList>
      <h3>{t('bulletinComment.all')}</h3>
    </>
  );
}

function CommentList({ comments }: { readonly comments: readonly Comment[] }) {
  return (
    <ul className="remark-list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <OneComment comment={comment} />
        </li>
      ))}
    </ul>
  );
}

function OneComment({ comment }: { readonly comment: Comment }) {
  return (
    <>
      <RemarkHead remark={comment} />
      <RemarkWords remark={comment} />
      <AppealForAnother remark={comment} />
      {comment.acts.length > 0 && <Acts comment={comment} />}
    </>
  );
}

/** What the reader may do with it, behind one button; whoever finds their own hidden is to find how to appeal. */
function Acts({ comment }: { readonly comment: Comment }) {
  const { t } = useTranslation();
  const [isReported, setIsReported] = useState(false);
  const { id: commentId, version, state } = comment;
  const withdraw = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/withdraw');
  const hide = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/hide');
  const show = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/show');
  const dismiss = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/dismiss-reports');
  const appeal = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/appeal');
  const refuse = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/refuse-appeal');
  const report = useCommand('bulletinComment', 'post', '/bulletin-comments/{commentId}/reports');
  const may = (act: CommentAct): boolean => comment.acts.some((one) => one.act === act);
  const input = { commentId, version };
  return (
    <>
      {isReported && <p role="status">{t('remark.reported')}</p>}
      {may('appeal') && (
        <AppealRemark
          command={appeal}
          input={(words) => ({ ...input, body: { words } })}
          name={`appeal-${commentId}`}
        />
      )}
      <MenuFold label={t('common.more')}>
        {may('withdraw') && <WithdrawRemark command={withdraw} input={input} />}
        {may('show') && <ShowRemark command={show} input={input} isFirst={state === 'waiting'} />}
        {may('dismissReports') && <DismissReports command={dismiss} input={input} />}
        {may('refuseAppeal') && (
          <RefuseAppeal command={refuse} input={(reason) => ({ ...input, body: { reason } })} />
        )}
        {may('hide') && <HideRemark command={hide} input={(reason) => ({ ...input, body: { reason } })} />}
        {may('report') && !isReported && (
          <ReportRemark
            command={report}
            input={(words) => ({ commentId, body: { words } })}
            name={`report-${commentId}`}
            onDone={() => setIsReported(true)}
          />
        )}
      </MenuFold>
    </>
  );
}
