import type { BucketPlan, ConsumerPlan, Manifest, StreamPlan } from '@gongxiang/messaging/provision';
import { storePrefix, streamOfBucket, subjectsOfBucket } from '@gongxiang/messaging/files';

/** What a user may do on a connection: see the README of deploy. */
interface User {
  readonly name: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** A subject of JetStream that an account may use. */
interface Way {
  readonly subject: string;
  /** Several answers come to one request. */
  readonly isStreamed?: boolean;
}

/** Where the streams are, and where calls and hints go. */
export const platformAccount = 'PLATFORM';
const api = '$JS.API.';

/** The user by which a service reaches events and files. */
export function storeUserOf(service: string): string {
  return `${service}-store`;
}

/** The text of `users.conf`: each service may do what the manifest says it needs, and nothing else. */
export function usersFile(manifest: Manifest): string {
  const services = manifest.streams.map(({ service }) => service);
  const owners = ['gateway', ...services];
  return `# Made from manifest.json by \`node deploy/dist/nats/write.js\`: see the README of deploy. Not to be edited by hand.

accounts {
  ${platformAccount}: {
    jetstream: enabled
    users: [
${[gateway, ...services.map(serviceUser)].map(textOfUser).join('')}      # Provisions, takes backups, and is for a person at a console. No service has this password.
      { user: admin, password: $ADMIN_NATS_PASSWORD }
    ]
    exports: [
${textOfExports(owners, manifest)}    ]
  }
${owners.map((owner) => textOfStore(owner, waysOf(owner, manifest))).join('')}}
`;
}

const gateway: User = {
  name: 'gateway',
  publish: ['rpc.*', 'slow.*', 'alive.*', 'alive.*.*'],
  subscribe: ['_INBOX_gateway.>', 'auth.changed', 'push.>'],
};

function serviceUser(name: string): User {
  return {
    name,
    publish: ['push.>', ...(name === 'membership' ? ['auth.changed'] : []), '_INBOX_gateway.>'],
    subscribe: [
      `rpc.${name} ${name}`,
      `slow.${name} ${name}`,
      `alive.${name}`,
      `alive.${name}.*`,
      `_INBOX_${name}.>`,
    ],
  };
}

/** Everything of JetStream that a service may use. */
function waysOf(owner: string, { streams, consumers, buckets }: Manifest): Way[] {
  return [
    ...streams
      .filter(({ service }) => service === owner)
      .flatMap(({ subjects }) => subjects.map((subject) => ({ subject }))),
    ...streams.filter(({ service }) => service === owner && service === 'membership').flatMap(eraseWays),
    ...consumers.filter(({ service }) => service === owner).flatMap(consumerWays),
    ...buckets.filter(({ users }) => users.includes(owner)).flatMap(bucketWays),
  ];
}

/** Look at one's own events and remove some: those with values of a person who is erased. */
function eraseWays({ name }: StreamPlan): Way[] {
  return [{ subject: `${api}STREAM.MSG.GET.${name}` }, { subject: `${api}STREAM.MSG.DELETE.${name}` }];
}

/** Look at one's own consumer, fetch by it, and say what came of it. */
function consumerWays({ stream, name }: ConsumerPlan): Way[] {
  return [
    { subject: `${api}CONSUMER.INFO.${stream}.${name}` },
    { subject: `${api}CONSUMER.MSG.NEXT.${stream}.${name}`, isStreamed: true },
    { subject: `$JS.ACK.${stream}.${name}.>` },
  ];
}

/** Keep pieces and entries of the index, ask for one message at a time, and how full it is. */
function bucketWays({ name }: BucketPlan): Way[] {
  const get = `${api}DIRECT.GET.${streamOfBucket(name)}`;
  const info = `${api}STREAM.INFO.${streamOfBucket(name)}`;
  return [...subjectsOfBucket(name), get, `${get}.>`, info].map((subject) => ({ subject }));
}

function textOfUser({ name, publish, subscribe }: User): string {
  const list = (subjects: readonly string[]): string =>
    subjects.map((subject) => JSON.stringify(subject)).join(', ');
  return `      {
        user: ${name}
        password: ${passwordOf(name)}
        permissions: {
          publish: { allow: [${list(publish)}] }
          subscribe: { allow: [${list(subscribe)}] }
        }
      }
`;
}

function textOfExports(owners: readonly string[], manifest: Manifest): string {
  const shared = new Map<string, { readonly way: Way; readonly accounts: string[] }>();
  for (const owner of owners)
    for (const way of waysOf(owner, manifest)) {
      const { accounts } = shared.get(way.subject) ?? { accounts: [] };
      shared.set(way.subject, { way, accounts: [...accounts, storeAccountOf(owner)] });
    }
  return [...shared.values()]
    .map(({ way, accounts }) => {
      const type = way.isStreamed === true ? 'stream' : 'singleton';
      return `      { service: "${way.subject}", response_type: ${type}, accounts: [${accounts.join(', ')}] }\n`;
    })
    .join('');
}

function textOfStore(owner: string, ways: readonly Way[]): string {
  return `  ${storeAccountOf(owner)}: {
    users: [{ user: ${storeUserOf(owner)}, password: ${passwordOf(owner)} }]
    imports: [
${ways.map(textOfImport).join('')}    ]
  }
`;
}

/** JetStream's interface has another name there: under its own, the account would answer that it has no JetStream. */
function textOfImport({ subject }: Way): string {
  const service = `{ account: ${platformAccount}, subject: "${subject}" }`;
  if (!subject.startsWith(api)) return `      { service: ${service} }\n`;
  return `      { service: ${service}, to: "${storePrefix}.${subject.slice(api.length)}" }\n`;
}

function storeAccountOf(owner: string): string {
  return `STORE_${owner.toUpperCase()}`;
}

function passwordOf(owner: string): string {
  return `$${owner.toUpperCase()}_NATS_PASSWORD`;
}
