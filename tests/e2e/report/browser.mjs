// What a browser makes of a report, as JSON on standard output.
//   node browser.mjs <page> [<folder for screenshots>]
// Modules are looked for in NODE_MODULES (a node_modules folder), the browser is CHROMIUM or Debian's.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_MODULES + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [page_file, shots] = process.argv.slice(2);
const address = pathToFileURL(page_file).href;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'],
});

const looks = [
  { name: 'desktop-light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
];

/// Opens the page and notes what it complains about and asks for.
async function open(options) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const said = { errors: [], requests: [] };
  page.on('console', (message) => message.type() === 'error' && said.errors.push(message.text()));
  page.on('pageerror', (error) => said.errors.push(String(error)));
  page.on('request', (request) => request.url().startsWith('data:') || said.requests.push(request.url()));
  await page.goto(address);
  return { context, page, said };
}

async function look({ name, width, height, colorScheme }) {
  const { context, page, said } = await open({ viewport: { width, height }, colorScheme });
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await context.close();
  return {
    name, ...said, overflow,
    violations: found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).slice(0, 3)}`),
  };
}

async function seconds() {
  const { context, page } = await open({});
  const times = await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
  await context.close();
  return times / 1000;
}

async function tools() {
  const { context, page } = await open({ acceptDownloads: true, bypassCSP: false });
  const saved = {};
  await page.locator('figure summary').first().click();
  for (const label of ['Save SVG', 'Save PNG']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'), page.getByRole('button', { name: label }).first().click()]);
    const text = readFileSync(await download.path());
    saved[label] = { name: download.suggestedFilename(), bytes: text.length, head: text.subarray(0, 4).toString('latin1') };
    if (shots) await download.saveAs(`${shots}/${download.suggestedFilename()}`);
  }
  await context.close();
  return saved;
}

async function without_javascript() {
  const { context, page } = await open({ javaScriptEnabled: false });
  const count = (selector) => page.locator(selector).count();
  const counts = { tables: await count('table'), charts: await count('figure svg[role=img]'),
    links: await count('a[download]'), buttons: await count('button') };
  await page.locator('details').first().locator('summary').click();
  counts.unfolds = await page.locator('details').first().locator('table').isVisible();
  await context.close();
  return counts;
}

/// Sheets that the first so many sections take on paper.
async function sheets(sections) {
  const { context, page } = await open({});
  await page.addStyleTag({ content: `section:nth-of-type(n + ${sections + 1}), footer { display: none !important; }` });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true,
    ...(shots ? { path: `${shots}/first-${sections}.pdf` } : {}) });
  await context.close();
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

const told = { looks: [] };
for (const each of looks) told.looks.push(await look(each));
told.seconds = await seconds();
told.saved = await tools();
told.without_javascript = await without_javascript();
told.sheets = await sheets(3);
await browser.close();
console.log(JSON.stringify(told, null, 1));
