import { parseArgs } from 'node:util';
import { Client } from './tools/client.js';
import { Report } from './tools/report.js';
import { keepPictures } from './steps/album.js';
import { planItAgain } from './steps/again.js';
import { agreeAndPublish } from './steps/agreement.js';
import { shareTheWork } from './steps/tasks.js';
import { makeABrand, proposeAsAWorker } from './steps/brands.js';
import { drawSeats, leaveADrawOpen } from './steps/draw.js';
import { leaveAQueueOpen } from './steps/queue.js';
import { giveAway } from './steps/give-away.js';
import { payTheBills } from './steps/bills.js';
import { proveTheBooks } from './steps/books.js';
import { comeBackToTheBills } from './steps/later-bills.js';
import { shareABill } from './steps/shared-bill.js';
import { lendByRules } from './steps/lending.js';
import { confirmShares } from './steps/confirmations.js';
import { theDay } from './steps/door.js';
import { bringToAnEnd } from './steps/life.js';
import { lendThings } from './steps/handing-over.js';
import { letExpertsJudge } from './steps/judges.js';
import { meetNeed, returnHall } from './steps/need.js';
import { maintainThings } from './steps/maintenance.js';
import { lendByNumber } from './steps/stock.js';
import { settle } from './steps/netting.js';
import { keepDues } from './steps/dues.js';
import { mergeDuplicates } from './steps/duplicates.js';
import { tellOfBreach } from './steps/data-breach.js';
import { askForErasure, fileErasureOnPaper } from './steps/erasure.js';
import { keepMemberships } from './steps/memberships.js';
import { keepRecordsRight } from './steps/records.js';
import { loadNetwork } from './steps/network.js';
import { leaveSomethingOpen } from './steps/open-activity.js';
import { leaveNeedsStanding, nameTheShuttle } from './steps/standing-needs.js';
import { certify } from './steps/letters.js';
import { tellTheYear } from './steps/year.js';
import { tellPeople } from './steps/notices.js';
import { putOnNotice } from './steps/ranking-notice.js';
import { rank } from './steps/ranking.js';
import { scorePeriod } from './steps/scores.js';
import { lookBack } from './steps/reports.js';
import { mandateTheBooks } from './steps/bookkeeping.js';
import { grantRights } from './steps/rights.js';
import { signUpRush } from './steps/rush.js';
import { sayWhoMayCome } from './steps/eligibility.js';
import { askAndMeet } from './steps/sign-up-form.js';
import { shareKnowHow } from './steps/know-how.js';
import { inviteNeighbours } from './steps/neighbours.js';
import { judgeTheMechanism } from './steps/seasons.js';
import { planASeries } from './steps/series.js';
import { theOtherWayRound } from './steps/second.js';
import { showDrawn, subsidise } from './steps/subsidy.js';
import { askWhatItWasWorth } from './steps/survey.js';
import { designIndicators } from './steps/indicators.js';
import { askFromNowOn } from './steps/survey-plans.js';
import { countTheVote, voteInSecret } from './steps/votes.js';
import { giveAssignments } from './steps/assignments.js';
import { helpHousehold } from './steps/household.js';
import { walkSteps } from './steps/matter-steps.js';
import { keepRecordsOfPeople } from './steps/person-records.js';
import { callForWorks } from './steps/works.js';
import { talkInCircles } from './steps/circles.js';
import { offerCourses } from './steps/courses.js';
import { bringMatters } from './steps/matters.js';
import { payForMatters } from './steps/matter-money.js';
import { visitMembers } from './steps/occasions.js';
import { listVacanciesAndBenefits } from './steps/listings.js';
import { correctReportedBulletin, publishBulletins, publishByTarget } from './steps/bulletins.js';
import { planDisclosures } from './steps/disclosures.js';
import { hearTheWorkers } from './steps/voice.js';
import { foundUnions } from './steps/founding.js';
import { welcomeNewcomers } from './steps/joining.js';
import { passwords, signIn, type World } from './tools/world.js';

/** Loads the demo network through the REST interface and walks the whole chain once, from need to ranking. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, json: { type: 'boolean' }, step: { type: 'boolean' } },
  });
  const url = values.url?.replace(/\/$/, '');
  const operatorPassword = process.env['OPERATOR_PASSWORD'];
  if (!url || !operatorPassword)
    throw new Error('Give the gateway with --url, and the operator’s password in OPERATOR_PASSWORD.');
  const nobody = new Client(url);
  const report = new Report({ json: values.json === true, step: values.step === true });
  const world: World = {
    report,
    nobody,
    operator: await signIn(nobody, 'operator', operatorPassword),
    unions: new Map(),
    rosters: new Map(),
    officers: new Map(),
    ids: new Map(),
    members: new Map(),
  };
  await walk(world);
  const holds = report.finish({
    page: `${url}/`,
    API: `${url}/api/openapi.json`,
    officer: `officer / ${passwords.officer}`,
    approver: `approver / ${passwords.approver}`,
    unions: `zhonggong, lvyuan, hengda, shuxiang / ${passwords.union}`,
    worker: `worker / ${passwords.member}`,
  });
  return holds ? 0 : 1;
}

/** Was it worth it? From the survey to the report that tunes the next indicators. */
async function evaluate(world: World): Promise<void> {
  await voteInSecret(world);
  await askWhatItWasWorth(world);
  await askFromNowOn(world);
  await rank(world);
  await letExpertsJudge(world);
  await judgeTheMechanism(world);
  await designIndicators(world);
  await scorePeriod(world);
  await putOnNotice(world);
  await lookBack(world);
  await countTheVote(world);
}

async function walk(world: World): Promise<void> {
  await loadNetwork(world);
  await meetNeed(world);
  await lendByNumber(world);
  await maintainThings(world);
  await agreeAndPublish(world);
  await shareTheWork(world);
  await signUpRush(world);
  await theDay(world);
  await returnHall(world);
  await subsidise(world);
  await payTheBills(world);
  await showDrawn(world);
  await theOtherWayRound(world);
  await confirmShares(world);
  await settle(world);
  await proveTheBooks(world);
  await evaluate(world);
  await comeBackToTheBills(world);
  await shareABill(world);
  await planItAgain(world);
  await planASeries(world);
  await grantRights(world);
  await mandateTheBooks(world);
  await lendByRules(world);
  await sayWhoMayCome(world);
  await inviteNeighbours(world);
  await certify(world);
  await keepPictures(world);
  await drawSeats(world);
  await leaveADrawOpen(world);
  await leaveAQueueOpen(world);
  await giveAway(world);
  await askAndMeet(world);
  await makeABrand(world);
  await proposeAsAWorker(world);
  await hearTheWorkers(world);
  await bringMatters(world);
  await walkSteps(world);
  await helpHousehold(world);
  await payForMatters(world);
  await visitMembers(world);
  await publishBulletins(world);
  await publishByTarget(world);
  await correctReportedBulletin(world);
  await planDisclosures(world);
  await giveAssignments(world);
  await keepRecordsOfPeople(world);
  await callForWorks(world);
  await talkInCircles(world);
  await offerCourses(world);
  await listVacanciesAndBenefits(world);
  await welcomeNewcomers(world);
  await foundUnions(world);
  await lendThings(world);
  await leaveSomethingOpen(world);
  await nameTheShuttle(world);
  await leaveNeedsStanding(world);
  await tellPeople(world);
  await bringToAnEnd(world);
  await shareKnowHow(world);
  await tellTheYear(world);
  await keepRecordsRight(world);
  await keepMemberships(world);
  await keepDues(world);
  await mergeDuplicates(world);
  await askForErasure(world);
  await fileErasureOnPaper(world);
  await tellOfBreach(world);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
