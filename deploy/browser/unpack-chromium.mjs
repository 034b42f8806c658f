// Unpacks the browser of @sparticuz/chromium below TMPDIR and prints where its program is. A process of its own, as the
// package reads its environment while it is imported.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
process.stdout.write(await chromium.executablePath());
