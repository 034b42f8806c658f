import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { beginNow, checkIn, close, confirmedOf, scanOf } from '../../demo/steps/door.js';
import { factsArrived } from '../access-evaluation.js';
import {
  grantRole,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
} from '../fixtures.js';
import type { TestPlatform } from '../test-platform.js';

/** A district that evaluates, two unions that hold activities, and workers who came to them. */
export interface ScoreWorld {
  readonly network: Network;
  /** Both of the district: who tends the indicators and ranks, and who reviews, and decides on appeals. */
  readonly evaluator: Person;
  readonly reviewer: Person;
  /** The officers whose unions are ranked. */
  readonly host: Person;
  readonly guest: Person;
  readonly workers: readonly Person[];
}

/** As few as results are shown of. */
const workersCount = 5;

export async function makeScoreWorld(platform: TestPlatform): Promise<ScoreWorld> {
  const network = await makeNetwork(platform);
  const { near, next, districts } = network;
  const evaluating = async (): Promise<Person> => {
    const person = await makePerson(platform, network, near);
    await grantRole(network, districts[0], person.personId, 'evaluator');
    return person;
  };
  const workers: Person[] = [];
  for (let count = 0; count < workersCount; count += 1)
    workers.push(await makePerson(platform, network, near));
  return {
    network,
    evaluator: await evaluating(),
    reviewer: await evaluating(),
    host: await makePerson(platform, network, near, ['officer', 'organiser']),
    guest: await makePerson(platform, network, next, ['officer', 'organiser']),
    workers,
  };
}

interface Held {
  readonly title: string;
  readonly organiser: Person;
  readonly union: { readonly id: string };
  /** Of the workers who had signed up. */
  readonly came: number;
}

/** An activity that is over, whose facts have arrived where it is evaluated. */
export async function heldActivity(platform: TestPlatform, world: ScoreWorld, held: Held): Promise<void> {
  const { client } = held.organiser;
  const { id }: ActivityView = await publishActivity(client, held.union, 20, { title: held.title });
  for (const worker of world.workers)
    await worker.client.post<RegistrationView>(`/activities/${id}/registrations`, {});
  await beginNow(client, id);
  const seated = await confirmedOf(client, id);
  const scans = seated.slice(0, held.came).map((line) => scanOf({ registrationId: line.id }));
  await checkIn(client, id, scans);
  await close(client, id);
  await factsArrived({ platform }, id);
}
