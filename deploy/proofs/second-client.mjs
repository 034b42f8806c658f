// What the program of a partner does with a client that it has generated: it signs in, brings unions and a roster, posts
// a need that the platform matches, and publishes an activity. `api.js` stands beside it, made from /api/openapi.json;
// both are compiled by `tsc --strict` first, and the last line printed is what came of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Api, HttpClient } from './api.js';

const {
  GATEWAY_URL: baseUrl = '',
  OPERATOR_PASSWORD = '',
  SECOND_ACCOUNT = '',
  PASSWORD = '',
  RESIDENT_NUMBERS = '',
} = process.env;
const attemptsMax = 200;

/**
 * Nobody, where there is no token.
 * @param {string} [token]
 */
function as(token) {
  const headers = token === undefined ? undefined : { Authorization: `Bearer ${token}` };
  return new Api(
    new HttpClient({ baseUrl, securityWorker: () => (headers === undefined ? {} : { headers }) }),
  );
}

/** A write takes a key of its own. */
const once = () => ({ headers: { 'Idempotency-Key': randomUUID() } });

/**
 * Whoever decides says which version they have seen.
 * @param {number} version
 */
const onceSeen = (version) => ({ headers: { ...once().headers, 'If-Match': `"${version}"` } });

/** @param {number} days */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();

/**
 * What one service tells reaches the next a moment later: asked again with what it takes.
 * @template T
 * @param {() => Promise<T | undefined>} ask
 * @returns {Promise<T>}
 */
async function eventually(ask) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      const { code } = /** @type {import('./api.js').HttpResponse<unknown, import('./api.js').Problem>} */ (
        error
      ).error;
      if (code !== 'REFERENCE_PENDING' || attempt === attemptsMax) throw error;
    }
    if (attempt === attemptsMax) throw new Error('it did not come');
    await delay(150);
  }
}

/**
 * @param {string} account
 * @param {string} password
 */
async function signIn(account, password) {
  const { data } = await as().signIn.membershipSessionCreate({ account, password });
  return as(data.accessToken);
}

/**
 * @param {ReturnType<typeof as>} operator
 * @param {{ readonly name: string, readonly account: string, readonly residentNumber: string }} wanted
 */
async function bringUnion(operator, { name, account, residentNumber }) {
  const { data: me } = await operator.signIn.membershipMeGet();
  if (me.unionId === null) throw new Error('the operator belongs to no union');
  const { data: union } = await operator.unions.membershipUnionCreate({ parentId: me.unionId, name }, once());
  const member = { name: '客户端', residentNumber };
  const { data: person } = await operator.members.membershipMemberCreate(
    { unionId: union.id, ...member },
    once(),
  );
  /** @type {readonly import('./api.js').GrantRoleBody['role'][]} */
  const roles = ['officer', 'organiser', 'finance'];
  // Whoever took somebody in does not make them an officer alone: a second officer of the union above confirms it.
  const second = await signIn(SECOND_ACCOUNT, PASSWORD);
  /** @type {string[]} */
  const offers = [];
  for (const role of roles) {
    const wanted = { personId: person.personId, role };
    const { data: granted } = await operator.unions.membershipRoleGrant(union.id, wanted, once());
    const id = granted.pendingChangeId ?? '';
    if (granted.standing === 'proposed') await second.unions.membershipPendingChangeConfirm(id, once());
    offers.push(id);
  }
  const { data: printed } = await operator.members.membershipEntryCodeIssue(
    person.id,
    { purpose: 'activation' },
    once(),
  );
  const { data: session } = await as().signIn.membershipActivationCreate(
    { ...member, password: PASSWORD, account, code: printed.code ?? '' },
    once(),
  );
  const officer = as(session.accessToken);
  // Nobody holds an office who has not accepted it.
  for (const id of offers) await officer.unions.membershipPendingChangeConfirm(id, once());
  return { union, officer };
}

/**
 * @param {Awaited<ReturnType<typeof bringUnion>>} owner
 * @param {Awaited<ReturnType<typeof bringUnion>>} seeker
 */
async function meetNeed(owner, seeker) {
  const partyOf = (/** @type {typeof owner} */ { union }) =>
    /** @type {const} */ ({ kind: 'union', id: union.id });
  const { data: resource } = await eventually(() =>
    owner.officer.resources.sharingResourceCreate(
      {
        owner: partyOf(owner),
        title: '多功能厅',
        function: 'facility',
        businesses: ['culture'],
        capacity: 300,
      },
      once(),
    ),
  );
  await owner.officer.resources.sharingResourceGrant(
    resource.id,
    {
      to: { kind: 'everyone' },
      from: inDays(-1),
      until: inDays(90),
      approval: 'custodian',
      price: { kind: 'free' },
    },
    once(),
  );
  const { data: need } = await seeker.officer.needs.sharingNeedPost(
    {
      party: partyOf(seeker),
      title: '要一个厅',
      wants: [{ function: 'facility', business: 'culture', capacity: 60 }],
      windows: [{ from: inDays(20), to: inDays(20.2) }],
      headcount: 60,
    },
    once(),
  );
  return eventually(async () => {
    const { data } = await seeker.officer.needs.sharingMatchList(need.id, { limit: 10 });
    return data.items.find((match) => match.offer.id === resource.id);
  });
}

/** @param {Awaited<ReturnType<typeof bringUnion>>} world */
async function publish({ union, officer }) {
  const { data: draft } = await officer.activities.sharingActivityCreate(
    {
      organiser: { kind: 'union', id: union.id },
      title: '职工趣味运动会',
      kind: 'sports',
      function: 'facility',
      business: 'culture',
      description: '拔河、跳绳、投篮。',
      venue: '职工文体中心',
      startsAt: inDays(3),
      endsAt: inDays(4),
    },
    once(),
  );
  await officer.pools.sharingPoolCreate(draft.id, { name: '公共名额', capacity: 30 }, once());
  const { data: seen } = await officer.activities.sharingActivityGet(draft.id);
  const { data: activity } = await officer.activities.sharingActivityPublish(
    draft.id,
    onceSeen(seen.version),
  );
  return activity;
}

try {
  const operator = await signIn('operator', OPERATOR_PASSWORD);
  const [ownerNumber = '', seekerNumber = ''] = RESIDENT_NUMBERS.split(' ');
  const owner = await bringUnion(operator, {
    name: '远山机械工会',
    account: 'second-client',
    residentNumber: ownerNumber,
  });
  const seeker = await bringUnion(operator, {
    name: '清溪纺织工会',
    account: 'third-client',
    residentNumber: seekerNumber,
  });
  const match = await meetNeed(owner, seeker);
  const activity = await publish(owner);
  const refused = await as()
    .unions.membershipUnionGet(owner.union.id)
    .catch(
      (/** @type {import('./api.js').HttpResponse<unknown, import('./api.js').Problem>} */ answer) => answer,
    );
  process.stdout.write(
    `${JSON.stringify({
      unionId: owner.union.id,
      matched: match.reasons.length > 0,
      activityId: activity.id,
      state: activity.state,
      refusal: [refused.error.status, refused.error.code],
    })}\n`,
  );
} catch (error) {
  const problem = error instanceof Response ? JSON.stringify(Reflect.get(error, 'error')) : error;
  process.stderr.write(`${String(problem)}\n`);
  process.exitCode = 1;
}
