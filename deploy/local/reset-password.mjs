// node deploy/local/reset-password.mjs [phone or login]: prints a code by which that account gets another password.
import { runServiceCommand } from './service-command.mjs';

process.exit(await runServiceCommand('membership', 'reset-password', process.argv.slice(2)));
