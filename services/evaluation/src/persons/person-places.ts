import { exempt, foundationPlaces, moves, type PersonPlace, resolves } from '@gongxiang/persistence';

const frozenSystem = "state NOT IN ('published', 'retired')";
const published = 'what is published never changes';

/** Every column of this service that contains ids of persons, and what a merge of two persons does with it. */
export const personPlaces: readonly PersonPlace[] = [
  ...foundationPlaces,
  // An answer that was given stands; only open invitations move.
  ...moves('surveys', ['efficacy_invitation.party_id'], {
    where: "party_kind = 'person' AND manner IS NULL",
  }),
  ...moves('none', ['activity_ref.organiser_id', 'loan_ref.owner_person_id', 'member_ref.person_id']),
  ...moves('acts', ['ranking_appeal.decided_by', 'score_batch.requested_by', 'tuning_job.requested_by']),
  ...moves('acts', ['ranking.published_by'], { where: "state NOT IN ('superseded', 'withdrawn')" }),
  ...moves(
    'acts',
    ['indicator_system.edited_by', 'indicator_system.reviewed_by', 'indicator_system.returned_by'],
    { where: frozenSystem },
  ),
  ...resolves('surveys', ['survey_token_grant.person_id'], 'a token was signed for that id, and used or not'),
  ...resolves('surveys', ['vote_voter.person_id'], 'a token was signed for that id, and used or not'),
  ...resolves('surveys', ['vote_candidate.person_id'], 'who stood in an election never changes'),
  ...resolves('attendance', ['attendance_ref.person_id'], 'frozen with its activity, under one hash'),
  ...resolves('none', ['member_activation.person_id'], 'read beside the attendance of that id'),
  ...resolves('objections', ['ranking_appeal.person_id'], 'the file of the appeal is kept under that id'),
  ...resolves(
    'acts',
    [
      'figure_import.imported_by',
      'indicator_system.published_by',
      'indicator_system.retired_by',
      'ranking.created_by',
      'recognition.granted_by',
      'recognition.revoked_by',
      'vote.called_by',
    ],
    published,
  ),
  ...exempt(
    ['activity_host_ref.hosts'],
    'as the activity was held; facts are read by all ids of who is asked',
  ),
  ...exempt(['efficacy_named_answer.party_id'], 'people answer without their names'),
  ...exempt(
    [
      'figure.subject_id',
      'ranking_appeal.subject_id',
      'ranking_entry.subject_id',
      'ranking_left_out.subject_id',
      'recognition.subject_id',
      'score.subject_id',
    ],
    'scores, rankings and recognitions are never of persons',
  ),
];
