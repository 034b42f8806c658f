import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '@gongxiang/domain';
import { DataKeyConfig, IsKey, loadConfig } from '@gongxiang/observability';
import { createDataSource, dataCipher, Transactions } from '@gongxiang/persistence';
import { PersonalData } from './persons/crypto/personal-data.js';
import { EntryCodeRow } from './members/entry-code/entry-code.entity.js';
import { EntryCodeIssuer } from './members/entry-code/entry-code-issuer.js';
import { printedForm } from './members/entry-code/entry-code.model.js';
import { EntryCodeRepository } from './members/entry-code/entry-code.repository.js';
import { printOperatorsCode } from './members/password-reset/operators-code.js';
import { AnsweredChallengeRow, PasskeyRow } from './access/passkey/passkey.entity.js';
import { LinkedAccountRow } from './access/linked-account/linked-account.entity.js';
import { LinkedAccountRepository } from './access/linked-account/linked-account.repository.js';
import { PasskeyRepository } from './access/passkey/passkey.repository.js';
import { RecoveryCodeRow } from './access/recovery-code/recovery-code.entity.js';
import { RecoveryCodes } from './access/recovery-code/recovery-codes.js';
import { FactorClearing } from './access/second-factor/factor-clearing.js';
import { SecondFactors } from './access/second-factor/second-factors.js';
import { TotpRow } from './access/second-factor/totp.entity.js';
import { TotpRepository } from './access/second-factor/totp.repository.js';
import { AccountNews } from './access/account-news/account-news.js';
import { TextMessageSender } from './access/text-message/text-message-sender.js';
import { PersonRow } from './persons/person/person.entity.js';
import { TextMessageSeal } from './access/text-message/text-message-seal.js';

/**
 * Prints a password-reset code for one account, for an installation in which nobody can sign in. With `--clear-factors`
 * it also removes authenticator app, passkeys, recovery codes and linked accounts of the account.
 */
class ResetConfig extends DataKeyConfig {
  override natsUrl = 'nats://unused';

  /** The service's own key: accounts are looked up, and codes compared, by hashes under it. */
  @IsKey()
  lookupKey: string;

  /** What is told by text message is sealed to it. */
  @IsKey()
  textPublicKey: string;
}

const config = loadConfig(ResetConfig, process.env);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'clear-factors': { type: 'boolean', default: false } },
});
const clearsFactors = values['clear-factors'];
const account = positionals[0] ?? (await askFor('Phone or login: '));
const dataSource = createDataSource({
  url: config.databaseUrl,
  schema: 'membership',
  entities: [
    PersonRow,
    EntryCodeRow,
    TotpRow,
    RecoveryCodeRow,
    PasskeyRow,
    AnsweredChallengeRow,
    LinkedAccountRow,
  ],
  poolSize: 2,
});
await dataSource.initialize();
try {
  const personalData = new PersonalData(config);
  const sender = new TextMessageSender(personalData, new TextMessageSeal(config));
  const issuer = new EntryCodeIssuer(new EntryCodeRepository(), personalData, sender);
  const [totps, passkeys, codes] = [
    new TotpRepository(),
    new PasskeyRepository(),
    new RecoveryCodes(personalData),
  ];
  const factors = new FactorClearing(
    new SecondFactors(totps, passkeys, codes),
    totps,
    passkeys,
    codes,
    new LinkedAccountRepository(),
    sender,
  );
  // The words about a printed code have no link.
  const news = new AccountNews(sender, {});
  const transactions = new Transactions(dataSource, systemClock, dataCipher(config));
  const issued = await printOperatorsCode(transactions, { personalData, issuer, factors, news }, account, {
    clearsFactors,
  });
  if (issued === null) {
    process.stderr.write('Nobody signs in by this phone or login.\n');
    process.exitCode = 1;
  } else {
    const { code, row } = issued;
    process.stdout.write(
      `${printedForm(code)}\nOn the page /reset-password, once, until ${row.expiresAt.toISOString()}.\n`,
    );
  }
} finally {
  await dataSource.destroy();
}

async function askFor(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
